export { geometricAdstock, normalisedAdstock } from './adstock.ts'
export { type Aim, allocateFor } from './aim.ts'
export { type Allocation, type Allotted, allocate } from './allocate.ts'
export { type Draw, drawFits, quantile } from './bootstrap.ts'
export { type Fit, type FittedChannel, fitFamily, fitResponse, type Weekly } from './fit.ts'
export { inseparable, whyLeftAlone, whyNotFit } from './refusal.ts'
export {
  type Curve,
  hill,
  logistic,
  marginal,
  response,
  robynInflexion,
  type Shape,
} from './saturation.ts'
