import { randomFrom } from '../random.ts'
import { without } from './design.ts'
import { channelsOf, type Fit, type Problem, searchFor } from './fit.ts'
import type { Curve } from './saturation.ts'

/** One redrawn fit: a curve for each channel, and what each brought in all. */
export type Draw = { curves: Curve[]; alphas: number[]; totals: number[] }

export type DrawOptions = { seed: number; draws: number; block?: number }

/**
 * Fit again as if the weeks had been luckier or unluckier: residuals are drawn anew in blocks of neighbouring weeks
 * (which are alike), laid over what was fitted, and fitted as the weeks themselves were. The same seed gives the same
 * draws. Yields each as it comes. Source: Künsch 1989; Politis & Romano 1992 for blocks that wrap around.
 */
export function* drawFits(
  problem: Problem,
  fit: Fit,
  { seed, draws, block = 4 }: DrawOptions,
): Generator<Draw, void> {
  const random = randomFrom(seed)
  const fitted = fit.baseline.map((value, t) =>
    fit.channels.reduce((sum, one) => sum + one.contribution[t]!, value),
  )
  // Least squares leaves less than the weeks had: by as many numbers as it learnt.
  const n = fitted.length
  const spare = Math.sqrt(n / Math.max(1, n - problem.base.vectors.length - 2 * fit.channels.length))
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = blocks(fit.residuals, block, random)
    const y = fitted.map((value, t) => value + spare * drawn[t]!)
    const found = searchFor(problem, without(y, problem.base), fit.channels)
    const channels = channelsOf(problem, found)
    yield {
      curves: channels.map(({ shape, beta, scale }) => ({ shape, beta, scale })),
      alphas: channels.map(({ alpha }) => alpha),
      totals: channels.map(({ contribution }) => contribution.reduce((sum, one) => sum + one, 0)),
    }
  }
}

function blocks(residuals: readonly number[], block: number, random: () => number): number[] {
  const n = residuals.length
  const drawn: number[] = []
  while (drawn.length < n) {
    const from = Math.floor(random() * n)
    for (let i = 0; i < block && drawn.length < n; i += 1) drawn.push(residuals[(from + i) % n]!)
  }
  const mean = drawn.reduce((sum, one) => sum + one, 0) / n
  return drawn.map((one) => one - mean)
}

/** The value that a share of some values does not exceed, between neighbours in proportion (type 7). Source: Hyndman & Fan 1996. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const below = sorted[low] ?? Number.NaN
  return below + (at - low) * ((sorted[low + 1] ?? below) - below)
}
