import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { scenarioRoutes } from './routes/scenarios.ts'
import { writingRoutes } from './routes/writing.ts'

export * from './things.ts'

const What = z.object({ what: z.string() })
const read = 'budget:read'

export const scenarios = contract(
  'scenarios',
  { ...scenarioRoutes, ...writingRoutes },
  {
    made: event('made the scenario {what}', What, read),
    said: event('renamed the scenario {what}', What, read),
    changed: event('changed the scenario {what}', What, read),
    headcountChanged: event('changed headcount lines of the scenario {what}', What, 'budget:headcount'),
    refreshed: event('brought the scenario {what} up to date with the budget', What, read),
    adopted: event('adopted the scenario {what}: {reason}', What.extend({ reason: z.string() }), read),
    takenBack: event('took back the adoption of the scenario {what}', What, read),
    removed: event('removed the scenario {what}', What, read),
    restored: event('put back the scenario {what}', What, read),
  },
)
