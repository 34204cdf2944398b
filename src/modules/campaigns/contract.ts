import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { approvalRoutes } from './routes/approval.ts'
import { campaignRoutes } from './routes/campaigns.ts'
import { linkRoutes } from './routes/links.ts'
import { text } from './things.ts'

export { Link, Term } from './routes/links.ts'
export * from './things.ts'

const Named = z.object({ name: text })
const Why = Named.extend({ reason: text })
const reads = 'campaigns:read'

export const campaigns = contract(
  'campaigns',
  { ...campaignRoutes, ...approvalRoutes, ...linkRoutes },
  {
    added: event('planned {name}', Named, reads),
    cloned: event('cloned {name} from {from}', Named.extend({ from: text, fromId: text }), reads),
    changed: event('changed {name}', Named, reads),
    plannedCostSet: event('set the planned cost of {name}', Named, 'costs:read'),
    amountsSet: event('set amounts in the brief of {name}', Named, 'costs:read'),
    submitted: event('submitted {name} for approval', Named, reads),
    recalled: event('recalled {name} from approval: {reason}', Why, reads),
    stageApproved: event('approved {name}: {stage}', Named.extend({ stage: text }), reads),
    approved: event('completed the approval of {name}', Named, reads),
    sentBack: event('sent {name} back: {reason}', Why, reads),
    stopped: event('stopped {name}: {reason}', Why, reads),
    changeAsked: event('asked for a change of {name}: {reason}', Why, reads),
    changeAccepted: event('accepted a change of {name}', Named, reads),
    changeRefused: event('refused a change of {name}: {reason}', Why, reads),
    changeWithdrawn: event('withdrew a change of {name}', Named, reads),
    sourcesSet: event('said what {name} is called in other systems', Named, reads),
    guestsSet: event('gave {name} to guests', Named, reads),
    checklistChanged: event('changed the brand checklist: {reason}', z.object({ reason: text }), reads),
    termAdded: event('allowed {value} as {kind} of links', z.object({ kind: text, value: text }), reads),
    termRemoved: event(
      'took {value} out of the allowed {kind} of links',
      z.object({ kind: text, value: text }),
      reads,
    ),
    linkBuilt: event('built a link: {address}', z.object({ address: text }), reads),
  },
)
