export { type BurnChange, type BurnPoint, burn } from './burn.ts'
export { cumulativeFlow, type Edges, edgesOf, type FlowBand, throughput, workInProgress } from './counts.ts'
export {
  chanceWithin,
  type Delivery,
  daysAt,
  daysToFinish,
  itemsAt,
  itemsWithin,
  whyNotDelivery,
  type Yield,
} from './delivery.ts'
export { percentile } from './distribution.ts'
export { type Throughput, whyNotHistory } from './history.ts'
export {
  type Age,
  agesAt,
  cycleTimes,
  type FlowItem,
  flowItems,
  type StageInterval,
  type Stages,
} from './items.ts'
export { type LeadTime, leadTime } from './lead-time.ts'
export { type LittlesLaw, littlesLaw } from './littles-law.ts'
export { type OneByOne, oneByOne, whyNotOneByOne } from './one-by-one.ts'
export { type Replay, type ReplayCase, replay } from './replay.ts'
export type { Simulation } from './simulation.ts'
