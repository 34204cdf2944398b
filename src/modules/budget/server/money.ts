import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { exchange } from '../../../methods/money.ts'
import { rateOn } from '../../costs/server/index.ts'
import { organisation } from '../../imports/server/index.ts'

const ours = (ctx: Ctx) =>
  ctx.once('budget organisation', ['identity_organisation'], () => organisation(ctx.db))

export const ownCurrency = async (ctx: Ctx): Promise<string> => (await ours(ctx)).currency

/** The calendar day it is where the organisation is. */
export async function today(ctx: Ctx): Promise<string> {
  const { zone } = await ours(ctx)
  return dayIn(zone, ctx.now)
}

/** What a unit of a currency is worth on a day, in the organisation’s; refused with a sentence where nobody set it. */
export async function requireRate(ctx: Ctx, currency: string, day: string): Promise<string> {
  const rate = await ctx.once(
    `budget rate of ${currency} on ${day}`,
    ['identity_organisation', 'costs_rates'],
    () => rateOn(ctx.db, currency, day),
  )
  if (rate !== null) return rate
  throw invalid(
    `No rate for ${currency} is known on ${day}. Add one on Costs, under Exchange rates, and try again.`,
  )
}

/** An amount in another currency at the rates of a day; throws the reason where one is missing. */
export async function converted(
  ctx: Ctx,
  minor: number,
  from: string,
  to: string,
  day: string,
): Promise<number> {
  if (from === to) return minor
  const [own, other] = [await requireRate(ctx, from, day), await requireRate(ctx, to, day)]
  return exchange(minor, { currency: from, rate: own }, { currency: to, rate: other })
}

/** An amount in the organisation’s currency, and the rate that made it. */
export async function inOwn(ctx: Ctx, minor: number, currency: string, day: string) {
  const own = await ownCurrency(ctx)
  const rate = await requireRate(ctx, currency, day)
  return { minor: exchange(minor, { currency, rate }, { currency: own, rate: 1 }), currency: own, rate }
}
