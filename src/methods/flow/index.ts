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
export { type OneByOne, oneByOne, whyNotOneByOne } from './one-by-one.ts'
export type { Simulation } from './simulation.ts'
