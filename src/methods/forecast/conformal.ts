import { errorOf } from './measures.ts'
import { type Method, pointForecast } from './methods.ts'
import { studentQuantile } from './student-t.ts'

export type Told = {
  /** Number of values known when it was told. */
  origin: number
  /** Steps ahead, 1 being the next value. */
  h: number
  actual: number
  forecast: number
}

/** The values known at an origin; the newest as it was seen while its period still ran, where `asSeen` says so. */
export function knownAt(
  values: readonly number[],
  origin: number,
  asSeen?: readonly (number | null)[],
): number[] {
  const known = values.slice(0, origin)
  const seen = asSeen?.[origin - 1]
  return seen === undefined || seen === null ? known : [...known.slice(0, -1), seen]
}

/**
 * What the method would have told at each origin, beside what came. One record per origin and step ahead. `readUpTo`
 * gives the values as they were known at an origin.
 */
export function toldFrom(
  values: readonly number[],
  origins: readonly number[],
  options: { method: Method; period: number; horizon: number; readUpTo: (origin: number) => number[] },
): Told[] {
  return origins.flatMap((origin) => {
    const horizon = Math.min(options.horizon, values.length - origin)
    return pointForecast(options.readUpTo(origin), { ...options, horizon }).map((forecast, index) => ({
      origin,
      h: index + 1,
      actual: values[origin + index]!,
      forecast,
    }))
  })
}

const spread = 12
const newest = 6

/**
 * Where to stand when looking back: 12 origins spread over the second half of the series, and the newest 6, whose next
 * steps tell whether the level has shifted. At least 3 values lie before the first. More origins cost time and left
 * the coverage on M3 as it is.
 */
export function originsOf(length: number): number[] {
  const first = Math.max(3, Math.ceil(length / 2))
  const last = length - 1
  const spaced = Array.from({ length: spread }, (_, i) =>
    Math.round(first + ((last - first) * i) / (spread - 1)),
  )
  const near = Array.from({ length: newest }, (_, i) => last - i).filter((origin) => origin >= first)
  return [...new Set([...spaced, ...near])].sort((a, b) => a - b)
}

export type Spread = {
  /** Errors are taken to grow with h^growth. */
  growth: number
  /** |error| / h^growth of every record, smallest first. */
  scores: number[]
}

/**
 * How errors are spread, pooled over all steps ahead: the growth is the slope of log mean |error| on log h, weighted by
 * the number of records and kept within 0.1…1; 0.5, that of a random walk, where one step only is on record.
 */
export function spreadOf(told: readonly Told[]): Spread {
  const growth = growthOf(told)
  const scores = told.map(({ h, actual, forecast }) => Math.abs(errorOf(actual, forecast)) / h ** growth)
  return { growth, scores: scores.sort((a, b) => a - b) }
}

function growthOf(told: readonly Told[]): number {
  const steps = new Map<number, { sum: number; count: number }>()
  for (const { h, actual, forecast } of told) {
    const step = steps.get(h) ?? { sum: 0, count: 0 }
    steps.set(h, { sum: step.sum + Math.abs(errorOf(actual, forecast)), count: step.count + 1 })
  }
  const points = [...steps]
    .filter(([, { sum }]) => sum > 0)
    .map(([h, { sum, count }]) => ({ x: Math.log(h), y: Math.log(sum / count), weight: count }))
  const slope = weightedSlope(points)
  return slope === null ? 0.5 : Math.min(1, Math.max(0.1, slope))
}

function weightedSlope(points: readonly { x: number; y: number; weight: number }[]): number | null {
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  const middle = points.reduce((sum, { x, weight }) => sum + weight * x, 0) / total
  const squares = points.reduce((sum, { x, weight }) => sum + weight * (x - middle) ** 2, 0)
  if (!(squares > 0)) return null
  return points.reduce((sum, { x, y, weight }) => sum + weight * (x - middle) * y, 0) / squares
}

/**
 * Half the width one step ahead that holds a share `confidence` of new errors: the ⌈(n + 1) · confidence⌉-th of the n
 * `scores`, smallest first. Where too few scores lie beyond that rank, no less than Student's t times the root mean
 * square, with one degree of freedom per origin, less one: scores from one origin are alike. 0 without scores.
 * Source: Lei et al. 2018 (split conformal), pooled over origins.
 */
export function conformalWidth(scores: readonly number[], origins: number, confidence: number): number {
  const width = conformalQuantile(scores, confidence)
  if (isVouchedFor(scores.length, confidence)) return width
  return Math.max(width, studentWidth(scores, origins - 1, confidence))
}

/** The ⌈(n + 1) · confidence⌉-th of n scores, smallest first, or the last where there is none; 0 of nothing. */
export function conformalQuantile(scores: readonly number[], confidence: number): number {
  const rank = Math.min(scores.length, rankOf(scores.length, confidence))
  return scores[rank - 1] ?? 0
}

// The small amount undoes rounding: 20 × 0.95 must be rank 19.
const rankOf = (count: number, confidence: number): number => Math.ceil((count + 1) * confidence - 1e-9)

const fewestBeyond = 2

/** Whether enough errors lie beyond the rank of `confidence` for a quantile to be read off them. */
export const isVouchedFor = (count: number, confidence: number): boolean =>
  count - rankOf(count, confidence) >= fewestBeyond

/** Student's t times the root mean square of errors around 0; 0 without errors. */
export function studentWidth(errors: readonly number[], degrees: number, confidence: number): number {
  if (errors.length === 0) return 0
  const square = errors.reduce((sum, error) => sum + error * error, 0) / errors.length
  return Math.sqrt(square) * studentQuantile(0.5 + confidence / 2, Math.max(1, degrees))
}
