import { day } from '../../../ui/format/when.ts'
import type { Change, Load } from '../contract.ts'

export const hours = (minutes: number): string => String(Math.round(minutes / 60))
export const shortDay = (date: string): string => day(date, 'short')

/** A change in words, as far as what it names is known. */
export function changeInWords(change: Change, data: Load): string {
  const nameOf = (id: string) => data.lines.find((one) => one.id === id)?.name ?? 'somebody'
  if (change.kind === 'hire')
    return `${change.name} starts on ${shortDay(change.startsOn)} with ${hours(change.minutesPerWeek)} h a week`
  if (change.kind === 'leave')
    return `${nameOf(change.personId)} is away from ${shortDay(change.from)} to ${shortDay(change.to)}`
  if (change.kind === 'move') return `An item goes to ${nameOf(change.personId)}`
  return `An item ${change.days < 0 ? 'comes' : 'is put off'} ${Math.abs(change.days)} days ${change.days < 0 ? 'earlier' : ''}`.trim()
}
