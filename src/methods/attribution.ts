export { bootstrapShares, type Resampling, type ShareInterval } from './attribution/bootstrap.ts'
export { accountTouches, type Member, twoLevelWeights } from './attribution/buying-group.ts'
export { type Chain, type ChainShape, chainShape } from './attribution/chain.ts'
export { creditsOf } from './attribution/credits.ts'
export { fitChain } from './attribution/fit.ts'
export { journeyWeights } from './attribution/journey-weights.ts'
export {
  type ChannelCredit,
  gatherJourneys,
  influencedConversions,
  type Journey,
  type Journeys,
  sharesOf,
  sum,
} from './attribution/journeys.ts'
export { type Markov, markov, type RemovalEffect, removalEffects } from './attribution/markov.ts'
export { chooseOrder, type OrderScore } from './attribution/order.ts'
export { type ChannelRanking, rankChannels, spearman } from './attribution/ranking.ts'
export {
  type AnchorShares,
  milestoneTouch,
  type RuleModel,
  type RuleModelName,
  ruleModels,
  type Timeline,
  touchWeights,
} from './attribution/rule-models.ts'
export { ruleTotals } from './attribution/rule-totals.ts'
export { mostForSets, shapley, shapleyOverSets } from './attribution/shapley.ts'
export { type Ending, type Transition, transitionChain } from './attribution/transitions.ts'
