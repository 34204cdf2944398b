export { type Delayed, delayCost, leastDelayOrder } from './delay-order.ts'
export type { Values } from './formula/evaluate.ts'
export {
  type Computed,
  computeAll,
  type Formula,
  type Read,
  readFormula,
  whyNotComputed,
  whyNotFormula,
} from './formula/formula.ts'
export { type Ranked, rank } from './rank.ts'
export { cd3, type IceReading, ice, rice, type Scored, wsjf } from './scores.ts'
export { type Inputs, type ScoreOf, type Sensitivity, sensitivity } from './sensitivity.ts'
