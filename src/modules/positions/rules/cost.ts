import { addDays, type Day, daysBetween } from '../../../methods/days.ts'
import { roundedTogether } from '../../../methods/rounding.ts'

/** A fiscal year by the first day of each of its months. */
export type YearDays = { months: readonly Day[]; endsOn: Day }
export type Span = { from: Day; to: Day }

/** The last day of the month at a place of a year. */
export const lastOf = ({ months, endsOn }: YearDays, at: number): Day =>
  at + 1 < months.length ? addDays(months[at + 1]!, -1) : endsOn

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** The days from one to another, both included, that lie within a span; 0 where they do not meet. */
export const daysWithin = ({ from, to }: Span, first: Day, last: Day): number =>
  Math.max(0, daysBetween(later(from, first), earlier(to, last)) + 1)

/** The days of each month of a year on which a position is there. */
export const daysByMonth = (year: YearDays, span: Span): number[] =>
  year.months.map((month, at) => daysWithin(span, month, lastOf(year, at)))

/**
 * What a position costs in a fiscal year: the cost of a whole year at full time, by its share of full time and by the
 * days it is there. In minor units, rounded once.
 */
export function costInYear(yearly: number, ftePercent: number, days: readonly number[], year: YearDays) {
  const there = days.reduce((sum, one) => sum + one, 0)
  const all = daysBetween(year.months[0]!, year.endsOn) + 1
  return Math.round((yearly * ftePercent * there) / (100 * all))
}

/** An amount over months by their days, to the minor unit: the months always sum to it. */
export function spreadByDay(minor: number, days: readonly number[]): number[] {
  const there = days.reduce((sum, one) => sum + one, 0)
  if (there === 0) return days.map(() => 0)
  return roundedTogether(
    days.map((one) => (minor * one) / there),
    1,
    minor,
  )
}

/** What is left of months when a position ends on a day: the month of that day by its days, later ones nothing. */
export function endedAfter(
  months: readonly number[],
  days: readonly number[],
  { year, from, endedOn }: { year: YearDays; from: Day; endedOn: Day },
): number[] {
  const worked = daysByMonth(year, { from, to: endedOn })
  return months.map((minor, at) =>
    days[at] === 0 ? 0 : Math.round((minor * Math.min(worked[at]!, days[at]!)) / days[at]!),
  )
}
