import type { Chain } from './chain.ts'
import { chainOf } from './fit.ts'
import { PairNumbers } from './pair-numbers.ts'

/** How often `to` followed `from` in journeys of either ending; `from` null is the start of a journey. */
export type Transition = { from: string | null; to: string; count: number }

/** How journeys that ended on a channel ended. */
export type Ending = { channel: string; conversions: number; value: number; nulls: number }

/**
 * The chain of order 1 from transitions already counted, so that journeys by the million need never leave the database.
 * A channel following itself is left out, as repeats are. Rows of the same transition or channel are added up. Any
 * negative value in an ending makes value follow the effects of conversions. Transitions and endings must be counted
 * over the same journeys. Throws RangeError for a negative or non-finite count and for a value that is no number.
 */
export function transitionChain(transitions: Iterable<Transition>, endings: Iterable<Ending>): Chain {
  const states = new Map<string, number>()
  const stateOf = (channel: string) => {
    if (!states.has(channel)) states.set(channel, states.size + 1)
    return states.get(channel)!
  }
  const pairs = pairsCounted(transitions, stateOf)
  const ended = [...endings].map((ending) => ({ ...ending, state: stateOf(ending.channel) }))
  const counted = { ...pairs, ...endsCounted(ended, states.size + 1) }
  const holders = [...states.values()].map((state) => [state])
  const hasNegativeValue = ended.some(({ value }) => value < 0)
  return chainOf(counted, [...states.keys()], holders, hasNegativeValue)
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
