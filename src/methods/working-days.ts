import { addDays, type Day, daysBetween, weekdayOf } from './days.ts'

/** Days besides Saturdays and Sundays on which nobody works. */
export type FreeDays = ReadonlySet<Day>

const isWeekday = (day: Day): boolean => weekdayOf(day) % 6 !== 0

/** Monday to Friday, unless it is free. */
export const isWorkingDay = (day: Day, free: FreeDays): boolean => isWeekday(day) && !free.has(day)

const mostInARow = 400

/** The next working day in a direction, the day itself left out. Throws RangeError where more than a year is free. */
function nextWorkingDay(from: Day, by: 1 | -1, free: FreeDays): Day {
  let day = addDays(from, by)
  for (let passed = 0; !isWorkingDay(day, free); passed += 1) {
    if (passed > mostInARow) throw new RangeError(`There is no working day within a year of ${from}.`)
    day = addDays(day, by)
  }
  return day
}

/**
 * The day `count` working days after a day, before it where negative. With 0 the day itself, or the last working day
 * before it. Throws RangeError for what is no calendar day, and where more than a year in a row is free.
 */
export function addWorkingDays(day: Day, count: number, free: FreeDays): Day {
  if (count === 0) return isWorkingDay(day, free) ? day : nextWorkingDay(day, -1, free)
  let reached = day
  for (let left = Math.abs(count); left > 0; left -= 1)
    reached = nextWorkingDay(reached, count > 0 ? 1 : -1, free)
  return reached
}

/**
 * Working days after `from` up to and with `to`; negative where `to` is earlier. Whole weeks are counted, not walked
 * through: the days may lie far apart.
 */
export function workingDaysBetween(from: Day, to: Day, free: FreeDays): number {
  if (to < from) return -workingDaysBetween(to, from, free)
  const days = daysBetween(from, to)
  const rest = Array.from({ length: days % 7 }, (_, at) => addDays(to, -at))
  const taken = [...free].filter((day) => day > from && day <= to && isWeekday(day))
  return Math.floor(days / 7) * 5 + rest.filter(isWeekday).length - taken.length
}
