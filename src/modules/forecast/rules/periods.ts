import {
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

/**
 * The last period that is over, both in time and in the data, with a sentence for what is left out. A period counts as
 * covered by the data when the newest row lies no farther from its end than days with rows usually lie apart.
 */
export function lastComplete(
  { newest, usualGap }: Reach,
  asked: { today: Day; to?: Day | undefined; grain: Grain; calendar: FiscalCalendar },
): { last: Period; notices: string[] } {
  const { today, to, grain, calendar } = asked
  const reached = to !== undefined && to < newest ? to : newest
  const last = periodOf(reached, grain, calendar)
  const why =
    last.endsOn >= today
      ? `${last.label} is not over yet and is left out.`
      : reached === to && last.endsOn > to
        ? `${last.label} does not end by ${to} and is left out.`
        : reached === newest && daysBetween(newest, last.endsOn) > usualGap
          ? `${last.label} is left out: the newest row is of ${newest}, so it may not be whole.`
          : null
  const whole = why === null ? last : previousPeriod(last, calendar)
  const isOld = to === undefined && nextPeriod(whole, calendar).endsOn < today
  return {
    last: whole,
    notices: [
      ...(why === null ? [] : [why]),
      ...(isOld ? [`The newest row is of ${newest}: the forecast goes on from there, not from today.`] : []),
    ],
  }
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
