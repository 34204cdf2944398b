/** Values a draw can have, each with its chance. */
export type Draw = readonly { value: number; chance: number }[]

/** What was seen, each equally likely: a draw with replacement takes one of them. */
export function drawOf(seen: readonly number[]): Draw {
  const counts = new Map<number, number>()
  for (const value of seen) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, chance: count / seen.length }))
    .sort((a, b) => a.value - b.value)
}

/**
 * The chances of sums one draw later: `sums[k]` is the chance that the sum so far is k, a whole number. Sums of
 * `length` and above are dropped: who needs them counts what is missing from 1.
 */
export function oneDrawLater(sums: Float64Array, draw: Draw, length: number): Float64Array {
  const next = new Float64Array(length)
  for (const { value, chance } of draw) {
    const most = Math.min(sums.length, length - value)
    for (let k = 0; k < most; k += 1) next[k + value]! += chance * sums[k]!
  }
  return next
}

/** The sum of all, smallest parts kept: Kahan’s compensated summation (1965). */
export function exactSum(values: Iterable<number>): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const corrected = value - lost
    const next = sum + corrected
    lost = next - sum - corrected
    sum = next
  }
  return sum
}

/** What doubles leave beside a chance of exactly a share decides nothing. */
export const tolerance = 1e-9

/**
 * The first place at which growing chances reach a share (0 to 1); null where they never do.
 */
export function firstAt(chances: readonly number[], share: number): number | null {
  const at = chances.findIndex((chance) => chance >= share - tolerance)
  return at < 0 ? null : at
}

/** The smallest value that at least a share of all are no greater than (nearest rank); null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const ordered = [...values].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil(share * ordered.length - tolerance))
  return ordered[rank - 1] ?? null
}
