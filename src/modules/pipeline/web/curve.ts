/** The value of a step curve at a day: that of the last point not after it. */
export function valueAt<P extends { day: number }>(curve: P[], day: number): P | null {
  let found: P | null = null
  for (const point of curve) {
    if (point.day > day) break
    found = point
  }
  return found
}

/** Evenly spaced days from 0 to the last one, at most `most` of them, so that an axis of categories tells no lie. */
export function evenDays(last: number, most = 60): number[] {
  const end = Math.max(1, Math.ceil(last))
  const step = Math.max(1, Math.ceil(end / most))
  const days = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step)
  return days.at(-1) === end ? days : [...days, end]
}
