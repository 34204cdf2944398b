import { influencedConversions, type Journeys } from './journeys.ts'
import { poisson, type Random, seededRandom } from './random.ts'

export type ShareInterval = {
  channel: string
  /** Share in all credit: 0 … 1. */
  share: number
  lower: number
  upper: number
  /** Conversions the channel had a part in. */
  conversions: number
  /** Fewer than 30 of them: the share rests on too little to rank by. */
  isThin: boolean
}

export type Resampling = { seed: number; resamples?: number; confidence?: number }

const fewConversions = 30

/**
 * Intervals of the channels' shares by the bootstrap of journeys: percentiles of the shares over `resamples` (200) draws
 * with confidence 0.9 unless told otherwise. The same seed gives the same intervals.
 *
 * A generator, so that a worker can report and stop: each `next()` does one resample and yields how many are done; the
 * intervals, in the order of the channels, are its return value. Stop by not asking again.
 * `shares` gives the shares of a model in the order of the channels; draws keep the steps of `journeys`, so it may use
 * what depends on those only, as `fitChain` uses a shape. Counts are drawn from Poisson distributions about the observed
 * ones, which is the bootstrap of very many journeys; a distinct journey keeps its mean value per conversion.
 * Throws RangeError for fewer than 1 resample or a confidence outside 0 … 1.
 * Source: Efron & Tibshirani 1993, §13.3; Hanley & MacGibbon 2006 on Poisson resampling.
 */
export function* bootstrapShares(
  journeys: Journeys,
  shares: (resampled: Journeys) => ArrayLike<number>,
  { seed, resamples = 200, confidence = 0.9 }: Resampling,
): Generator<{ done: number; resamples: number }, ShareInterval[], void> {
  requireResampling(resamples, confidence)
  const random = seededRandom(seed)
  const drawn = journeys.channels.map(() => new Float64Array(resamples))
  for (let done = 0; done < resamples; done++) {
    const once = shares(resample(journeys, random))
    for (const [c, draws] of drawn.entries()) draws[done] = once[c]!
    yield { done: done + 1, resamples }
  }
  return intervals(journeys, shares(journeys), drawn, confidence)
}

function intervals(
  journeys: Journeys,
  observed: ArrayLike<number>,
  drawn: readonly Float64Array[],
  confidence: number,
): ShareInterval[] {
  const influenced = influencedConversions(journeys)
  return journeys.channels.map((channel, c) => {
    const draws = drawn[c]!.toSorted()
    return {
      channel,
      share: observed[c]!,
      lower: percentile(draws, (1 - confidence) / 2),
      upper: percentile(draws, (1 + confidence) / 2),
      conversions: influenced[c]!,
      isThin: influenced[c]! < fewConversions,
    }
  })
}

function resample(journeys: Journeys, random: Random): Journeys {
  const conversions = journeys.conversions.map((count) => poisson(count, random))
  const values = journeys.values.map((value, j) =>
    value === 0 ? 0 : (value / journeys.conversions[j]!) * conversions[j]!,
  )
  const nulls = journeys.nulls.map((count) => poisson(count, random))
  return { ...journeys, conversions, values, nulls }
}

/** Between order statistics in a straight line, as R's and NumPy's default quantile. */
function percentile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!)
}

function requireResampling(resamples: number, confidence: number): void {
  if (!(Number.isInteger(resamples) && resamples >= 1)) {
    throw new RangeError(`Resamples must be a whole number from 1 up, not ${resamples}.`)
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence must lie between 0 and 1, not at ${confidence}.`)
  }
}
