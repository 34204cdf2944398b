import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { actionRoutes } from './routes/actions.ts'
import { anomalyRoutes } from './routes/anomalies.ts'
import { changeRoutes } from './routes/changes.ts'
import { coverageRoutes } from './routes/coverage.ts'
import { figureRoutes } from './routes/figures.ts'
import { landingRoutes } from './routes/landing.ts'
import { text } from './things.ts'

export { Action, ActionInput } from './routes/actions.ts'
export { Anomaly } from './routes/anomalies.ts'
export { Change, SegmentChange } from './routes/changes.ts'
export { Coverage } from './routes/coverage.ts'
export { Landing, LandingQuarter, OpenOpportunity } from './routes/landing.ts'
export * from './things.ts'

const Says = z.object({ says: text })

/** Fixed paths stand before `/forecast/{metric}`, which would take their names for a metric. */
export const forecast = contract(
  'forecast',
  {
    ...actionRoutes,
    ...anomalyRoutes,
    ...changeRoutes,
    ...coverageRoutes,
    ...landingRoutes,
    ...figureRoutes,
  },
  {
    targetSet: event(
      'set the bookings target of {quarter} to {amount}',
      z.object({ quarter: text, amount: text }),
    ),
    targetLifted: event('lifted the bookings target of {quarter}', z.object({ quarter: text })),
    anomalyFound: event('found an anomaly: {says}', Says),
    anomalySeen: event('looked at an anomaly: {says}', Says),
    actionDecided: event(
      'decided to act: {says}; {owner}, by {due}',
      z.object({ says: text, owner: text, due: text }),
    ),
    actionChanged: event('changed the action: {says}', Says),
    actionDone: event('closed the action: {says}', Says),
    actionReopened: event('opened the action again: {says}', Says),
  },
)
