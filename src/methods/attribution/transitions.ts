import type { Chain } from './chain.ts'
import { chainOf } from './fit.ts'
import { PairNumbers } from './pair-numbers.ts'

/** How often state `to` followed state `from` in journeys of either ending; `from` null is the start of a journey. */
export type Transition = { from: string | null; to: string; count: number }

/** How journeys whose last state was `channel` ended. */
export type Ending = { channel: string; conversions: number; value: number; nulls: number }

/**
 * The chain from transitions already counted, so that journeys by the million need never leave the database. A state is
 * a channel at order 1; at order k a text for k consecutive channels, and `channelsIn` tells which. A state following
 * itself is left out, as repeats are. Rows of the same transition or state are added up. Any negative value in an ending
 * makes value follow the effects of conversions. Transitions and endings must be counted over the same journeys.
 * Channels come in the order in which their states are met. Throws RangeError for a negative or non-finite count and for
 * a value that is no number.
 */
export function transitionChain(
  transitions: Iterable<Transition>,
  endings: Iterable<Ending>,
  channelsIn: (state: string) => Iterable<string> = (state) => [state],
): Chain {
  const states = new Map<string, number>()
  const stateOf = (text: string) => {
    if (!states.has(text)) states.set(text, states.size + 1)
    return states.get(text)!
  }
  const pairs = pairsCounted(transitions, stateOf)
  const ended = [...endings].map((ending) => ({ ...ending, state: stateOf(ending.channel) }))
  const counted = { ...pairs, ...endsCounted(ended, states.size + 1) }
  const holders = holdersOf(states, channelsIn)
  const hasNegativeValue = ended.some(({ value }) => value < 0)
  return chainOf(counted, [...holders.keys()], [...holders.values()], hasNegativeValue)
}

/** For each channel the states that contain it. */
function holdersOf(
  states: ReadonlyMap<string, number>,
  channelsIn: (state: string) => Iterable<string>,
): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [text, state] of states)
    for (const channel of new Set(channelsIn(text)))
      holders.set(channel, [...(holders.get(channel) ?? []), state])
  return holders
}

function pairsCounted(transitions: Iterable<Transition>, stateOf: (channel: string) => number) {
  const pairs = new PairNumbers()
  const counts: number[] = []
  for (const { from, to, count } of transitions) {
    requireCount(count)
    if (from === to) continue
    const pair = pairs.numberOf(from === null ? 0 : stateOf(from), stateOf(to))
    counts[pair] = (counts[pair] ?? 0) + count
  }
  const [from, to] = [pairs.firsts.slice(0, pairs.size), pairs.seconds.slice(0, pairs.size)]
  return { from, to, counts: Float64Array.from(counts) }
}

function endsCounted(ended: readonly (Ending & { state: number })[], states: number) {
  const conversions = new Float64Array(states)
  const values = new Float64Array(states)
  const nulls = new Float64Array(states)
  for (const ending of ended) {
    requireCount(ending.conversions)
    requireCount(ending.nulls)
    if (!Number.isFinite(ending.value)) throw new RangeError(`A value must be a number, not ${ending.value}.`)
    conversions[ending.state]! += ending.conversions
    values[ending.state]! += ending.value
    nulls[ending.state]! += ending.nulls
  }
  return { conversions, values, nulls }
}

function requireCount(count: number): void {
  if (Number.isFinite(count) && count >= 0) return
  throw new RangeError(`Transitions and endings are counted with numbers from 0 up, not ${count}.`)
}
