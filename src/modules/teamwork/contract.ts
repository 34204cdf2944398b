import { contract } from '../../kernel/contract.ts'
import { events } from './events.ts'
import { agreementRoutes } from './routes/agreements.ts'

export * from './things/agreement.ts'
export * from './things/words.ts'

export const teamwork = contract('teamwork', { ...agreementRoutes }, events)
