/**
 * Weights of the touches of one conversion under a model that weighs channels over all journeys (Markov, Shapley): the
 * weights of the channels present are rescaled to sum to 1, and a channel's weight is divided evenly over its touches.
 *
 * `touches` names the channel of each touch in order; `channelWeights` holds what the model gave each channel, any unit,
 * from 0 up. A channel the model does not know weighs 0; when all present weigh 0 they share evenly. The weights are in
 * the order of the touches, for `creditsOf`. Throws RangeError for a negative or non-finite weight.
 */
export function journeyWeights(
  touches: readonly string[],
  channelWeights: ReadonlyMap<string, number>,
): number[] {
  const counts = new Map<string, number>()
  for (const channel of touches) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  let total = 0
  for (const channel of counts.keys()) total += weightOf(channel, channelWeights)
  return touches.map((channel) => {
    const share = total === 0 ? 1 / counts.size : weightOf(channel, channelWeights) / total
    return share / counts.get(channel)!
  })
}

function weightOf(channel: string, channelWeights: ReadonlyMap<string, number>): number {
  const weight = channelWeights.get(channel) ?? 0
  if (Number.isFinite(weight) && weight >= 0) return weight
  throw new RangeError(`The weight of channel ${channel} must be a number from 0 up, not ${weight}.`)
}
