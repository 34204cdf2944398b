import {
  type ChannelCredit,
  chainShape,
  fitChain,
  type Journeys,
  removalEffects,
  shapley,
} from '../../../methods/attribution.ts'

/** A data-driven model of these journeys, ready for other counts of the same journeys: the shape is made once. */
export function shareModel(
  journeys: Journeys,
  model: 'markov' | 'shapley',
  order: number,
): (counted: Journeys) => ChannelCredit[] {
  if (model === 'shapley') return shapley
  const shape = chainShape(journeys, order)
  return (counted) => removalEffects(fitChain(shape, counted)).channels
}
