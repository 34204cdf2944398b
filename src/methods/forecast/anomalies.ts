import { conformalQuantile } from './conformal.ts'
import { cusum, type Shift } from './cusum.ts'
import { errorOf } from './measures.ts'
import { pointForecast } from './methods.ts'
import { type Refusal, requireWhole, whyNotForecast } from './notices.ts'
import { studentTail } from './student-t.ts'

export type Watch = {
  /** Values in a season, 1 for none. */
  period: number
  /** How many of the newest values to judge; 12 unless said otherwise. */
  newest?: number
  /** A value is not judged where both it and what was expected are smaller than this. */
  least?: number
  /** |score| above which a value is an anomaly; 3 unless said otherwise. */
  cut?: number
}

export type Judged = {
  /** Position in the series. */
  index: number
  actual: number
  /** Forecast from the values before it. */
  expected: number
  /** actual − expected in units of the usual error; ±Infinity where there never was an error before. */
  score: number
  /** Chance (0…1) of an error at least this large while nothing is wrong. */
  p: number
  /** Below the least volume: never an anomaly. */
  isSmall: boolean
  isAnomaly: boolean
}

const fewest = 12
const warmUp = 6
const memory = 36

/**
 * Values that came in far from their one-step forecast. An error is measured by the usual error: the conformal 68.27 %
 * quantile of the |errors| before it, 6 to 36 of them. p by Student's t with 8 degrees of freedom, as errors have
 * heavier tails than the normal: of the newest values of monthly M3 3 % come out below 0.05. An anomaly is pulled in
 * before it can spoil the next forecast, until three in a row on one side make a new level.
 *
 * Values oldest first, in their own unit. `judged` in order of time; `shifts` by CUSUM on all errors looked at, each
 * cut to ±`cut` so that one alone is no shift. Refused below 12 values or with one that is not finite; throws
 * RangeError for a period or a number of values to judge that is not whole and above 0.
 */
export function anomalies(
  values: readonly number[],
  watch: Watch,
): { judged: Judged[]; shifts: Shift[] } | Refusal {
  const { newest = 12, cut = 3 } = watch
  requireWhole('period', watch.period)
  requireWhole('number of values to judge', newest)
  const refused = whyNotForecast(values) ?? whyNotJudge(values.length)
  if (refused) return { refused }

  const rows = walk(values, watch)

  const shifts = cusum(rows.map(({ score }) => Math.min(cut, Math.max(-cut, score))))
  return {
    judged: rows.filter(({ index }) => index >= values.length - newest),
    shifts: shifts.map((shift) => ({
      ...shift,
      index: rows[shift.index]!.index,
      since: rows[shift.since]!.index,
    })),
  }
}

const whyNotJudge = (length: number): string | null =>
  length < fewest ? `Judging new values needs at least ${fewest} values, and there are ${length}.` : null

function walk(values: readonly number[], watch: Watch): Judged[] {
  const { newest = 12, cut = 3, period } = watch
  const from = Math.max(Math.ceil(values.length / 2), values.length - memory - newest)
  const known = values.slice(0, from)
  const errors: number[] = []
  const rows: Judged[] = []
  for (let index = from; index < values.length; index += 1) {
    const actual = values[index]!
    const expected = pointForecast(known, { period, horizon: 1 })[0]!
    known.push(actual)
    if (errors.length >= warmUp) {
      const usual = usualError(errors.slice(-memory))
      const row = judge({ index, actual, expected }, usual, watch)
      rows.push(row)
      if (row.isAnomaly) known[index] = expected + Math.sign(row.score) * cut * usual
      if (isNewLevel(rows)) for (const back of [0, 1, 2]) known[index - back] = values[index - back]!
    }
    errors.push(errorOf(actual, expected))
  }
  return rows
}

/** The root mean square where the quantile is 0, as with a series that mostly stands still. */
function usualError(errors: readonly number[]): number {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b)
  return (
    conformalQuantile(sizes, 0.6827) ||
    Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length)
  )
}

function judge(
  value: Pick<Judged, 'index' | 'actual' | 'expected'>,
  usual: number,
  { least = 0, cut = 3 }: Watch,
): Judged {
  const error = errorOf(value.actual, value.expected)
  const score = error === 0 ? 0 : error / usual
  const isSmall = Math.max(Math.abs(value.actual), Math.abs(value.expected)) < least
  return {
    ...value,
    score,
    p: 2 * studentTail(Math.abs(score), 8),
    isSmall,
    isAnomaly: !isSmall && Math.abs(score) > cut,
  }
}

function isNewLevel(rows: readonly Judged[]): boolean {
  const newest = rows.slice(-3)
  const signs = new Set(newest.map(({ score }) => Math.sign(score)))
  return newest.length === 3 && signs.size === 1 && newest.every(({ isAnomaly }) => isAnomaly)
}
