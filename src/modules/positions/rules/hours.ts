import { addDays, type Day, dayNumber } from '../../../methods/days.ts'
import { roundedTogether } from '../../../methods/rounding.ts'
import { daysWithin, lastOf, type Span, type YearDays } from './cost.ts'

/** More than a month has. */
export const mostMinutes = 44_640
/** 100 % in the hundredths of a percent that shares are kept in. */
export const whole = 10_000

/** Mondays to Fridays from one day to another, both included. */
export function weekdaysBetween(from: Day, to: Day): number {
  const all = Math.max(0, dayNumber(to) - dayNumber(from) + 1)
  const rest = Array.from({ length: all % 7 }, (_, at) => (dayNumber(from) + at + 4) % 7)
  return Math.floor(all / 7) * 5 + rest.filter((day) => day !== 0 && day !== 6).length
}

export type Worked = { ftePercent: number; weeklyMinutes: number; span: Span }

/** Minutes that a position has from one day to another: its weekdays, a fifth of its week each, by its share of full time. */
export function capacityBetween({ ftePercent, weeklyMinutes, span }: Worked, first: Day, last: Day): number {
  const days = daysWithin(span, first, last)
  if (days === 0) return 0
  const from = span.from > first ? span.from : first
  return Math.round((weekdaysBetween(from, addDays(from, days - 1)) * weeklyMinutes * ftePercent) / 500)
}

/** Minutes that a position has in each month of a fiscal year. */
export const capacityByMonth = (worked: Worked, year: YearDays): number[] =>
  year.months.map((month, at) => capacityBetween(worked, month, lastOf(year, at)))

/**
 * Shares of a month, in hundredths of a percent, in whole minutes: together exactly what the shares are of the
 * capacity, by largest remainder.
 */
export function minutesOfShares(shares: readonly number[], capacity: number): number[] {
  const all = shares.reduce((sum, one) => sum + one, 0)
  return roundedTogether(
    shares.map((one) => (one * capacity) / whole),
    1,
    Math.round((all * capacity) / whole),
  )
}

/** Months that one command may set. */
export const mostEdits = 5000

export const whyNotSoMany = (edits: number): string | null =>
  edits > mostEdits
    ? `The table changes ${edits.toLocaleString('en')} months, and ${mostEdits.toLocaleString('en')} are the most at once. Hand it in in parts.`
    : null

/** Why the minutes that shares of a month come to cannot be kept; null where they can. */
export const whyNotMinutes = (title: string, month: Day, minutes: readonly number[]): string | null =>
  minutes.some((one) => one > mostMinutes)
    ? `A share of “${title}” in ${month.slice(0, 7)} comes to ${hoursInWords(Math.max(...minutes))}, which is more than a month has. Give less of it.`
    : null

/** `12.5 h` */
export const hoursInWords = (minutes: number): string =>
  `${Number((minutes / 60).toFixed(2)).toLocaleString('en')} h`

/** What is said about a month that is promised more often than there is of it; null where it fits. */
export function overOf(title: string, allocated: number, capacity: number): string | null {
  if (allocated <= capacity) return null
  return `“${title}” has ${hoursInWords(capacity)}, and ${hoursInWords(allocated)} of it is promised: ${hoursInWords(allocated - capacity)} too much.`
}

/** The cost of a month’s minutes, in minor units: by the hours there are, or by those promised where these are more. */
export const worthOf = (
  minutes: number,
  of: { capacity: number; allocated: number; minor: number },
): number => {
  const all = Math.max(of.capacity, of.allocated)
  return all === 0 ? 0 : Math.round((of.minor * minutes) / all)
}
