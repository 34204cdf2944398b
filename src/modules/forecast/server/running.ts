import type { Ctx } from '../../../kernel/ctx.ts'
import { nextPeriod, type Period } from '../../../methods/fiscal.ts'
import { type Nowcast, nowcast } from '../../../methods/forecast/index.ts'
import { nowcastWords, samePart, seasonOf } from '../rules.ts'
import type { Grain } from '../things.ts'
import { countedBy, type Series } from './series.ts'

export type Running = {
  period: Period
  seenTo: string
  /** Null where the metric is not added up over days. */
  soFar: number | null
  now: Nowcast | null
  says: string
}

/** The period after the last whole one: what has come in, and what its earlier ones tell of how it will end. */
export async function runningOf(ctx: Ctx, series: Series, grain: Grain): Promise<Running | null> {
  const { partial, metric, periods, values } = series
  if (!partial || periods.length === 0) return null
  const { period, seenTo, says } = partial
  const bare = { period, seenTo, soFar: null, now: null }
  if (nextPeriod(periods.at(-1)!, series.here.calendar).startsOn !== period.startsOn) return null
  if (!metric.additive || 'ratio' in metric)
    return { ...bare, says: `${says} It is left out: ${metric.title} is not added up day by day.` }

  const sumOf = await daily(ctx, series, seenTo)
  const soFar = sumOf(period.startsOn, seenTo)
  const reached = periods.map((one) => sumOf(one.startsOn, samePart(period, seenTo, one)))
  const told = nowcast({ soFar, reached, totals: values, period: seasonOf[grain] })
  if ('refused' in told) return { ...bare, soFar, says: `${says} It is left out. ${told.refused}` }
  return {
    ...bare,
    soFar,
    now: told,
    says: nowcastWords({ soFar, says, seenTo }, told, { ...series, ...metric }),
  }
}

/** Adds up the metric between two days of its history. */
async function daily(ctx: Ctx, series: Series, to: string): Promise<(from: string, to: string) => number> {
  const { metric, periods, where, here } = series
  const asked = { metric: metric.id, grain: 'day' as const, from: periods[0]!.startsOn, to, where }
  const days = [...(await countedBy(ctx, metric, asked, here))].sort(([a], [b]) => a.localeCompare(b))
  const names = days.map(([day]) => day)
  const sums = [0]
  for (const [, value] of days) sums.push(sums.at(-1)! + (value ?? 0))
  const before = (day: string) => firstFrom(names, day)
  return (first, last) => sums[firstFrom(names, `${last}~`)]! - sums[before(first)]!
}

/** Place of the first of sorted names that is not below one. */
function firstFrom(names: readonly string[], name: string): number {
  const at = names.findIndex((one) => one >= name)
  return at < 0 ? names.length : at
}
