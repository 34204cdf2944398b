/**
 * Which of many p-values count as findings when a share `rate` of false ones among the findings is accepted: the k
 * smallest, k being the largest for which p₍k₎ ≤ k · rate / n. One answer per p-value, in the order given. Holds for
 * independent and for positively related tests. Source: Benjamini & Hochberg 1995.
 */
export function discoveries(pValues: readonly number[], rate: number): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b)
  const last = sorted.findLastIndex((p, index) => p <= ((index + 1) * rate) / sorted.length)
  const limit = last < 0 ? -1 : sorted[last]!
  return pValues.map((p) => p <= limit)
}
