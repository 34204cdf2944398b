import { type Day, daysBetween } from '../../methods/days.ts'

/** What leads nowhere of a whole, as a rate; null where there is no whole. */
export const untracedRate = (untraced: number, total: number): number | null =>
  total > 0 ? untraced / total : null

/** Minutes that lead nowhere: those that positions have and nobody gave to anything that leads up to the vision. */
export function untracedMinutes(capacity: number, given: number, traced: number) {
  const total = Math.max(capacity, given)
  return { total, untraced: Math.max(0, total - traced) }
}

export type Part = { name: string; rate: number | null }

/** How far off: the mean of the parts that are known, from 0 (all of it leads up to the vision) to 1; null where none is. */
export function distanceOf(parts: readonly Part[]): number | null {
  const known = parts.flatMap(({ rate }) => (rate === null ? [] : [rate]))
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
}

export type Answered = { on: Day | null }

/** How a kind of record answered a vision that changed on a day: how many did, after how many days, how many did not. */
export function responseOf(all: readonly Answered[], changedOn: Day) {
  const days = all
    .flatMap(({ on }) => (on === null ? [] : [Math.max(0, daysBetween(changedOn, on))]))
    .sort((a, b) => a - b)
  const old = all.length - days.length
  return {
    ...{ all: all.length, answered: days.length, old },
    medianDays: days.length === 0 ? null : middle(days),
    longestDays: days.at(-1) ?? null,
    rate: all.length === 0 ? null : old / all.length,
  }
}

const middle = (sorted: readonly number[]): number => {
  const at = sorted.length / 2
  return Number.isInteger(at) ? (sorted[at - 1]! + sorted[at]!) / 2 : sorted[Math.floor(at)]!
}

export const levels = ['calm', 'soon', 'now'] as const
export type Level = (typeof levels)[number]
export type Urgency = { level: Level; says: string }

const percent = (rate: number): string => `${Math.round(rate * 100)} %`
/** From here on it is urgent, and from here on it is worth a look. */
export const urgentFrom = 0.5
export const noticedFrom = 0.25
/** Days after a change in which old records are no reason to hurry. */
export const graceDays = 30

const afterwards = (days: number): string =>
  days === 0 ? 'on the day of the change' : `${days} ${days === 1 ? 'day' : 'days'} after the change`

/** How urgent it is, with the reason: by the distance, and by what still rests on an older version after the grace. */
export function urgencyOf(of: {
  distance: number | null
  oldRate: number | null
  daysSince: number | null
}): Urgency {
  const { distance, oldRate, daysSince } = of
  if (daysSince === null)
    return { level: 'now', says: 'There is no vision: nothing can lead up to it. Write it first.' }
  if (distance === null)
    return {
      level: 'calm',
      says: 'Nothing is planned, worked on or run yet that could drift from the vision.',
    }
  const isOverdue = (oldRate ?? 0) > 0 && daysSince > graceDays
  const rest =
    (oldRate ?? 0) > 0
      ? ` ${percent(oldRate!)} of what runs still rests on an older version, ${afterwards(daysSince)}.`
      : ''
  if (distance >= urgentFrom || (isOverdue && oldRate! >= urgentFrom))
    return { level: 'now', says: `Act now: the distance is ${percent(distance)}.${rest}` }
  if (distance >= noticedFrom || isOverdue)
    return { level: 'soon', says: `Look into it this month: the distance is ${percent(distance)}.${rest}` }
  return { level: 'calm', says: `On course: the distance is ${percent(distance)}.${rest}` }
}
