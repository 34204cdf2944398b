import { type Chain, type ChainShape, lastStates } from './chain.ts'
import type { Journeys } from './journeys.ts'

/** How often each transition was taken and how each state ended; states as in the chain, state 0 the start. */
export type Counted = {
  from: Int32Array
  to: Int32Array
  counts: Float64Array
  conversions: Float64Array
  values: Float64Array
  nulls: Float64Array
}

/**
 * The chain of maximum likelihood: a transition counts as often as its journey, converting or not; the last state leads
 * to conversion or to nothing as often as the journey did. `journeys` has the steps the shape was made of; its counts
 * may differ. A journey without touches, or that never happened, counts for nothing.
 */
export function fitChain(shape: ChainShape, journeys: Journeys): Chain {
  const counted = {
    from: shape.from,
    to: shape.to,
    counts: new Float64Array(shape.from.length),
    conversions: new Float64Array(shape.states),
    values: new Float64Array(shape.states),
    nulls: new Float64Array(shape.states),
  }
  const ends = lastStates(shape)
  for (const [j, end] of ends.entries()) {
    if (end === 0) continue
    const times = journeys.conversions[j]! + journeys.nulls[j]!
    for (let i = shape.walkStarts[j]!; i < shape.walkStarts[j + 1]!; i++)
      counted.counts[shape.walks[i]!]! += times
    counted.conversions[end]! += journeys.conversions[j]!
    counted.values[end]! += journeys.values[j]!
    counted.nulls[end]! += journeys.nulls[j]!
  }
  const hasNegativeValue = journeys.values.some((value) => value < 0)
  return chainOf(counted, shape.channels, shape.holders, hasNegativeValue)
}

/** Counts turned into probabilities, transitions laid out in rows. */
export function chainOf(
  counted: Counted,
  channels: readonly string[],
  holders: Chain['holders'],
  hasNegativeValue: boolean,
): Chain {
  const departures = counted.conversions.map((count, state) => count + counted.nulls[state]!)
  for (const [t, state] of counted.from.entries()) departures[state]! += counted.counts[t]!
  const perDeparture = (count: number, state: number) => (count === 0 ? 0 : count / departures[state]!)
  const conversions = counted.conversions.reduce((sum, count) => sum + count, 0)
  const value = counted.values.reduce((sum, one) => sum + one, 0)
  return {
    channels,
    ...rowsOf(counted, perDeparture),
    conversion: counted.conversions.map(perDeparture),
    value: counted.values.map(perDeparture),
    holders,
    totals: { conversions, value, hasNegativeValue },
  }
}

function rowsOf(
  { from, to, counts, nulls }: Counted,
  perDeparture: (count: number, state: number) => number,
) {
  const rowStarts = new Int32Array(nulls.length + 1)
  for (const state of from) rowStarts[state + 1]!++
  for (let state = 0; state < nulls.length; state++) rowStarts[state + 1]! += rowStarts[state]!
  const filled = rowStarts.slice()
  const targets = new Int32Array(from.length)
  const probabilities = new Float64Array(from.length)
  for (const [t, state] of from.entries()) {
    const entry = filled[state]!++
    targets[entry] = to[t]!
    probabilities[entry] = perDeparture(counts[t]!, state)
  }
  return { rowStarts, targets, probabilities }
}
