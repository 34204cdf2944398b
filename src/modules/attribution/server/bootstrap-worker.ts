import { parentPort, workerData } from 'node:worker_threads'
import { bootstrapShares, type Journeys, sharesOf } from '../../../methods/attribution.ts'
import { shareModel } from './share-model.ts'

export type Asked = { journeys: Journeys; model: 'markov' | 'shapley'; order: number; resamples: number }

const { journeys, model, order, resamples } = workerData as Asked
const credit = shareModel(journeys, model, order)
const steps = bootstrapShares(journeys, (drawn) => sharesOf(credit(drawn)), {
  seed: 1,
  resamples,
  confidence: 0.95,
})
for (let step = steps.next(); ; step = steps.next()) {
  if (step.done) {
    parentPort?.postMessage({ result: step.value })
    break
  }
  parentPort?.postMessage({ progress: step.value.done })
}
