import { addDays, type Day } from '../../../methods/fiscal.ts'
import { printed, printedChange } from './words.ts'

/** What is watched week by week, and below which size in a week it is not judged. */
export const watchedMetrics: readonly { metric: string; least: number }[] = [
  { metric: 'leads', least: 10 },
  { metric: 'mql', least: 10 },
  { metric: 'opportunities', least: 10 },
  { metric: 'won', least: 5 },
  { metric: 'won_value', least: 1000 },
  { metric: 'spend', least: 100 },
  { metric: 'clicks', least: 50 },
  { metric: 'emails_clicked', least: 50 },
]

/** Weeks to learn from: three years, so that a season of a year can be found. */
export const weeksBack = 160
/** People are told of so many in a day; the rest stands on the page. */
export const mostToldADay = 3

/** A week that ended long ago is history, and no alarm. */
export const isOfLate = (weekEndsOn: Day, today: Day): boolean => weekEndsOn >= addDays(today, -14)

type Unusual = {
  title: string
  unit: 'count' | 'money' | 'ratio' | 'days'
  currency: string | null
  week: string
  actual: number
  expected: number
}
export type SegmentMove = { by: string; segment: string | null; before: number; after: number }

/** What came, what was expected, and which segment moved most. */
export function anomalyWords(one: Unusual, most: SegmentMove | null): string {
  const print = (value: number) => printed(value, one.unit, one.currency)
  const side = one.actual > one.expected ? 'above' : 'below'
  const whole = `${one.title} in ${one.week}: ${print(one.actual)}, far ${side} the ${print(one.expected)} expected.`
  if (!most) return whole
  const moved = printedChange(most.after - most.before, one.unit, one.currency)
  return `${whole} Most of it: ${most.segment ?? `blank ${most.by}`}, ${moved} against the four weeks before.`
}

/** The segment that moved farthest in the direction of the whole; sizes a week. Null where there is only one. */
export function farthest(
  by: string,
  before: ReadonlyMap<string | null, number>,
  after: ReadonlyMap<string | null, number>,
  direction: number,
): SegmentMove | null {
  const moves = [...new Set([...before.keys(), ...after.keys()])].map((segment) => ({
    by,
    segment,
    before: before.get(segment) ?? 0,
    after: after.get(segment) ?? 0,
  }))
  const size = (one: SegmentMove) => (one.after - one.before) * Math.sign(direction)
  if (moves.length < 2) return null
  const [most] = moves.sort((a, b) => size(b) - size(a))
  return most && size(most) > 0 ? most : null
}
