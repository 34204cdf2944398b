import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { goalRoutes } from './routes/goals.ts'
import { kpiRoutes } from './routes/kpis.ts'

export * from './things/goal.ts'
export * from './things/kpi.ts'

const text = z.string()
const What = z.object({ what: text })

export const strategy = contract(
  'strategy',
  { ...kpiRoutes, ...goalRoutes },
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
    goalAdded: event('set the goal {what}', What),
    goalChanged: event('changed the goal {what}: {how}', What.extend({ how: text })),
    goalTyped: event('typed {share} as the progress of the goal {what}', What.extend({ share: text })),
  },
)
