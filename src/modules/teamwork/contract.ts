import { contract } from '../../kernel/contract.ts'
import { events } from './events.ts'
import { agreementRoutes } from './routes/agreements.ts'
import { checkInRoutes } from './routes/check-ins.ts'
import { delegationRoutes } from './routes/delegations.ts'
import { helpRoutes } from './routes/help.ts'
import { learningRoutes } from './routes/learning.ts'
import { reviewRoutes } from './routes/reviews.ts'

export * from './things/agreement.ts'
export * from './things/check-in.ts'
export * from './things/delegation.ts'
export * from './things/feedback.ts'
export * from './things/hand.ts'
export * from './things/lesson.ts'
export * from './things/review.ts'
export * from './things/words.ts'

export const teamwork = contract(
  'teamwork',
  {
    ...agreementRoutes,
    ...reviewRoutes,
    ...helpRoutes,
    ...learningRoutes,
    ...checkInRoutes,
    ...delegationRoutes,
  },
  events,
)
