import {
  addDays,
  type Day,
  daysBetween,
  type FiscalCalendar,
  nextPeriod,
  type Period,
  periodOf,
  previousPeriod,
} from '../../../methods/fiscal.ts'
import { type Method, trendLength } from '../../../methods/forecast/methods.ts'
import type { Grain } from '../things.ts'

/** Periods in a year: the season that is looked for. */
export const seasonOf: Record<Grain, number> = { week: 52, month: 12, quarter: 4 }
export const usualHorizon: Record<Grain, number> = { week: 13, month: 6, quarter: 4 }

/** How far the rows of a metric reach: their newest day, and the days that usually lie between two days with rows. */
export type Reach = { newest: Day; usualGap: number }

/** The period after the last whole one, as far as it is there: the last day it is seen on, and why it is not whole. */
export type Partial = { period: Period; seenTo: Day; says: string }

type Asked = { today: Day; to?: Day | undefined; grain: Grain; calendar: FiscalCalendar }

/**
 * The last period that is over, both in time and in the data; the one after it as far as it has come in; and a sentence
 * for what else is left out. A period counts as covered by the data when the newest row lies no farther from its end
 * than days with rows usually lie apart.
 */
export function lastComplete(
  reach: Reach,
  asked: Asked,
): { last: Period; partial: Partial | null; notices: string[] } {
  const { today, to, calendar, grain } = asked
  const reached = to !== undefined && to < reach.newest ? to : reach.newest
  const last = periodOf(reached, grain, calendar)
  const why = whyNotWhole(last, reached, reach, asked)
  const whole = why === null ? last : previousPeriod(last, calendar)
  const isOld = to === undefined && nextPeriod(whole, calendar).endsOn < today
  const seenTo = last.endsOn >= today && isFresh(reach, today) ? addDays(today, -1) : reach.newest
  const isSeen = why !== null && reached === reach.newest && seenTo >= last.startsOn
  return {
    last: whole,
    partial: isSeen ? { period: last, seenTo, says: `${why.replace(/,$/, '')}.` } : null,
    notices: [
      ...(why === null || isSeen ? [] : [`${why} and is left out.`]),
      ...(isOld
        ? [`The newest row is of ${reach.newest}: the forecast goes on from there, not from today.`]
        : []),
    ],
  }
}

/** Rows may still come in for today; of a day without any, nobody can say whether it had none. */
const isFresh = ({ newest, usualGap }: Reach, today: Day): boolean =>
  daysBetween(newest, today) <= Math.max(1, usualGap)

function whyNotWhole(last: Period, reached: Day, reach: Reach, { today, to }: Asked): string | null {
  if (last.endsOn >= today) return `${last.label} is not over yet`
  if (to !== undefined && reached === to && last.endsOn > to) return `${last.label} does not end by ${to}`
  return reached === reach.newest && daysBetween(reach.newest, last.endsOn) > reach.usualGap
    ? `${last.label} may not be whole, as the newest row is of ${reach.newest},`
    : null
}

/** The same part of another period: how many of its days, never none and never all of them. */
export function samePart(running: Period, seenTo: Day, other: Period): Day {
  const days = ({ startsOn, endsOn }: Period) => daysBetween(startsOn, endsOn) + 1
  const part = (daysBetween(running.startsOn, seenTo) + 1) / days(running)
  const elapsed = Math.min(days(other) - 1, Math.max(1, Math.round(part * days(other))))
  return addDays(other.startsOn, elapsed - 1)
}

/** The next periods after one, nearest first. */
export function periodsAfter(period: Period, count: number, calendar: FiscalCalendar): Period[] {
  const periods: Period[] = []
  for (let last = period; periods.length < count; periods.push(last)) last = nextPeriod(last, calendar)
  return periods
}

const words: Record<Method, string> = {
  naive: 'The last value repeated',
  'seasonal naive': 'The last season repeated',
  'naive 2': 'The last value without its season',
  simple: 'Simple smoothing',
  holt: 'Smoothing with a trend',
  damped: 'Smoothing with a trend that fades',
  theta: 'Theta',
  comb: 'Mean of three smoothings',
  default: 'Mean of Theta and smoothing with a trend that fades',
}

/** What the method does, in words; below `trendLength` values the usual one reads no trend. */
export const methodWords = (method: Method, length: number): string =>
  words[method === 'default' && length < trendLength ? 'simple' : method]

/** Which currency a series of money is counted in: the organisation's, else the one with most in it. */
export function mainCurrency(amounts: ReadonlyMap<string, number>, own: string): string {
  if (amounts.has(own) || amounts.size === 0) return own
  return [...amounts].sort(([, a], [, b]) => b - a)[0]![0]
}
