import { type ChannelCredit, channelSets, type Journeys } from './journeys.ts'

/** Above so many channels there are too many sets of them to go through. */
export const mostForSets = 20

/**
 * Shapley value where a set of channels is worth the conversions of the journeys that touch no other channel: every
 * conversion is shared evenly by the different channels of its journey, however often and in whatever order they came.
 * Conversions credited sum to those of the journeys, and so does value. In the order of the channels of the journeys.
 * Source: Zhao, Mahboobi & Bagheri 2018 (arXiv 1804.05327), the simplified form; Google Ads Data Hub uses it too.
 */
export function shapley(journeys: Journeys): ChannelCredit[] {
  const { starts, members } = channelSets(journeys)
  const conversions = new Float64Array(journeys.channels.length)
  const values = new Float64Array(journeys.channels.length)
  for (let j = 0; j + 1 < starts.length; j++) {
    const size = starts[j + 1]! - starts[j]!
    for (let i = starts[j]!; i < starts[j + 1]!; i++) {
      conversions[members[i]!]! += journeys.conversions[j]! / size
      values[members[i]!]! += journeys.values[j]! / size
    }
  }
  return journeys.channels.map((channel, c) => ({ channel, conversions: conversions[c]!, value: values[c]! }))
}

/**
 * The same Shapley value from its definition, over all 2^n sets of channels: φ_c = Σ_S |S|!(n−|S|−1)!/n! (v(S ∪ c) −
 * v(S)). It equals `shapley`, which is to be preferred; it is here for those who want to see that it does.
 * Throws RangeError above 20 channels.
 * Source: Shapley 1953; v(S) for all S at once by the zeta transform over subsets.
 */
export function shapleyOverSets(journeys: Journeys): ChannelCredit[] {
  const channels = journeys.channels.length
  if (channels > mostForSets) {
    throw new RangeError(
      `There are ${channels} channels, and the Shapley value over all sets of channels is worked out for ${mostForSets} at ` +
        'most; the simplified form, shapley, gives the same numbers for any number of them.',
    )
  }
  const masks = setMasks(journeys)
  const conversions = marginals(worthOfSets(masks, journeys.conversions, channels), channels)
  const values = marginals(worthOfSets(masks, journeys.values, channels), channels)
  return journeys.channels.map((channel, c) => ({ channel, conversions: conversions[c]!, value: values[c]! }))
}

function setMasks(journeys: Journeys): Int32Array {
  const { starts, members } = channelSets(journeys)
  return Int32Array.from({ length: starts.length - 1 }, (_, j) => {
    let mask = 0
    for (let i = starts[j]!; i < starts[j + 1]!; i++) mask |= 1 << members[i]!
    return mask
  })
}

function worthOfSets(masks: Int32Array, amounts: Float64Array, channels: number): Float64Array {
  const worth = new Float64Array(2 ** channels)
  for (const [j, mask] of masks.entries()) if (mask !== 0) worth[mask]! += amounts[j]!
  for (let c = 0; c < channels; c++) {
    for (let set = 0; set < worth.length; set++) {
      if ((set >> c) & 1) worth[set]! += worth[set ^ (1 << c)]!
    }
  }
  return worth
}

function marginals(worth: Float64Array, channels: number): Float64Array {
  const weights = setWeights(channels)
  const sizes = new Uint8Array(worth.length)
  for (let set = 1; set < worth.length; set++) sizes[set] = sizes[set >> 1]! + (set & 1)
  const gains = new Float64Array(channels)
  for (let c = 0; c < channels; c++) {
    for (let set = 0; set < worth.length; set++) {
      if ((set >> c) & 1) continue
      gains[c]! += weights[sizes[set]!]! * (worth[set | (1 << c)]! - worth[set]!)
    }
  }
  return gains
}

/** |S|!(n−|S|−1)!/n! by |S|: one over n times the number of sets of that size without the channel. */
function setWeights(channels: number): number[] {
  const weights: number[] = []
  let sets = 1
  for (let size = 0; size < channels; size++) {
    weights.push(1 / (channels * sets))
    sets = (sets * (channels - 1 - size)) / (size + 1)
  }
  return weights
}
