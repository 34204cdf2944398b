import { parentPort, workerData } from 'node:worker_threads'
import { type Draw, drawFits, fitResponse, type Weekly } from '../../../methods/response/index.ts'

export type Asked = { weekly: Weekly; draws: number }
export type Answer = { fit: ReturnType<typeof fitResponse>['fit']; draws: Draw[] }

const { weekly, draws: n } = workerData as Asked
const { fit, problem } = fitResponse(weekly)
const draws: Draw[] = []
for (const draw of drawFits(problem, fit, { seed: 1, draws: n })) {
  draws.push(draw)
  parentPort?.postMessage({ progress: draws.length })
}
parentPort?.postMessage({ result: { fit, draws } satisfies Answer })
