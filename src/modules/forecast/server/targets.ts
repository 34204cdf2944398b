import { minorDigits } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { periodOf } from '../../../methods/fiscal.ts'
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
  const named = { starts_on: startsOn, currency }
  const before = await ctx.db
    .selectFrom('forecast_targets')
    .selectAll()
    .where('starts_on', '=', startsOn)
    .where('currency', '=', currency)
    .executeTakeFirst()

  if (amount === null) {
    if (!before) return { startsOn, currency, target: null }
    await ctx.delete('forecast_targets', before.id)
    await ctx.record(forecast.events.targetLifted, before.id, { quarter: quarter.label })
    return { startsOn, currency, target: null }
  }
  const value = {
    amount_minor: Math.round(amount * 10 ** minorDigits(currency)),
    set_by: ctx.actor.name,
    set_at: ctx.now,
  }
  const row = before
    ? await ctx.update('forecast_targets', before.id, value)
    : await ctx.insert('forecast_targets', { id: ctx.id('tgt'), ...named, ...value })
  await ctx.record(forecast.events.targetSet, row!.id, {
    quarter: quarter.label,
    amount: printed(amount, 'money', currency),
  })

  return { startsOn, currency, target: toTarget(row!) }
}
