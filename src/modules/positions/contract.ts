import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { deliverableRoutes } from './routes/deliverables.ts'
import { fundingRoutes } from './routes/funding.ts'
import { hoursRoutes } from './routes/hours.ts'
import { positionRoutes } from './routes/positions.ts'
import { text } from './things.ts'

export { HoursEdit } from './routes/hours.ts'
export * from './things.ts'

const What = z.object({ what: text })
const Why = What.extend({ reason: text })
const read = 'positions:read'
const headcount = 'budget:headcount'

export const positions = contract(
  'positions',
  { ...hoursRoutes, ...deliverableRoutes, ...fundingRoutes, ...positionRoutes },
  {
    added: event('drafted the position {what}', What, read),
    changed: event('changed the position {what}', What, read),
    removed: event('removed the draft of the position {what}', What, read),
    restored: event('put back the draft of the position {what}', What, read),
    costSet: event('said what the position {what} costs', What, headcount),
    asked: event('asked for the budget of the position {what}', What, headcount),
    approved: event('approved the position {what}', What, headcount),
    refused: event('refused the position {what}: {reason}', Why, headcount),
    escalated: event('passed up the position {what}: {reason}', Why, headcount),
    withdrawn: event('withdrew what was asked for the position {what}: {reason}', Why, headcount),
    opened: event('opened the position {what} for hiring', What, read),
    filled: event('filled the position {what}: {who}', What.extend({ who: text }), read),
    ended: event('ended the position {what}: {reason}', Why, read),
    resumed: event('took back that the position {what} has ended', What, read),
    reopened: event('took the position {what} back to draft: {reason}', Why, read),
    deliverableAdded: event('agreed on a deliverable of {what}: {name}', What.extend({ name: text }), read),
    deliverableChanged: event('changed a deliverable of {what}: {name}', What.extend({ name: text }), read),
    delivered: event('noted as delivered by {what}: {name}', What.extend({ name: text }), read),
    deliverableRemoved: event('removed a deliverable of {what}: {name}', What.extend({ name: text }), read),
    hoursSet: event('set hours of {what}', What, read),
  },
)
