import { type Base, baseOf, dot, without } from './design.ts'
import type { Curve } from './saturation.ts'
import { type Found, improve, weigh } from './search.ts'
import {
  type Column,
  columnOf,
  type Family,
  gridOf,
  neighbours,
  numbersOf,
  type Working,
} from './transform.ts'

/** Spend of each channel and the outcome, week by week without a gap; `controls` are further series of the same weeks. */
export type Weekly = {
  channels: { name: string; spend: number[] }[]
  outcome: number[]
  controls?: number[][]
}

/** What was learnt of one channel; `contribution` is what it brought week by week. */
export type FittedChannel = Curve & { name: string; alpha: number; contribution: number[] }
export type Fit = {
  family: Family
  channels: FittedChannel[]
  /** What would have come without spend, week by week. */
  baseline: number[]
  residuals: number[]
  rSquared: number
  /** Bayesian information criterion, by which families of curves are compared; less is better. */
  bic: number
  /** Whether the curves say more than level, trend and season alone, by Akaike’s criterion (1974). */
  isTold: boolean
}

/** What repeated fits of the same weeks share. */
export type Problem = {
  family: Family
  names: string[]
  scales: number[]
  spends: number[][]
  base: Base
  grid: Column[][]
  /** What a weight costs, times its square. */
  ridge: number
}

/** Prepare the fits of one family of curves: spend in parts of its greatest week, and the columns of the grid. */
export function problemOf({ channels, outcome, controls }: Weekly, family: Family): Problem {
  const base = baseOf(outcome.length, outcome.length >= 104 ? 2 : 1, controls)
  const scales = channels.map(({ spend }) => Math.max(...spend) || 1)
  const spends = channels.map(({ spend }, at) => spend.map((x) => x / scales[at]!))
  const grid = spends.map((spend) => gridOf(family).map((working) => columnOf(spend, working, base)))
  const names = channels.map(({ name }) => name)
  return { family, names, scales, spends, base, grid, ridge: ridgeOf(outcome, base) }
}

/**
 * Weights are held to be about as large as an average week of the outcome (a half-normal prior, of which this is the
 * most likely value), so that a channel whose spend hardly moves is not said to bring more than there is.
 * Source: Hoerl & Kennard 1970; the prior on `saturation_beta` of PyMC-Marketing.
 */
function ridgeOf(outcome: readonly number[], base: Base): number {
  const left = without(outcome, base)
  const mean = outcome.reduce((sum, one) => sum + Math.abs(one), 0) / outcome.length
  return dot(left, left) / outcome.length / Math.max(1e-300, mean * mean)
}

const passes = 12
const firstStep = 0.3
const lastStep = 0.004

/**
 * The workings of channels that leave least unexplained: over the grid one channel after another, then by ever smaller
 * steps (coordinate search), with non-negative weights within. `start` is a place to begin at.
 */
export function searchFor(problem: Problem, y: readonly number[], start?: readonly Working[]): Found {
  const { spends, base, grid, ridge } = problem
  const columns = spends.map((spend, at) =>
    start ? columnOf(spend, start[at]!, base) : grid[at]![Math.floor(grid[at]!.length / 2)]!,
  )
  let found = weigh(columns, y, ridge)
  for (let pass = 0; pass < passes; pass += 1) {
    const before = found.rss
    for (const [channel, candidates] of grid.entries()) found = improve(found, channel, candidates, y, ridge)
    if (found.rss > before * (1 - 1e-6)) break
  }
  return refine(problem, y, found)
}

function refine({ spends, base, ridge }: Problem, y: readonly number[], begun: Found): Found {
  let found = begun
  for (let step = firstStep; step > lastStep; ) {
    const before = found.rss
    for (const [channel, spend] of spends.entries()) {
      const near = neighbours(found.columns[channel]!, step)
      found = improve(
        found,
        channel,
        near.map((working) => columnOf(spend, working, base)),
        y,
        ridge,
      )
    }
    if (found.rss > before * (1 - 1e-5)) step /= 2
  }
  return found
}

/**
 * Fit what each channel's spend brings: outcome = level + trend + season + Σ beta·saturation(adstock(spend)) + noise,
 * with beta ≥ 0. Source: Jin et al. 2017, as PyMC-Marketing and Robyn put it, by least squares.
 */
export function fitFamily(weekly: Weekly, family: Family): { fit: Fit; problem: Problem } {
  const problem = problemOf(weekly, family)
  const found = searchFor(problem, without(weekly.outcome, problem.base))
  return { fit: toFit(problem, weekly.outcome, found), problem }
}

/** The better of logistic and Hill curves by BIC. */
export function fitResponse(weekly: Weekly): { fit: Fit; problem: Problem } {
  const both = (['logistic', 'hill'] as const).map((family) => fitFamily(weekly, family))
  return both.reduce((a, b) => (b.fit.bic < a.fit.bic ? b : a))
}

function toFit(problem: Problem, outcome: readonly number[], found: Found): Fit {
  const { family, base } = problem
  const n = outcome.length
  const channels = channelsOf(problem, found)
  const unexplained = outcome.map(
    (value, t) => value - channels.reduce((sum, one) => sum + one.contribution[t]!, 0),
  )
  const residuals = without(unexplained, base)
  const rss = dot(residuals, residuals)
  const bare = without(outcome, base)
  const mean = outcome.reduce((sum, value) => sum + value, 0) / n
  const total = outcome.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const numbers = base.vectors.length + channels.length * numbersOf(family)
  return {
    family,
    channels,
    baseline: unexplained.map((value, t) => value - residuals[t]!),
    residuals,
    rSquared: total > 0 ? 1 - rss / total : 0,
    bic: criterion(rss, n, numbers, Math.log(n)),
    isTold: criterion(rss, n, numbers, 2) < criterion(dot(bare, bare), n, base.vectors.length, 2),
  }
}

/** With the price ln n of a number learnt Schwarz’s (1978), with 2 Akaike’s, for errors that are normal. */
const criterion = (rss: number, n: number, numbers: number, price: number): number =>
  n * Math.log(Math.max(rss / n, 1e-300)) + numbers * price

/** Columns and weights as curves over spend. */
export function channelsOf({ names, scales }: Problem, { columns, weights }: Found): FittedChannel[] {
  return columns.map(({ alpha, shape, raw }, at) => ({
    name: names[at]!,
    alpha,
    shape,
    beta: weights[at]!,
    scale: scales[at]!,
    contribution: raw.map((value) => value * weights[at]!),
  }))
}
