import { parentPort, workerData } from 'node:worker_threads'
import {
  bootstrapShares,
  chainShape,
  fitChain,
  type Journeys,
  removalEffects,
  sharesOf,
} from '../../../methods/attribution.ts'

export type Asked = { journeys: Journeys; order: number; resamples: number }

const { journeys, order, resamples } = workerData as Asked
const shape = chainShape(journeys, order)
const shares = (drawn: Journeys) => sharesOf(removalEffects(fitChain(shape, drawn)).channels)
const steps = bootstrapShares(journeys, shares, { seed: 1, resamples, confidence: 0.95 })
for (let step = steps.next(); ; step = steps.next()) {
  if (step.done) {
    parentPort?.postMessage({ result: step.value })
    break
  }
  parentPort?.postMessage({ progress: step.value.done })
}
