import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'

export type Proportion = { rate: number; lower: number; upper: number }

/**
 * A rate out of `n` with its Wilson score interval. Null when n is 0: such a rate is undefined, not 0.
 * `successes` and `n` are counts, 0 ≤ successes ≤ n, else RangeError.
 * Source: Wilson 1927; recommended by Newcombe 1998 and Brown, Cai & DasGupta 2001.
 */
export function wilson(successes: number, n: number, confidence = 0.95): Proportion | null {
  if (!(successes >= 0 && successes <= n)) {
    throw new RangeError(`A rate needs a count between 0 and its total; got ${successes} of ${n}.`)
  }
  if (n === 0) return null
  const z = normalQuantile(0.5 + confidence / 2, 0, 1)
  const rate = successes / n
  const centre = rate + (z * z) / (2 * n)
  const half = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return {
    rate,
    lower: successes === 0 ? 0 : (centre - half) / scale,
    upper: successes === n ? 1 : (centre + half) / scale,
  }
}

type Counted = { successes: number; n: number }

/**
 * The z statistic of two rates with the pooled standard error: how many standard errors the first lies above the
 * second if both had one rate in truth. Beyond ±1.96 chance alone would bring that in fewer than 5 of 100 cases.
 * Counts, 0 ≤ successes ≤ n, else RangeError; null where it is undefined: an n of 0, or everybody or nobody a success.
 * The normal approximation wants some five successes and failures in each. Source: Fleiss, Levin & Paik 2003, ch. 3.
 */
export function twoProportionZ(first: Counted, second: Counted): number | null {
  for (const { successes, n } of [first, second])
    if (!(successes >= 0 && successes <= n))
      throw new RangeError(`A rate needs a count between 0 and its total; got ${successes} of ${n}.`)
  const pooled = (first.successes + second.successes) / (first.n + second.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.n + 1 / second.n))
  const z = (first.successes / first.n - second.successes / second.n) / error
  return Number.isFinite(z) ? z : null
}
