import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import { type Counts, countsOf, exitsAt, groupExits, type Observation, pointAt } from './exits.ts'

export { type Counts, countsOf, groupExits, type Observation } from './exits.ts'
export {
  type Incidence,
  type IncidencePoint,
  incidence,
  incidenceAt,
  incidenceQuantile,
} from './incidence.ts'
export { type LogRank, logRank } from './log-rank.ts'

export type CurvePoint = {
  time: number
  /** People still under observation just before `time`. */
  atRisk: number
  exits: number
  censored: number
  /** Share still in the stage just after `time`. */
  survival: number
  /** Greenwood standard error of `survival`; 0 once nobody is left. */
  se: number
  lower: number
  upper: number
}

export type Curve = {
  /** Number of observations. */
  n: number
  points: CurvePoint[]
  /** Longest time anybody was observed; beyond it the curve says nothing unless it has reached 0. */
  followUp: number
}

/**
 * Kaplan–Meier estimate S(t) = Π (1 − d/n) of staying in a stage, every cause of exit counted as the exit.
 *
 * Times in any one unit, ≥ 0. An exit and a censoring at the same time: the exit comes first. Standard error by
 * Greenwood, var = S² Σ d/(n(n−d)); interval on the log(−log S) scale, so it stays within 0…1.
 * Throws RangeError for a negative or non-finite time or count.
 * Source: Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch & Prentice, §1.4.
 */
export function kaplanMeier(counts: readonly Counts[], confidence = 0.95): Curve {
  const groups = groupExits(counts)
  const z = normalQuantile(0.5 + confidence / 2, 0, 1)
  let atRisk = groups.reduce((sum, group) => sum + exitsAt(group) + group.censored, 0)
  const n = atRisk
  let survival = 1
  let hazardVariance = 0

  const points = groups.map((group): CurvePoint => {
    const exits = exitsAt(group)
    const before = atRisk
    if (exits > 0) {
      survival = exits === before ? 0 : survival * (1 - exits / before)
      hazardVariance += exits === before ? 0 : exits / (before * (before - exits))
    }
    atRisk -= exits + group.censored
    const bounds = logLogBounds(survival, hazardVariance, z)
    const se = survival * Math.sqrt(hazardVariance)
    return { time: group.time, atRisk: before, exits, censored: group.censored, survival, se, ...bounds }
  })

  return { n, points, followUp: groups.at(-1)?.time ?? 0 }
}

function logLogBounds(survival: number, hazardVariance: number, z: number) {
  if (survival <= 0 || survival >= 1) return { lower: survival, upper: survival }
  const spread = (z * Math.sqrt(hazardVariance)) / Math.abs(Math.log(survival))
  return { lower: survival ** Math.exp(spread), upper: survival ** Math.exp(-spread) }
}

/**
 * S(t): the share still in the stage at `time`; 1 before the first exit. Beyond the longest observation the last
 * value is returned; ask `restricted` where it matters whether that is knowledge or silence.
 */
export function survivalAt(curve: Curve, time: number): number {
  return pointAt(curve.points, time)?.survival ?? 1
}

/**
 * Time by which a share `p` (0 < p < 1) has left the stage: p = 0.5 is the median, 0.85 the P85. Null when the curve
 * never falls that far. Where the curve is flat at exactly 1 − p the middle of the flat stretch is taken, so that
 * without censoring the median is the ordinary one. Source: the rule of R's `survival::quantile.survfit`.
 */
export function quantile(curve: Curve, p: number): number | null {
  return crossing(curve.points, 1 - p, (point) => point.survival)
}

/** Median time in stage with its interval (where the bounds of S cross one half); null where not reached. */
export function median(curve: Curve): { value: number | null; lower: number | null; upper: number | null } {
  return {
    value: quantile(curve, 0.5),
    lower: crossing(curve.points, 0.5, (point) => point.lower),
    upper: crossing(curve.points, 0.5, (point) => point.upper),
  }
}

const tolerance = 1e-12

function crossing(points: readonly CurvePoint[], level: number, height: (point: CurvePoint) => number) {
  const first = points.findIndex((point) => height(point) <= level + tolerance)
  if (first < 0) return null
  const { time } = points[first]!
  if (Math.abs(height(points[first]!) - level) > tolerance) return time
  const next = points.slice(first).find((point) => height(point) < level - tolerance)
  return next ? (time + next.time) / 2 : time
}

export type Restricted = {
  horizon: number
  survival: number
  lower: number
  upper: number
  /** Mean time in the stage counted up to the horizon: the area under S from 0 to it. */
  mean: number
  /** False when nobody was observed as long as the horizon: the figures then only describe the time seen. */
  isObserved: boolean
}

/** The curve read at a horizon: S, its interval, and the restricted mean time (area under S up to the horizon). */
export function restricted(curve: Curve, horizon: number): Restricted {
  const last = pointAt(curve.points, horizon)
  let mean = 0
  let from = 0
  let height = 1
  for (const point of curve.points) {
    if (point.time > horizon) break
    mean += height * (point.time - from)
    from = point.time
    height = point.survival
  }
  mean += height * (horizon - from)
  const isObserved = curve.followUp >= horizon || last?.survival === 0
  return {
    horizon,
    survival: last?.survival ?? 1,
    lower: last?.lower ?? 1,
    upper: last?.upper ?? 1,
    mean,
    isObserved,
  }
}

/** A Kaplan–Meier curve straight from one row per person. */
export function kaplanMeierOf(observations: Iterable<Observation>, confidence = 0.95): Curve {
  return kaplanMeier(countsOf(observations), confidence)
}
