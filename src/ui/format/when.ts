import { locale, t } from '../messages/index.ts'

export type Instant = string | number | Date

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** "3 days ago", "in 2 hours", "now" below a minute. */
export function relative(at: Instant, now: Instant = new Date()): string {
  const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000
  const words = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' })
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit)
  }
  return words.format(0, 'second')
}

/** Date and time in the given zone, with the zone's name. */
export function absolute(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(at))
}

/** A calendar day (`2018-01-31`), which belongs to no time zone. */
export function day(date: string, style: 'full' | 'short' = 'full'): string {
  return new Intl.DateTimeFormat(locale(), {
    ...(style === 'full' ? { year: 'numeric' } : {}),
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`))
}

/** "2 min", "3 h 10 min", "12 s". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${minutes / 60} h`
}

export const days = (value: number): string =>
  t('figure.days', { n: Math.abs(value) >= 10 ? Math.round(value) : Math.round(value * 10) / 10 })
