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

/** How far a survival curve is worth drawing: a quarter beyond the day from which it hardly falls any more. */
export function tellingDays(curve: { day: number; stays: number }[], hardly = 0.005): number {
  const last = curve.at(-1)
  if (!last) return 1
  const flat = curve.find((point) => point.stays - last.stays <= hardly)?.day ?? last.day
  return Math.max(1, Math.min(last.day, Math.ceil(flat * 1.25)))
}
