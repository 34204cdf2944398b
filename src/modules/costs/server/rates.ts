import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { freshen, organisation, rebuildFigures } from '../../imports/server/index.ts'
import { costs } from '../contract.ts'
import { whyNotRate } from '../rules.ts'
import { type RateRow, toRate } from './tables.ts'

export async function rates(ctx: Ctx) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const rows = await ctx.db
    .selectFrom('costs_rates')
    .selectAll()
    .orderBy('currency')
    .orderBy('on_day', 'desc')
    .execute()
  const lacking = await ctx
    .use(warehouse)
    .query<{ currency: string }>(
      `select distinct original_currency as currency from mart.cost where amount is null order by 1`,
    )
  return { into: currency, items: rows.map(toRate), missing: lacking.map((one) => one.currency) }
}

/**
 * What one unit of a currency is worth in the organisation’s on a day: the latest rate on or before it, as DECIMAL text;
 * '1' for the organisation’s own, null where none is known.
 */
export async function rateOn(db: Reader | Database, currency: string, day: string): Promise<string | null> {
  const { currency: into } = await organisation(db)
  if (currency === into) return '1'
  const row = await db
    .selectFrom('costs_rates')
    .select('rate')
    .where('currency', '=', currency)
    .where('into_currency', '=', into)
    .where('on_day', '<=', day)
    .orderBy('on_day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rate ?? null
}

/** One rate for a currency and a day: setting it again replaces it, and the audit keeps what it was. */
export async function setRate(ctx: Ctx, { currency, onDay, rate }: In<typeof costs.setRate>) {
  const { currency: into } = await organisation(ctx.db)
  const objection = whyNotRate(currency, into, rate)
  if (objection) throw invalid(objection)
  const before = await ctx.db
    .selectFrom('costs_rates')
    .selectAll()
    .where('currency', '=', currency)
    .where('into_currency', '=', into)
    .where('on_day', '=', onDay)
    .executeTakeFirst()

  const said = { rate, set_by: ctx.actor.name, set_at: ctx.now }
  const row = before
    ? await ctx.update('costs_rates', before.id, said)
    : await ctx.insert('costs_rates', {
        id: ctx.id('rat'),
        currency,
        into_currency: into,
        on_day: onDay,
        ...said,
      })
  await ctx.record(costs.events.rateSet, row!.id, { currency, onDay, rate })
  ctx.enqueue(rebuildFigures, {})

  return toRate(row as RateRow)
}

export async function removeRate(ctx: Ctx, { id }: In<typeof costs.removeRate>) {
  const row = await ctx.db.selectFrom('costs_rates').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This rate')

  await ctx.delete('costs_rates', id)
  const { currency, on_day: onDay, rate } = row
  await ctx.record(costs.events.rateRemoved, id, { currency, onDay, rate: Number(rate) })
  ctx.enqueue(rebuildFigures, {})

  return {}
}
