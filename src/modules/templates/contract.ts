import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { stepRoutes } from './routes/steps.ts'
import { templateRoutes } from './routes/templates.ts'
import { text } from './things.ts'

export * from './things.ts'

const Named = z.object({ name: text })
const OfCampaign = Named.extend({ campaign: text })
const reads = 'campaigns:read'

export const templates = contract(
  'templates',
  { ...templateRoutes, ...stepRoutes },
  {
    added: event('made the template {name}', Named, reads),
    changed: event('changed the template {name}: {reason}', Named.extend({ reason: text }), reads),
    retired: event('retired the template {name}', Named, reads),
    restored: event('brought the template {name} back', Named, reads),
    started: event('started {campaign} from the template {name}', OfCampaign, reads),
    stepAdded: event('added the step {name} to {campaign}', OfCampaign, reads),
    stepChanged: event('changed the step {name} of {campaign}', OfCampaign, reads),
    stepRemoved: event('took the step {name} out of {campaign}', OfCampaign, reads),
    stepDone: event('finished the step {name} of {campaign}', OfCampaign, reads),
    stepReopened: event('opened the step {name} of {campaign} again', OfCampaign, reads),
    stepMoved: event('moved the step {name} of {campaign} to {due}', OfCampaign.extend({ due: text }), reads),
    stepsFollowed: event(
      'moved the steps of {campaign} with its first day',
      z.object({ campaign: text }),
      reads,
    ),
  },
)
