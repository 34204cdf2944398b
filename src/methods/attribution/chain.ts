import type { Journeys } from './journeys.ts'
import { PairNumbers } from './pair-numbers.ts'
import { type Windows, windowNumbers } from './windows.ts'

/**
 * The states and transitions that journeys of some order run through, before they are counted. State 0 is the start.
 * Counting again, as a bootstrap does, costs one pass over `walks`.
 */
export type ChainShape = {
  order: number
  channels: readonly string[]
  states: number
  /** Transition t leads from state `from[t]` to state `to[t]`. */
  from: Int32Array
  to: Int32Array
  /** Transitions of journey j: `walks[walkStarts[j]]` up to, not including, `walks[walkStarts[j + 1]]`. */
  walks: Int32Array
  walkStarts: Int32Array
  /** For each channel the states that contain it. */
  holders: readonly (readonly number[])[]
}

/** An absorbing chain in rows: out of state s lead the entries `rowStarts[s]` up to, not including, `rowStarts[s + 1]`. */
export type Chain = {
  channels: readonly string[]
  rowStarts: Int32Array
  targets: Int32Array
  probabilities: Float64Array
  /** Of each state, the probability of converting next, and the value expected from that. */
  conversion: Float64Array
  value: Float64Array
  holders: readonly (readonly number[])[]
  totals: { conversions: number; value: number; hasNegativeValue: boolean }
}

/**
 * States of order k are windows of k consecutive channels, moved by one; a journey shorter than k is one state. A state
 * that repeats at once is entered once, so at order 1 a touch repeated on its channel changes nothing.
 * Throws RangeError unless `order` is a whole number from 1 up.
 * Source: the conventions of Altomare & Loris, ChannelAttribution 2.2.4, after Anderl et al. 2016.
 */
export function chainShape(journeys: Journeys, order: number): ChainShape {
  if (!(Number.isInteger(order) && order >= 1)) {
    throw new RangeError(`The order of a Markov chain must be a whole number from 1 up, not ${order}.`)
  }
  const windows = windowNumbers()
  const transitions = new PairNumbers()
  const walked = walk(journeys, order, windows, transitions)
  return {
    order,
    channels: journeys.channels,
    states: windows.count() + 1,
    from: transitions.firsts.slice(0, transitions.size),
    to: transitions.seconds.slice(0, transitions.size),
    ...walked,
    holders: windows.holders(journeys.channels.length),
  }
}

function walk({ starts, steps }: Journeys, order: number, windows: Windows, transitions: PairNumbers) {
  const walks = new Int32Array(steps.length)
  const walkStarts = new Int32Array(starts.length)
  let length = 0
  for (let j = 0; j + 1 < starts.length; j++) {
    const end = starts[j + 1]!
    const last = Math.max(starts[j]!, end - order)
    let state = 0
    for (let i = starts[j]!; i <= last && i < end; i++) {
      const next = windows.stateOf(steps, i, Math.min(i + order, end))
      if (next !== state) walks[length++] = transitions.numberOf(state, next)
      state = next
    }
    walkStarts[j + 1] = length
  }
  return { walks: walks.slice(0, length), walkStarts }
}

/** The state each journey ended in, in their order; 0, the start, for one without touches. */
export function lastStates({ walkStarts, walks, to }: ChainShape): Int32Array {
  return Int32Array.from({ length: walkStarts.length - 1 }, (_, j) =>
    walkStarts[j] === walkStarts[j + 1] ? 0 : to[walks[walkStarts[j + 1]! - 1]!]!,
  )
}
