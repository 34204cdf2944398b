import { roundedTogether } from '../rounding.ts'

/** An item was with a person in an active stage from one moment to another, in milliseconds. */
export type Held = { item: string; from: number; to: number }

/**
 * What a person did on a day where nobody tracks time: the minutes they worked, spread over the items they held in an
 * active stage by how long each was there during that day. What they worked while holding nothing hangs on no item.
 * Whole minutes that sum to what was worked (largest remainder). Throws RangeError for minutes that are no whole number.
 */
export function dayByStageTime(
  held: readonly Held[],
  { from, to, minutes }: { from: number; to: number; minutes: number },
): { item: string | null; minutes: number }[] {
  if (!(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440))
    throw new RangeError(`“${minutes}” minutes is no working day; give a whole number from 0 to 1440.`)
  const times = new Map<string, number>()
  for (const one of held) {
    const time = Math.min(one.to, to) - Math.max(one.from, from)
    if (time > 0) times.set(one.item, (times.get(one.item) ?? 0) + time)
  }
  if (minutes === 0) return []
  if (times.size === 0) return [{ item: null, minutes }]
  const items = [...times].sort(([a], [b]) => (a < b ? -1 : 1))
  const all = items.reduce((sum, [, time]) => sum + time, 0)
  const shares = items.map(([, time]) => (time / all) * minutes)
  const whole = roundedTogether(shares, 1, minutes)
  return items.map(([item], at) => ({ item, minutes: whole[at]! })).filter((one) => one.minutes > 0)
}
