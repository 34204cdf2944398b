import { contract } from '../../kernel/contract.ts'
import { figureRoutes } from './routes/figures.ts'

export * from './things.ts'

export const forecast = contract('forecast', { ...figureRoutes })
