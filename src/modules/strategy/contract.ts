import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { goalRoutes } from './routes/goals.ts'
import { kpiRoutes } from './routes/kpis.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { visionRoutes } from './routes/vision.ts'

export * from './things/goal.ts'
export * from './things/kpi.ts'
export * from './things/vision.ts'

const text = z.string()
const Version = z.object({ what: text, version: z.number().int() })
const What = z.object({ what: text })

export const strategy = contract(
  'strategy',
  { ...kpiRoutes, ...goalRoutes, ...visionRoutes, ...suggestionRoutes },
  {
    kpiProposed: event('proposed the KPI agreement {what}', What),
    kpiSigned: event('signed the KPI agreement {what} as {role}', What.extend({ role: text })),
    kpiCompleted: event('completed the signatures of the KPI agreement {what}', What),
    kpiSuperseded: event('superseded the KPI agreement {what}', What),
    kpiWithdrawn: event('withdrew the KPI agreement {what}: {reason}', What.extend({ reason: text })),
    kpiValueKept: event(
      'kept {value} for {month} of the KPI agreement {what}',
      What.extend({ month: text, value: text }),
    ),
    visionSaved: event(
      'saved version {version} of the vision {what}: {reason}',
      Version.extend({ reason: text }),
    ),
    visionPutBack: event(
      'put version {before} of the vision {what} back as version {version}',
      Version.extend({ before: z.number() }),
    ),
    buyInGiven: event('bought in to version {version} of the vision {what}', Version),
    remarkMade: event('made a {kind} on the vision {what}', What.extend({ kind: text })),
    remarkAnswered: event(
      'answered a {kind} on the vision {what}: {verdict}',
      What.extend({ kind: text, verdict: text }),
    ),
    stepAdded: event('added to the plan of action: {what}', What),
    stepChanged: event('changed in the plan of action: {what}', What),
    stepRemoved: event('took out of the plan of action: {what}', What),
    goalAdded: event('set the goal {what}', What),
    goalChanged: event('changed the goal {what}: {how}', What.extend({ how: text })),
    goalTyped: event('typed {share} as the progress of the goal {what}', What.extend({ share: text })),
  },
)
