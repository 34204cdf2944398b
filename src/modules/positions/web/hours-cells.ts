import type { HoursRow } from '../contract.ts'
import { mostMinutes, whole } from '../rules.ts'

export type Unit = 'hours' | 'percent'

/** What a cell shows: hours, or the share of the hours there are; blank for nothing. */
export function shownIn(row: HoursRow, at: number, unit: Unit, capacity: number): string {
  const minutes = row.minutes[at]!
  if (unit === 'hours') return minutes === 0 ? '' : String(Number((minutes / 60).toFixed(2)))
  const share = row.shares[at] ?? (capacity > 0 ? (minutes * whole) / capacity : 0)
  return share === 0 ? '' : String(Number((share / 100).toFixed(2)))
}

/** What somebody typed, as the route takes it; a sentence where it is neither. */
export function readCell(text: string, unit: Unit): { minutes: number } | { share: number } | string {
  const plain = text.trim().replace('%', '').replace(',', '.')
  const number = plain === '' ? 0 : Number(plain)
  if (!Number.isFinite(number)) return `“${text}” is not a number.`
  if (number < 0) return 'Hours cannot be negative.'
  if (unit === 'percent') return number > 1000 ? '1,000 % is the most.' : { share: Math.round(number * 100) }
  const minutes = Math.round(number * 60)
  return minutes > mostMinutes ? 'That is more than a month has.' : { minutes }
}
