import { type Day, daysBetween } from '../../../methods/fiscal.ts'
import { courseOf, expectedOn, type PathPoint, progressOf } from '../../../methods/kpi-path.ts'
import type { Standing } from '../things/kpi.ts'

/** A figure that nobody brought up to date for so long says nothing of today. */
export const staleAfterDays = 45

export type Terms = {
  from: Day
  to: Day
  baseline: number
  target: number
  path: PathPoint[]
  band: number
  better: 'up' | 'down'
  isCumulative: boolean
}
/** What there is of it: a value of the days from `since` to `on`, or the reason why there is none. */
export type Actual = { value: number | null; since: Day; on: Day } | { why: string }

const unknown = (says: string, more: Partial<Standing> = {}): Standing => ({
  ...{ course: 'unknown', actual: null, expected: null, on: null, since: null, progress: null },
  ...more,
  says,
})

/** Where a KPI stands on its path: ahead, on it within its band, behind; or unknown, and why. */
export function standingOf(terms: Terms, found: Actual, today: Day): Standing {
  if (today < terms.from) return unknown(`The period begins on ${terms.from}.`)
  if ('why' in found) return unknown(found.why)
  const { value: actual, since, on } = found
  const expected = expectedOn(terms.path, terms.from, terms.isCumulative ? 0 : terms.baseline, on)
  if (actual === null || expected === null)
    return unknown(`There is no value up to ${on} yet.`, { expected, on, since })
  const known = { actual, expected, on, since, progress: progressOf(actual, terms, expected) }
  const until = today < terms.to ? today : terms.to
  if (daysBetween(on, until) > staleAfterDays)
    return unknown(
      `The newest value is of ${on}, more than ${staleAfterDays} days ago. Import what came since.`,
      known,
    )
  const course = courseOf(actual, expected, terms.better, terms.band)
  return { course, ...known, says: sentences[course](percent(terms.band)) }
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`

const sentences = {
  ahead: (band: string) => `More than ${band} better than its path.`,
  on: (band: string) => `Within ${band} of its path.`,
  behind: (band: string) => `More than ${band} worse than its path.`,
}

type Month = { startsOn: Day; endsOn: Day; label: string }

/**
 * Of a sum kept by hand: what came together month by month from the first of its period on, up to the first month
 * that nobody has kept. A month that is missing is not nothing.
 */
export function keptSoFar(months: readonly Month[], values: ReadonlyMap<Day, number>) {
  const gap = months.findIndex((one) => !values.has(one.startsOn))
  const kept = gap < 0 ? months : months.slice(0, gap)
  let so = 0
  const sums = kept.map((one) => {
    so += values.get(one.startsOn) ?? 0
    return { month: one, sum: so }
  })
  const isBeyond = gap >= 0 && months.slice(gap).some((one) => values.has(one.startsOn))
  return { sums, missing: isBeyond || sums.length === 0 ? (months[gap] ?? null) : null }
}
