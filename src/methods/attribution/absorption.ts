import type { Chain } from './chain.ts'

const tolerance = 1e-13
const roundingError = 1e-15
const longest = 100_000
const round = 16

/**
 * What a walk from the start is expected to earn, in each of two currencies, when a state pays on leaving it for good
 * and the states marked 1 in `removed` lead nowhere. `rewards` holds two numbers for each state, side by side, of
 * about the same size; with the conversion probabilities of a chain the expectation is P(conversion).
 *
 * Solves h = r + Qh by Gauss–Seidel from the last state met to the first, since most transitions lead to states met
 * later, until the error left is below 1e-13 of the largest h. Aitken's Δ² every 16 sweeps takes it further: a chain of
 * very long journeys would otherwise hardly settle at all. Throws RangeError when that is not enough, which no chain fitted to
 * journeys is known to reach.
 */
export function expectedFromStart(
  chain: Chain,
  rewards: Float64Array,
  removed: Uint8Array,
): [number, number] {
  const h = new Float64Array(rewards.length)
  let before = h
  let earlier = h
  let change = Number.POSITIVE_INFINITY
  for (let sweeps = 1; sweeps <= longest; sweeps++) {
    const last = change
    const [moved, largest] = sweep(chain, rewards, removed, h)
    change = moved
    const ratio = Number.isFinite(last) && last > 0 ? Math.min(change / last, 1) : 1
    if (change <= largest * Math.max(roundingError, tolerance * (1 - ratio))) return [h[0]!, h[1]!]
    if (sweeps % round === round - 2) earlier = h.slice()
    if (sweeps % round === round - 1) before = h.slice()
    if (sweeps % round !== 0) continue
    extrapolate(earlier, before, h)
    change = Number.POSITIVE_INFINITY
  }
  throw new RangeError(`The removal effects of ${removed.length} states did not settle in ${longest} sweeps.`)
}

function sweep(chain: Chain, rewards: Float64Array, removed: Uint8Array, h: Float64Array): [number, number] {
  const { rowStarts, targets, probabilities } = chain
  let change = 0
  let largest = 0
  for (let state = removed.length - 1; state >= 0; state--) {
    if (removed[state] === 1) continue
    const at = 2 * state
    let [one, other] = [rewards[at]!, rewards[at + 1]!]
    const end = rowStarts[state + 1]!
    for (let i = rowStarts[state]!; i < end; i++) {
      const target = 2 * targets[i]!
      one += probabilities[i]! * h[target]!
      other += probabilities[i]! * h[target + 1]!
    }
    const moved = Math.abs(one - h[at]!) + Math.abs(other - h[at + 1]!)
    const size = Math.abs(one) + Math.abs(other)
    if (moved > change) change = moved
    if (size > largest) largest = size
    h[at] = one
    h[at + 1] = other
  }
  return [change, largest]
}

function extrapolate(earlier: Float64Array, before: Float64Array, h: Float64Array): void {
  for (let i = 0; i < h.length; i++) {
    const [one, two] = [before[i]! - earlier[i]!, h[i]! - before[i]!]
    const ratio = two / one
    if (ratio > 0 && ratio < 1) h[i]! += (two * ratio) / (1 - ratio)
  }
}
