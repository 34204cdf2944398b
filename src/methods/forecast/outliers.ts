import { studentQuantile } from './student-t.ts'

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

export type ModifiedZ = {
  median: number
  /** Median absolute deviation from the median. */
  mad: number
  /** One per value, in standard deviations of a normal; beyond ±3.5 is taken for an outlier. */
  scores: number[]
}

/**
 * Modified z scores, 0.6745 (x − median) / MAD. Where more than half of the values are equal the MAD is 0 and the mean
 * absolute deviation times 1.2533 takes its place; all 0 where that is 0 too. Any order of values.
 * Source: Iglewicz & Hoaglin 1993.
 */
export function modifiedZ(values: readonly number[]): ModifiedZ {
  const median = medianOf(values)
  const gaps = values.map((value) => Math.abs(value - median))
  const mad = medianOf(gaps)
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const unit = mad > 0 ? mad / 0.6745 : mean * 1.253314
  return { median, mad, scores: values.map((value) => (unit > 0 ? (value - median) / unit : 0)) }
}

export type EsdTest = {
  /** Position in the values given. */
  index: number
  value: number
  /** Distance from the mean of what is left, in its standard deviations. */
  statistic: number
  critical: number
}

/**
 * Generalised extreme studentised deviate test: up to `most` outliers among roughly normal values, at level `alpha`.
 * `tests` in the order of removal; `outliers` are positions, those before the last test whose statistic exceeds its
 * critical value, so that two outliers cannot hide each other. None below 3 values. Good from about 15 values on.
 * Source: Rosner 1983; NIST/SEMATECH handbook, §1.3.5.17.3.
 */
export function generalisedEsd(
  values: readonly number[],
  { most, alpha = 0.05 }: { most: number; alpha?: number },
): { outliers: number[]; tests: EsdTest[] } {
  const left = new Map(values.entries())
  const tests: EsdTest[] = []
  while (tests.length < most && left.size > 2) {
    const { index, value, statistic } = farthest(left)
    tests.push({ index, value, statistic, critical: rosnerCritical(left.size, alpha) })
    left.delete(index)
  }
  const last = tests.findLastIndex(({ statistic, critical }) => statistic > critical)
  return { outliers: tests.slice(0, last + 1).map(({ index }) => index), tests }
}

function farthest(left: ReadonlyMap<number, number>) {
  const values = [...left.values()]
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const [index, value] = [...left].reduce((far, one) =>
    Math.abs(one[1] - mean) > Math.abs(far[1] - mean) ? one : far,
  )
  return { index, value, statistic: square > 0 ? Math.abs(value - mean) / Math.sqrt(square) : 0 }
}

/** λ for the farthest of `count` values: (n − 1) t / √((n − 2 + t²) n), t at 1 − α/2n with n − 2 degrees of freedom. */
function rosnerCritical(count: number, alpha: number): number {
  const t = studentQuantile(1 - alpha / (2 * count), count - 2)
  return ((count - 1) * t) / Math.sqrt((count - 2 + t * t) * count)
}
