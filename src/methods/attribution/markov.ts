import { expectedFromStart } from './absorption.ts'
import { type Chain, chainShape } from './chain.ts'
import { fitChain } from './fit.ts'
import { type ChannelCredit, type Journeys, sum } from './journeys.ts'

export type RemovalEffect = ChannelCredit & {
  /** Share of conversions, and of value, that would be lost without the channel. */
  removalEffect: number
  valueEffect: number
}

export type Markov = {
  /** P(conversion) of a walk from the start; conversions / (conversions + nulls) of the journeys, at every order. */
  probability: number
  /** States of the chain beside start, conversion and null. */
  states: number
  /** In the order of the channels of the journeys. */
  channels: RemovalEffect[]
}

/**
 * Markov attribution: credit in proportion to what would be lost without each channel, RE = 1 − P(conversion with every
 * state holding the channel leading to nothing) / P(conversion). Solved exactly, not simulated.
 *
 * `order` from 1 up. Conversions credited sum to those of the journeys, and so does value; the value effect is the same
 * with the value expected where the journey ended. Where a journey has negative value, effects of value could fall
 * outside 0 … 1, so value then follows the effects of conversions. Without conversions every figure is 0.
 * Source: Anderl, Becker, v. Wangenheim & Schumann, "Mapping the customer journey", IJRM 33 (2016); states as in
 * ChannelAttribution 2.2.4 (Altomare & Loris), whose simulation these figures are the limit of.
 */
export function markov(journeys: Journeys, order = 1): Markov {
  return removalEffects(fitChain(chainShape(journeys, order), journeys))
}

/** Markov attribution of a chain that is already fitted (`fitChain`, `transitionChain`). */
export function removalEffects(chain: Chain): Markov {
  const { conversions, value, hasNegativeValue } = chain.totals
  const meanValue = value > 0 && !hasNegativeValue ? value / conversions : null
  const { probability, lost, lostValue } = lostWithout(chain, meanValue)
  const valueEffects = meanValue === null ? lost : lostValue
  const credited = inProportion(lost, conversions)
  const values = inProportion(valueEffects, value)
  return {
    probability,
    states: chain.conversion.length - 1,
    channels: chain.channels.map((channel, c) => ({
      channel,
      removalEffect: lost[c]!,
      conversions: credited[c]!,
      valueEffect: valueEffects[c]!,
      value: values[c]!,
    })),
  }
}

/** Value is counted in mean values of a conversion, so that both expectations are of one size. */
function lostWithout(chain: Chain, meanValue: number | null) {
  const rewards = new Float64Array(2 * chain.conversion.length)
  for (const [state, conversion] of chain.conversion.entries()) {
    rewards[2 * state] = conversion
    rewards[2 * state + 1] = meanValue === null ? 0 : chain.value[state]! / meanValue
  }
  const removed = new Uint8Array(chain.conversion.length)
  const [probability, value] = expectedFromStart(chain, rewards, removed)
  const lost: number[] = []
  const lostValue: number[] = []
  for (const states of chain.holders) {
    for (const state of states) removed[state] = 1
    const [without, valueWithout] = expectedFromStart(chain, rewards, removed)
    for (const state of states) removed[state] = 0
    lost.push(shareLost(probability, without))
    lostValue.push(shareLost(value, valueWithout))
  }
  return { probability, lost, lostValue }
}

function shareLost(whole: number, without: number): number {
  return whole === 0 ? 0 : Math.min(1, Math.max(0, 1 - without / whole))
}

function inProportion(effects: readonly number[], total: number): number[] {
  const whole = sum(effects)
  return effects.map((effect) => (whole === 0 ? 0 : (effect / whole) * total))
}
