import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { agencyRoutes } from './routes/agencies.ts'
import { deliverableRoutes } from './routes/deliverables.ts'
import { moneyRoutes } from './routes/money.ts'
import { text } from './things.ts'

export * from './things.ts'

const Named = z.object({ name: text })
const OfCampaign = Named.extend({ campaign: text })
const What = z.object({ what: text, agency: text })
const Why = What.extend({ reason: text })
const reads = 'campaigns:read'

export const agencies = contract(
  'agencies',
  { ...agencyRoutes, ...deliverableRoutes, ...moneyRoutes },
  {
    added: event('took up the agency {name}', Named, reads),
    changed: event('changed the agency {name}', Named, reads),
    ratesSet: event('set the agreed rates of {name}', Named, 'budget:rates'),
    suppliersSet: event('said under which names {name} is paid', Named, 'budget:read'),
    campaignGiven: event('gave {campaign} to {name}', OfCampaign, reads),
    campaignTaken: event('took {campaign} from {name}', OfCampaign, reads),
    deliverableAdded: event('agreed on {what} with {agency}', What, reads),
    deliverableChanged: event('changed {what} of {agency}', What, reads),
    deliverableRemoved: event('took {what} out of what {agency} delivers', What, reads),
    delivered: event('delivered {what} for {agency}', What, reads),
    deliveryTaken: event('took the delivery of {what} by {agency} back', What, reads),
    accepted: event('accepted {what} of {agency}', What, reads),
    sentBack: event('sent {what} back to {agency}: {reason}', Why, reads),
    verdictTaken: event('opened the verdict on {what} of {agency} again', What, reads),
  },
)
