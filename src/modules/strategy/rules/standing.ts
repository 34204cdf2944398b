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
  const known = { actual, expected, on, since, progress: share(terms, actual, on) }
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

function share(terms: Terms, actual: number, on: Day): number | null {
  const passed = (daysBetween(terms.from, on) + 1) / (daysBetween(terms.from, terms.to) + 1)
  return progressOf(actual, terms, Math.min(1, Math.max(0, passed)))
}
