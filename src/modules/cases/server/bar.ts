import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { versioned } from '../../../kernel/versions.ts'
import { organisation } from '../../imports/server/index.ts'
import { type Bar, cases } from '../contract.ts'

const bars = versioned({
  table: 'cases_bars',
  name: 'bar',
  prefix: 'cbr',
  what: 'the bar',
  first: { value: 50_000_000, roi: 0.3, paybackMonths: 24, rate: 0.08 } as Bar,
  firstReason: 'As it came: problems of half a million, before anybody agreed on another bar',
})

/** The bar in force. */
export async function agreedBar(ctx: Ctx) {
  const { currency } = await organisation(ctx.db)
  return { ...(await bars.current(ctx.db)), currency }
}

export async function setBar(ctx: Ctx, { version, reason, ...bar }: In<typeof cases.setBar>) {
  await bars.requireCurrent(ctx.db, version)

  await bars.keep(ctx, bar, { reason, version })
  await ctx.record(cases.events.barSet, 'case-bar', { reason })

  return agreedBar(ctx)
}

type Tried = { [K in keyof Bar]?: Bar[K] | undefined }

/** The agreed bar with what is tried instead. */
export const tried = (bar: Bar, { value, roi, paybackMonths, rate }: Tried): Bar => ({
  value: value ?? bar.value,
  roi: roi ?? bar.roi,
  paybackMonths: paybackMonths ?? bar.paybackMonths,
  rate: rate ?? bar.rate,
})
