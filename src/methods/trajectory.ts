import { chiSquareTail } from './chi-square.ts'
import { pointAt } from './exits.ts'
import { type Incidence, incidenceAt } from './incidence.ts'

export type OpenCohort = {
  /** People who entered in this cohort, by how long ago: every one of them, whatever became of them. */
  entered: readonly { age: number; count: number }[]
  /** Those of them still in the stage, by how long they have been there. */
  open: readonly { age: number; count: number }[]
  /** How many have converted so far. */
  converted: number
}

export type Outlook = {
  entered: number
  converted: number
  /** Conversions still to come from the people who are open today. */
  toCome: number
  /** converted + toCome: where the cohort is expected to end. */
  expected: number
  /** expected / entered; null for an empty cohort. */
  rate: number | null
  /** Share (0…1) of the cohort's eventual conversions that people of these ages usually have behind them; null when unknown. */
  maturity: number | null
}

/**
 * Expected final conversions of an open cohort: converted so far + Σ over open people of (F(∞) − F(age)) / S(age).
 * F is the Aalen–Johansen incidence of converting learnt from mature cohorts, S the share still open, both at the
 * person's age in the stage; F(∞) is F at its last observed time. Ages in the unit of the curve.
 * Maturity = mean over all who entered of F(age) / F(∞): it depends on the ages alone, not on how well it went.
 */
export function outlook(history: Incidence, cause: string, cohort: OpenCohort): Outlook {
  const points = history.causes[cause] ?? []
  const final = points.at(-1)?.incidence ?? 0
  let toCome = 0
  for (const { age, count } of cohort.open) {
    const at = pointAt(points, age)
    const still = at ? at.open : 1
    if (still > 0) toCome += (count * (final - (at?.incidence ?? 0))) / still
  }

  let entered = 0
  let behind = 0
  for (const { age, count } of cohort.entered) {
    entered += count
    if (final > 0) behind += (count * incidenceAt(history, cause, age)) / final
  }

  const expected = cohort.converted + toCome
  return {
    entered,
    converted: cohort.converted,
    toCome,
    expected,
    rate: entered > 0 ? expected / entered : null,
    maturity: entered > 0 && final > 0 ? behind / entered : null,
  }
}

/** A level is the mean of so many weeks. */
export const levelWeeks = 4

export type ReadOut = {
  /** Mean of the last `levelWeeks` weeks that have a figure. */
  level: number
  /** Up or down only where the trend is significant, else flat. */
  direction: 'up' | 'down' | 'flat'
  /** Change per week: the Theil–Sen slope; null with fewer than two weeks. */
  speed: number | null
  /** Two-sided p of the Mann–Kendall test; 1 when it cannot tell. */
  p: number
}

/**
 * Level, direction and speed of a weekly series, oldest first, complete weeks only; null marks a week without a figure.
 * Level: mean of the last `levelWeeks` (4). Speed: the median of the slopes between all pairs of weeks among the last
 * `trendWeeks` (13). Direction: its sign when Mann–Kendall (tie-corrected, continuity-corrected normal) gives
 * p < `alpha` (.05), else flat. One wild week moves neither slope nor test. Null for a series without figures.
 * Weeks that depend on one another make the test a little too willing. Source: Theil 1950; Sen 1968; Kendall 1975.
 */
export function readOut(
  series: readonly (number | null)[],
  { trendWeeks = 13, alpha = 0.05 } = {},
): ReadOut | null {
  const seen = series.flatMap((value, week) => (value === null ? [] : [{ week, value }]))
  if (seen.length === 0) return null
  const recent = seen.filter(({ week }) => week >= series.length - levelWeeks)
  const level = mean((recent.length > 0 ? recent : seen.slice(-1)).map(({ value }) => value))
  const trend = seen.filter(({ week }) => week >= series.length - trendWeeks)
  const speed = theilSen(trend)
  const { s, p } = mannKendall(trend.map(({ value }) => value))
  const direction = p >= alpha ? 'flat' : s > 0 ? 'up' : 'down'
  return { level, direction, speed, p }
}

/** Median of the slopes between all pairs; null with fewer than two points. O(n²), meant for weeks. */
export function theilSen(points: readonly { week: number; value: number }[]): number | null {
  const slopes: number[] = []
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      slopes.push((points[j]!.value - points[i]!.value) / (points[j]!.week - points[i]!.week))
    }
  }
  if (slopes.length === 0) return null
  slopes.sort((a, b) => a - b)
  const middle = slopes.length >> 1
  return slopes.length % 2 ? slopes[middle]! : (slopes[middle - 1]! + slopes[middle]!) / 2
}

/** Mann–Kendall S and its two-sided p, ties and continuity corrected; p is 1 below four values. */
export function mannKendall(values: readonly number[]): { s: number; p: number } {
  const n = values.length
  let s = 0
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!)
  if (n < 4 || s === 0) return { s, p: 1 }
  const ties = new Map<number, number>()
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1)
  const spread = (t: number) => t * (t - 1) * (2 * t + 5)
  const variance = (spread(n) - [...ties.values()].reduce((sum, t) => sum + spread(t), 0)) / 18
  const z = (Math.abs(s) - 1) / Math.sqrt(variance)
  return { s, p: chiSquareTail(z * z, 1) }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
