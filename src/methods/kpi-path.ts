import { addDays, type Day, daysBetween, type Period } from './fiscal.ts'

/** What a KPI is meant to have come to at the end of a month, in its own unit. */
export type PathPoint = { endsOn: Day; value: number }

export type PathTerms = {
  /** The months of the period, oldest first, without a gap. */
  months: readonly Pick<Period, 'startsOn' | 'endsOn'>[]
  baseline: number
  target: number
  /** A sum that grows from 0 to its target; else a level that moves from its baseline to its target. */
  isCumulative: boolean
}

const startOf = ({ baseline, isCumulative }: PathTerms): number => (isCumulative ? 0 : baseline)

/** Equal steps a day from the start (0 for a sum, the baseline for a level) to the target. Needs at least one month. */
export function straightPath(terms: PathTerms): PathPoint[] {
  const { months, target } = terms
  const start = startOf(terms)
  const days = daysBetween(months[0]!.startsOn, months.at(-1)!.endsOn) + 1
  return months.map(({ endsOn }) => {
    const share = (daysBetween(months[0]!.startsOn, endsOn) + 1) / days
    return { endsOn, value: share === 1 ? target : start + (target - start) * share }
  })
}

/**
 * A sum shared out as the same months were before: `history` has, for each month of the period, what it came to in
 * earlier years (any number of them, the same for every month). Throws RangeError where a month has no year, or where
 * all of them came to nothing. The last point is the target.
 */
export function seasonalPath(terms: PathTerms, history: readonly (readonly number[])[]): PathPoint[] {
  const { months, target } = terms
  if (history.length !== months.length || history.some((years) => years.length === 0))
    throw new RangeError('A seasonal path needs each month of the period in at least one earlier year.')
  const means = history.map((years) => years.reduce((sum, one) => sum + one, 0) / years.length)
  const whole = means.reduce((sum, one) => sum + one, 0)
  if (!(whole > 0)) throw new RangeError('A seasonal path needs months that came to more than nothing.')
  let so = 0
  return months.map(({ endsOn }, at) => {
    so += means[at]!
    return { endsOn, value: at === months.length - 1 ? target : target * (so / whole) }
  })
}

/**
 * Where a path stands at the end of a day, by equal steps within its month; null before its first day. After its last
 * day it stands at its last point. `from` is the first day of the period, `start` the value before it.
 */
export function expectedOn(path: readonly PathPoint[], from: Day, start: number, day: Day): number | null {
  if (day < from || path.length === 0) return null
  const at = path.findIndex((point) => day <= point.endsOn)
  if (at < 0) return path.at(-1)!.value
  const before = at === 0 ? { endsOn: addDays(from, -1), value: start } : path[at - 1]!
  const point = path[at]!
  const share = daysBetween(before.endsOn, day) / daysBetween(before.endsOn, point.endsOn)
  return before.value + (point.value - before.value) * share
}

export type Course = 'ahead' | 'on' | 'behind'

/**
 * Whether an actual value is ahead of its path, on it, or behind, as more or less is better. On it is what lies within
 * `band` of the expected value, as a share of it (0.05 for 5 %), limits included.
 */
export function courseOf(actual: number, expected: number, better: 'up' | 'down', band: number): Course {
  const gap = better === 'up' ? actual - expected : expected - actual
  const room = band * Math.abs(expected) + 1e-9 * Math.max(Math.abs(actual), Math.abs(expected))
  if (Math.abs(gap) <= room) return 'on'
  return gap > 0 ? 'ahead' : 'behind'
}

/**
 * How much of the way to its target a KPI has gone, 0…1: of a sum actual / target, of a level the share of the way from
 * the baseline. Null where there is no way to go. A sum of which less is better has gone the share of its path that has
 * passed without exceeding it: expected / target, and of that expected / actual where it came to more. `expected` is
 * where its path stands on the day of `actual`, so that a seasonal path counts as it was agreed.
 */
export function progressOf(
  actual: number,
  { baseline, target, isCumulative, better }: Omit<PathTerms, 'months'> & { better: 'up' | 'down' },
  expected: number,
): number | null {
  const between = (share: number) => Math.min(1, Math.max(0, share))
  if (isCumulative && better === 'down') {
    if (target <= 0) return null
    const passed = expected / target
    return between(actual <= expected ? passed : passed * (expected / actual))
  }
  const start = isCumulative ? 0 : baseline
  return target === start ? null : between((actual - start) / (target - start))
}
