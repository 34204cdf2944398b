import { day } from '../../../ui/format/when.ts'

/** Hours as short as they can be said: “37.5”, and nothing for none. */
export const hours = (minutes: number): string => String(Number((minutes / 60).toFixed(1)))

export const shortDay = (date: string): string => day(date, 'short')

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
