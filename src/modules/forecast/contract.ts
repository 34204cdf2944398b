import { contract } from '../../kernel/contract.ts'
import { changeRoutes } from './routes/changes.ts'
import { figureRoutes } from './routes/figures.ts'

export { Change, SegmentChange } from './routes/changes.ts'
export * from './things.ts'

export const forecast = contract('forecast', { ...figureRoutes, ...changeRoutes })
