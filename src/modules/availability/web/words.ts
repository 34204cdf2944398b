import { day } from '../../../ui/format/when.ts'

/** Hours as short as they can be said: “37.5”, and nothing for none. */
export const hours = (minutes: number): string => String(Number((minutes / 60).toFixed(1)))

/** Hours to the minute, for sums that have to add up: “4.95”. */
export const exact = (minutes: number): string => String(Number((minutes / 60).toFixed(2)))

export const shortDay = (date: string): string => day(date, 'short')

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
