import { type Day, dayNumber } from '../../../methods/days.ts'

/** What somebody works from a day on; minutes by weekday, Monday first. */
export type WeekFrom = { fromOn: Day; minutes: readonly number[]; focusPercent: number }

/** What an organisation that has said nothing works: Monday to Friday, eight hours, all of it to be planned. */
export const usualWeek: WeekFrom = {
  fromOn: '1990-01-01',
  minutes: [480, 480, 480, 480, 480, 0, 0],
  focusPercent: 100,
}

export const sumOf = (minutes: readonly number[]): number => minutes.reduce((sum, one) => sum + one, 0)

/** 0 Monday … 6 Sunday, of a day’s number. */
export const weekdayAt = (number: number): number => (((number + 3) % 7) + 7) % 7

/** The Monday of the week of a day, as a number. */
export const mondayOf = (day: Day): number => dayNumber(day) - weekdayAt(dayNumber(day))

/**
 * The weeks that hold for a person, each from its day on: the organisation’s until the person’s own first one. Both in
 * the order of their days.
 */
export function weeksInForce(own: readonly WeekFrom[], organisation: readonly WeekFrom[]): WeekFrom[] {
  const first = own[0]?.fromOn
  const before = organisation.filter((one) => first === undefined || one.fromOn < first)
  return [usualWeek, ...before, ...own]
}

const mostWeekly = 4800

/** Why these hours are no working week, or null. */
export function whyNotWeek(minutes: readonly number[]): string | null {
  const sum = sumOf(minutes)
  return sum > mostWeekly
    ? `A week of ${inHours(sum)} is more than the ${mostWeekly / 60} hours anybody may plan. Take hours off a day.`
    : null
}

/** “37.5 h” */
export const inHours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`

/** What other duties are called. */
export const dutyNames = {
  meetings: 'Meetings',
  support: 'Support',
  lines: 'Line management',
  other: 'Other duties',
} as const
