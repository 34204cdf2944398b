import { type Day, dayNumber, dayOf } from '../../methods/days.ts'

const dayMinutes = 1440

export const hoursInWords = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`

/** The Monday of a day’s week. */
export const mondayOf = (day: Day): Day => dayOf(dayNumber(day) - ((((dayNumber(day) + 3) % 7) + 7) % 7))

/** Why a day cannot hold so many minutes more, or null. */
export function whyNotMore(day: Day, before: number, more: number): string | null {
  if (before + more <= dayMinutes) return null
  const sum = hoursInWords(before + more)
  return before === 0
    ? `${sum} on ${day} is more than the 24 hours a day has. Write down less.`
    : `${hoursInWords(before)} are written down on ${day} already: with ${hoursInWords(more)} more it would be ${sum}, and a day has 24 hours.`
}

type Said = { itemId: string | null; duty: string | null }

/** Why this is nothing that can be worked on, or null. */
export function whyNotWhat({ itemId, duty }: Said): string | null {
  if (itemId && duty) return 'Time goes to an item or to another duty, not to both. Leave one of them out.'
  return itemId || duty ? null : 'Say what it was: an item, or another duty.'
}

/** Why time of a day cannot be written on another, or null. */
export const whyNotDay = (day: Day, today: Day): string | null =>
  day > today ? `${day} is not there yet. Time is written down when it was worked.` : null

/** Why a locked week takes no writing, or null. */
export const whyNotOpen = (lock: { by: string; weekOn: Day } | null): string | null =>
  lock ? `The week of ${lock.weekOn} was locked by ${lock.by}. Ask whoever leads you to reopen it.` : null

/** How long a timer ran, to the minute; at least one. */
export const minutesSince = (startedAt: Date, now: Date): number =>
  Math.max(1, Math.round((now.getTime() - startedAt.getTime()) / 60_000))

export { dutyNames } from '../availability/rules.ts'

/** One key for what was worked on: rows of a week are gathered by it. */
export const keyOf = ({ itemId, duty }: Said): string => itemId ?? `duty:${duty}`

export type Led = { manager_id: string | null }

/** Does somebody lead another, directly or through others? */
export function leads(people: ReadonlyMap<string, Led>, leaderId: string, personId: string): boolean {
  const seen = new Set<string>()
  let at = people.get(personId)?.manager_id ?? null
  while (at !== null && !seen.has(at)) {
    if (at === leaderId) return true
    seen.add(at)
    at = people.get(at)?.manager_id ?? null
  }
  return false
}

const typed = /^\s*(?:(\d{1,2}):([0-5]\d)|(\d{1,4})\s*m|(\d{0,2}(?:[.,]\d{0,2})?)\s*h?)\s*$/i

/** “1.5”, “1,5 h”, “1:30” and “90m” are 90 minutes; empty is none; null where it is no time. */
export function minutesOf(words: string): number | null {
  if (words.trim() === '') return 0
  const found = typed.exec(words)
  if (!found) return null
  const [, hours, minutes, only, decimal] = found
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes)
  if (only !== undefined) return Number(only)
  const value = Number((decimal ?? '').replace(',', '.'))
  return decimal && Number.isFinite(value) ? Math.round(value * 60) : null
}
