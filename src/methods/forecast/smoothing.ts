import { minimise } from './minimise.ts'

export type Smoothed = {
  alpha: number
  /** Smoothing of the trend as a share of alpha's correction; 0 for simple smoothing. */
  beta: number
  /** Damping of the trend per step; 1 is none. */
  phi: number
  /** Level and trend after the last value. */
  level: number
  trend: number
}

type Trace = { sse: number; level: number; trend: number }

const alphas = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9]

/** Squares of values far from 0 would drown the errors in rounding, so they are taken from the first value on. */
const fromFirst = (values: readonly number[]): number[] => values.map((value) => value - values[0]!)

/**
 * Simple exponential smoothing, l += α (y − l), with α in 0.01…0.99 by least squares of the one-step errors and the
 * first level in closed form for each α. At least one value. Source: Brown 1959; Hyndman et al. 2008, §2.3.
 */
export function simpleSmoothing(values: readonly number[]): Smoothed {
  const moves = fromFirst(values)
  const [alpha] = minimise(([a]) => traceLevel(moves, a!).sse, {
    starts: alphas.map((a) => [a]),
    lower: [0.01],
    upper: [0.99],
  })
  const { level } = traceLevel(moves, alpha!)
  return { alpha: alpha!, beta: 0, phi: 1, level: values[0]! + level, trend: 0 }
}

/** The errors of a run from level 0 fall by l₀ (1 − α)^t with the first level l₀, so the best l₀ is a regression. */
function traceLevel(values: readonly number[], alpha: number): Trace {
  let level = 0
  let weight = 1
  let ee = 0
  let ew = 0
  let ww = 0
  for (let t = 0; t < values.length; t += 1) {
    const error = values[t]! - level
    ee += error * error
    ew += error * weight
    ww += weight * weight
    level += alpha * error
    weight *= 1 - alpha
  }
  const first = ew / ww
  return { sse: Math.max(0, ee - first * ew), level: level + first * weight, trend: 0 }
}

/**
 * Holt's linear trend: level and trend both smoothed; α, β by least squares, first level and trend in closed form.
 * At least two values. Source: Holt 1957.
 */
export function holtSmoothing(values: readonly number[]): Smoothed {
  const moves = fromFirst(values)
  const [alpha, beta] = minimise(([a, b]) => traceTrend(moves, a!, b!, 1).sse, {
    starts: alphas.flatMap((a) => [
      [a, 0.02],
      [a, 0.2],
    ]),
    lower: [0.01, 0],
    upper: [0.99, 0.99],
  })
  const { level, trend } = traceTrend(moves, alpha!, beta!, 1)
  return { alpha: alpha!, beta: beta!, phi: 1, level: values[0]! + level, trend }
}

/**
 * Holt's method with a trend that fades by φ (0.8…0.98) each step. At least two values.
 * Source: Gardner & McKenzie 1985.
 */
export function dampedSmoothing(values: readonly number[]): Smoothed {
  const moves = fromFirst(values)
  const [alpha, beta, phi] = minimise(([a, b, p]) => traceTrend(moves, a!, b!, p!).sse, {
    starts: alphas.flatMap((a) => [
      [a, 0.05, 0.95],
      [a, 0.3, 0.85],
    ]),
    lower: [0.01, 0, 0.8],
    upper: [0.99, 0.99, 0.98],
  })
  const { level, trend } = traceTrend(moves, alpha!, beta!, phi!)
  return { alpha: alpha!, beta: beta!, phi: phi!, level: values[0]! + level, trend }
}

/** As with the level alone, the errors are linear in first level and trend: two weights per step, two equations. */
function traceTrend(values: readonly number[], alpha: number, beta: number, phi: number): Trace {
  const gamma = alpha * beta
  let [level, trend, pLevel, pTrend, qLevel, qTrend] = [0, 0, 1, 0, 0, 1]
  let [ee, ep, eq, pp, pq, qq] = [0, 0, 0, 0, 0, 0]
  for (let t = 0; t < values.length; t += 1) {
    const ahead = level + phi * trend
    const p = pLevel + phi * pTrend
    const q = qLevel + phi * qTrend
    const error = values[t]! - ahead
    ee += error * error
    ep += error * p
    eq += error * q
    pp += p * p
    pq += p * q
    qq += q * q
    level = ahead + alpha * error
    trend = phi * trend + gamma * error
    pLevel = p - alpha * p
    pTrend = phi * pTrend - gamma * p
    qLevel = q - alpha * q
    qTrend = phi * qTrend - gamma * q
  }
  return solved([ee, ep, eq, pp, pq, qq], [level, pLevel, qLevel], [trend, pTrend, qTrend])
}

type Three = readonly [own: number, perLevel: number, perTrend: number]

function solved(
  [ee, ep, eq, pp, pq, qq]: readonly [number, number, number, number, number, number],
  level: Three,
  trend: Three,
): Trace {
  const determinant = pp * qq - pq * pq
  const isSolvable = determinant > 1e-9 * pp * qq
  const l0 = isSolvable ? (ep * qq - eq * pq) / determinant : ep / pp
  const b0 = isSolvable ? (eq * pp - ep * pq) / determinant : 0
  return {
    sse: Math.max(0, ee - l0 * ep - b0 * eq),
    level: level[0] + l0 * level[1] + b0 * level[2],
    trend: trend[0] + l0 * trend[1] + b0 * trend[2],
  }
}

/** Forecasts 1…`horizon` steps ahead: level + trend (φ + φ² + … + φ^h). */
export function ahead(fit: Smoothed, horizon: number): number[] {
  let sum = 0
  let power = 1
  return Array.from({ length: horizon }, () => {
    power *= fit.phi
    sum += power
    return fit.level + sum * fit.trend
  })
}
