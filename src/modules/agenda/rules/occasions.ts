import { Temporal } from 'temporal-polyfill'
import type { Choice } from '../things.ts'

const lateHours = 12

type Standing = Choice & { changedAt: Date }

/** The moment of a local hour; one that the clock jumps over comes as soon as it has jumped, one told twice comes first. */
const momentOf = (day: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant()

const fits = ({ rhythm, weekday }: Choice, day: Temporal.PlainDate): boolean =>
  rhythm === 'daily' || (rhythm === 'weekly' && day.dayOfWeek === weekday)

const localDay = (now: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/**
 * The occasion that is due now, named by its rhythm and its local day, or null. One that was missed by more than twelve
 * hours, or that lay before the person chose, is let go.
 */
export function occasionOf(choice: Standing, zone: string, now: Date): string | null {
  const today = localDay(now, zone)
  for (const day of [today, today.subtract({ days: 1 })]) {
    if (!fits(choice, day)) continue
    const at = momentOf(day, choice.hour, zone).epochMilliseconds
    const isMissed = now.getTime() - at > lateHours * 3_600_000
    if (at <= now.getTime() && at >= choice.changedAt.getTime() && !isMissed)
      return `${choice.rhythm} ${day.toString()}`
  }
  return null
}

/** When the next letter goes out; null where none does. */
export function nextOf(choice: Choice, zone: string, now: Date): Date | null {
  if (choice.rhythm === 'off') return null
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const day = localDay(now, zone).add({ days: ahead })
    const at = momentOf(day, choice.hour, zone).epochMilliseconds
    if (fits(choice, day) && at > now.getTime()) return new Date(at)
  }
  return null
}
