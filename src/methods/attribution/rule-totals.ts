import type { ChannelCredit, Journeys } from './journeys.ts'

/**
 * Credit by channel of a rule over counted journeys. `weigh` gives the weights of a journey's touches from their number,
 * as `touchWeights` does for the rules that need no dates; they must sum to 1. In the order of the channels.
 */
export function ruleTotals(
  journeys: Journeys,
  weigh: (touches: number) => ArrayLike<number>,
): ChannelCredit[] {
  const { starts, steps } = journeys
  const conversions = new Float64Array(journeys.channels.length)
  const values = new Float64Array(journeys.channels.length)
  for (let j = 0; j + 1 < starts.length; j++) {
    const weights = weigh(starts[j + 1]! - starts[j]!)
    for (let i = starts[j]!; i < starts[j + 1]!; i++) {
      const weight = weights[i - starts[j]!]!
      conversions[steps[i]!]! += weight * journeys.conversions[j]!
      values[steps[i]!]! += weight * journeys.values[j]!
    }
  }
  return journeys.channels.map((channel, c) => ({ channel, conversions: conversions[c]!, value: values[c]! }))
}
