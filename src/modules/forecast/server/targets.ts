import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { periodOf } from '../../../methods/fiscal.ts'
import { minorDigits } from '../../../methods/money.ts'
import { organisation } from '../../imports/server/index.ts'
import { forecast } from '../contract.ts'
import { printed } from '../rules.ts'
import type { TargetRow } from './tables.ts'

const toTarget = (row: TargetRow) => ({
  amount: row.amount_minor / 10 ** minorDigits(row.currency),
  setBy: row.set_by,
  setAt: row.set_at.toISOString(),
})

/** The targets in a currency by the first day of their quarter. */
export async function targetsIn(ctx: Ctx, currency: string) {
  const rows = await ctx.db
    .selectFrom('forecast_targets')
    .selectAll()
    .where('currency', '=', currency)
    .execute()
  return new Map(rows.map((row) => [row.starts_on, toTarget(row)]))
}

export async function setTarget(
  ctx: Ctx,
  { startsOn, amount, currency: asked }: In<typeof forecast.setTarget>,
) {
  const here = await organisation(ctx.db)
  const currency = asked ?? here.currency
  const quarter = periodOf(startsOn, 'quarter', here.calendar)
  if (quarter.startsOn !== startsOn)
    throw invalid(
      `${quarter.label} begins on ${quarter.startsOn}: a target belongs to the first day of its quarter.`,
    )

  const place = { starts_on: startsOn, currency }
  const target =
    amount === null ? await lift(ctx, place, quarter.label) : await put(ctx, place, amount, quarter.label)

  return { startsOn, currency, target }
}

type Place = { starts_on: string; currency: string }

const targetAt = (ctx: Ctx, { starts_on, currency }: Place) =>
  ctx.db
    .selectFrom('forecast_targets')
    .selectAll()
    .where('starts_on', '=', starts_on)
    .where('currency', '=', currency)
    .executeTakeFirst()

async function lift(ctx: Ctx, place: Place, quarter: string): Promise<null> {
  const before = await targetAt(ctx, place)
  if (!before) return null
  await ctx.delete('forecast_targets', before.id)
  await ctx.record(forecast.events.targetLifted, before.id, { quarter })
  return null
}

async function put(ctx: Ctx, place: Place, amount: number, quarter: string) {
  const before = await targetAt(ctx, place)
  const amount_minor = Math.round(amount * 10 ** minorDigits(place.currency))
  const value = { amount_minor, set_by: ctx.actor.name, set_at: ctx.now }
  const row = before
    ? await ctx.update('forecast_targets', before.id, value)
    : await ctx.insert('forecast_targets', { id: ctx.id('tgt'), ...place, ...value })
  if (!row) throw missing('This target')
  await ctx.record(forecast.events.targetSet, row.id, {
    quarter,
    amount: printed(amount, 'money', place.currency),
  })
  return toTarget(row)
}
