import { day } from '../../../ui/format/when.ts'
import type { Entry } from '../contract.ts'
import { dutyNames } from '../rules.ts'

export const hours = (minutes: number): string => String(Number((minutes / 60).toFixed(2)))
export const shortDay = (date: string): string => day(date, 'short')
export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

export const whatOf = ({ item, duty }: Pick<Entry, 'item' | 'duty'>): string => {
  if (item) return item.number > 0 ? `W-${item.number} ${item.title}` : item.title
  return duty ? dutyNames[duty] : 'An item that is gone'
}

export const sourceNames: Record<Entry['source'], string> = {
  typed: 'Written',
  timer: 'Timer',
  proposal: 'Proposal taken',
  copied: 'Copied',
}
