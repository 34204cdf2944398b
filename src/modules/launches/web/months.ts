import { addDays, addMonths, type Day, daysBetween } from '../../../methods/days.ts'

export const monthsShown = 6

/** The months of a strip from one of them on, and where a day lies on it, in percent; outside of it, at an edge. */
export function stripOf(from: string) {
  const firstDay: Day = `${from}-01`
  const months = Array.from({ length: monthsShown }, (_, at) => addMonths(firstDay, at))
  const end = addMonths(firstDay, monthsShown)
  const span = daysBetween(firstDay, end)
  const at = (day: Day): number => Math.min(100, Math.max(0, (daysBetween(firstDay, day) / span) * 100))
  return {
    ...{ months, firstDay, at },
    lastDay: addDays(end, -1),
    holds: (day: Day): boolean => day >= firstDay && day < end,
    touches: (startsOn: Day, endsOn: Day): boolean => startsOn < end && endsOn >= firstDay,
  }
}

export type Strip = ReturnType<typeof stripOf>

export const monthOf = (day: Day): string => day.slice(0, 7)
export const monthsOn = (month: string, by: number): string => monthOf(addMonths(`${month}-01`, by))

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
export const monthName = (day: Day): string =>
  `${names[Number(day.slice(5, 7)) - 1]}${day.slice(5, 7) === '01' ? ` ${day.slice(0, 4)}` : ''}`
