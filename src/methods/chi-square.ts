import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf'

/** Upper tail of the chi-square distribution: the chance of a statistic at least this large. */
export function chiSquareTail(statistic: number, degrees: number): number {
  return 1 - chisquareCdf(statistic, degrees)
}
