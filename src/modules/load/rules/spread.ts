import { type Day, dayNumber } from '../../../methods/days.ts'

/** Minutes that can be planned, one for each day from `first` on. */
export type Room = { first: number; available: readonly number[] }
export type Span = { from: Day; to: Day }

const usualDays = 10
const overdueDays = 5

/** Where the days end on which so many can be planned. */
function endAfter({ first, available }: Room, from: number, days: number): number {
  let left = days
  let at = from - first
  while (at < available.length && left > 0) {
    if ((available[at] ?? 0) > 0) left -= 1
    if (left > 0) at += 1
  }
  return first + Math.min(at, available.length - 1)
}

type Dated = { startsOn: Day | null; dueOn: Day | null }

/** The days that an open item is worked on: its own; ten working days without a due day, five when it is overdue. */
export function windowOf({ startsOn, dueOn }: Dated, today: Day, room: Room): { from: number; to: number } {
  const now = dayNumber(today)
  const from = Math.max(now, startsOn ? dayNumber(startsOn) : now)
  if (dueOn === null) return { from, to: endAfter(room, from, usualDays) }
  const due = dayNumber(dueOn)
  if (due < now) return { from: now, to: endAfter(room, now, overdueDays) }
  return { from: Math.min(from, due), to: due }
}

const isWeekday = (number: number): boolean => (((number + 3) % 7) + 7) % 7 < 5

/** Weekdays of a window that lie behind the days we look at, as many hours as a usual day. */
function beyond({ first, available }: Room, to: number): number {
  const end = first + available.length
  let days = 0
  for (let day = end; day <= to && days < 2000; day += 1) if (isWeekday(day)) days += 1
  const worked = available.filter((one) => one > 0)
  const usual = worked.length > 0 ? worked.reduce((sum, one) => sum + one, 0) / worked.length : 480
  return days * usual
}

/**
 * Minutes of work over the days of a window, by the hours of each day, whole minutes that sum to it; what reaches behind
 * the days we look at is left out. Where nobody has an hour in the window it all falls on its last day.
 */
export function spread(
  minutes: number,
  { from, to }: { from: number; to: number },
  room: Room,
): { at: number; minutes: number }[] {
  const { first, available } = room
  const begin = Math.max(0, from - first)
  const end = Math.min(available.length - 1, to - first)
  if (minutes <= 0 || begin > end) return []
  let inside = 0
  for (let at = begin; at <= end; at += 1) inside += available[at]!
  const whole = inside + beyond(room, to)
  if (whole === 0) return [{ at: end, minutes }]
  const pieces: { at: number; minutes: number }[] = []
  let [passed, given] = [0, 0]
  for (let at = begin; at <= end; at += 1) {
    if (available[at] === 0) continue
    passed += available[at]!
    const share = Math.round((minutes * passed) / whole) - given
    given += share
    if (share > 0) pieces.push({ at, minutes: share })
  }
  return pieces
}

/** Minutes for each of several people that sum to the whole. */
export const shareAmong = (minutes: number, people: number): number[] =>
  Array.from(
    { length: people },
    (_, at) => Math.round((minutes * (at + 1)) / people) - Math.round((minutes * at) / people),
  )
