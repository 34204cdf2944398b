import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { launchRoutes } from './routes/launches.ts'
import { moveRoutes } from './routes/moves.ts'
import { text } from './things.ts'

export * from './things.ts'

const Named = z.object({ name: text })
const Why = Named.extend({ reason: text })
const OfCampaign = Named.extend({ campaign: text })
const reads = 'campaigns:read'

export const launches = contract(
  'launches',
  { ...launchRoutes, ...moveRoutes },
  {
    added: event('planned the launch of {name}', Named, reads),
    changed: event('changed the launch of {name}', Named, reads),
    moved: event(
      'moved the launch of {name} from {from} to {to}: {reason}',
      Why.extend({ from: text, to: text }),
      reads,
    ),
    moveUndone: event(
      'took the move of the launch of {name} back to {to}',
      Named.extend({ to: text }),
      reads,
    ),
    confirmed: event('confirmed the launch of {name}', Named, reads),
    launched: event('launched {name}', Named, reads),
    calledOff: event('called the launch of {name} off: {reason}', Why, reads),
    reopened: event('put the launch of {name} back to {state}', Named.extend({ state: text }), reads),
    campaignLinked: event('put {campaign} behind the launch of {name}', OfCampaign, reads),
    campaignUnlinked: event('took {campaign} from the launch of {name}', OfCampaign, reads),
    fitted: event('fitted {campaign} to the launch of {name}', OfCampaign, reads),
  },
)
