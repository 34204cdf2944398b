import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import type { Cost, Position } from '../contract.ts'
import { isElsewhere } from '../rules.ts'
import type { CostRow, PositionRow } from './tables.ts'

/** May the asker read what people cost? */
export const seesCost = (ctx: Ctx): boolean => holds(ctx.actor, 'budget:headcount')

export async function requirePosition(ctx: Ctx, id: string): Promise<PositionRow> {
  const row = await ctx.db
    .selectFrom('positions_records')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw missing('This position')
  return row
}

/** The position as it was when the change was begun; refused where somebody changed it meanwhile. */
export async function requireSeen(ctx: Ctx, id: string, version: number): Promise<PositionRow> {
  const row = await requirePosition(ctx, id)
  if (row.version !== version)
    throw conflict(
      `${row.changed_by} changed “${row.title}” since you opened it. Load it again and repeat your change.`,
    )
  return row
}

export const mark = (ctx: Ctx, row: { version: number }) => ({
  ...{ version: row.version + 1, changed_by: ctx.actor.name, changed_at: ctx.now },
})

/** What positions cost by their ids, for those who may read it; null for the others. */
export async function costsOf(ctx: Ctx, ids: string[]): Promise<Map<string, CostRow> | null> {
  if (!seesCost(ctx)) return null
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('positions_costs')
    .selectAll()
    .where('position_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.position_id, row]))
}

/** A person of the directory, or a name of somebody who does not sign in here. */
export async function personOf(ctx: Ctx, id: string | null, name: string, what: string) {
  if (id === null) return { id, name: name.trim() }
  const found = (await directory(ctx)).rows.get(id)
  if (!found || found.disabled_at) throw invalid(`${what} is nobody who works here. Choose somebody else.`)
  return { id, name: found.name }
}

const toCost = (row: CostRow, ftePercent: number): Cost => ({
  ...{ salaryMinor: row.salary_minor, onCostMinor: row.on_cost_minor, currency: row.currency },
  yearlyMinor: Math.round(((row.salary_minor + row.on_cost_minor) * ftePercent) / 100),
  setBy: row.set_by,
})

export function toPosition(row: PositionRow, costs: Map<string, CostRow> | null): Position {
  const cost = costs?.get(row.id)
  return {
    ...{ id: row.id, title: row.title, team: row.team, department: row.department, fundedBy: row.funded_by },
    isElsewhere: isElsewhere({ department: row.department, fundedBy: row.funded_by }),
    manager: { id: row.manager_id, name: row.manager_name },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on, ftePercent: row.fte_percent },
    ...{ weeklyMinutes: row.weekly_minutes, purpose: row.purpose, state: row.state },
    person: { id: row.person_id, name: row.person_name },
    filledOn: row.filled_on,
    ended: row.ended_on === null ? null : { on: row.ended_on, reason: row.ending ?? '' },
    ...{ version: row.version, changedBy: row.changed_by },
    ...(costs ? { cost: cost ? toCost(cost, row.fte_percent) : null } : {}),
  }
}

export const shown = async (ctx: Ctx, row: PositionRow): Promise<Position> =>
  toPosition(row, await costsOf(ctx, [row.id]))

export const termsOf = (row: PositionRow) => ({ startsOn: row.starts_on, endsOn: row.ends_on })
