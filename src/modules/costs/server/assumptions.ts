import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { costs } from '../contract.ts'
import './tables.ts'

const id = 'assumptions'
/** Until somebody says otherwise: what is left of a software contract of a year, renewed twice. */
const usual = { grossMargin: 0.75, lifetimeMonths: 36, monthsOfValue: 12, changedBy: null, changedAt: null }

const rowOf = (db: Reader | Database) =>
  db.selectFrom('costs_assumptions').selectAll().where('id', '=', id).executeTakeFirst()

/** What payback and lifetime value assume; `changedBy` is null while nobody has said anything. */
export async function currentAssumptions(db: Reader | Database) {
  const row = await rowOf(db)
  if (!row) return usual
  return {
    grossMargin: Number(row.gross_margin),
    lifetimeMonths: row.lifetime_months,
    monthsOfValue: row.months_of_value,
    changedBy: row.changed_by,
    changedAt: row.changed_at.toISOString(),
  }
}

export const assumptions = (ctx: Ctx) => currentAssumptions(ctx.db)

export async function assume(ctx: Ctx, said: In<typeof costs.assume>) {
  const columns = {
    gross_margin: said.grossMargin,
    lifetime_months: said.lifetimeMonths,
    months_of_value: said.monthsOfValue,
    changed_by: ctx.actor.name,
    changed_at: ctx.now,
  }

  if (await rowOf(ctx.db)) await ctx.update('costs_assumptions', id, columns)
  else await ctx.insert('costs_assumptions', { id, ...columns })
  await ctx.record(costs.events.assumed, id, said)

  return currentAssumptions(ctx.db)
}
