import { addDays, type Day, weekdayOf } from './days.ts'

/** Days besides Saturdays and Sundays on which nobody works. */
export type FreeDays = ReadonlySet<Day>

/** Monday to Friday, unless it is free. */
export const isWorkingDay = (day: Day, free: FreeDays): boolean => weekdayOf(day) % 6 !== 0 && !free.has(day)

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

/** Working days after `from` up to and with `to`; negative where `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, free: FreeDays): number {
  if (to < from) return -workingDaysBetween(to, from, free)
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, free)) count += 1
  return count
}
