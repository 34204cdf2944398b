import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { authorityRoutes } from './routes/authority.ts'
import { lineRoutes } from './routes/lines.ts'
import { orderRoutes } from './routes/orders.ts'
import { planningRoutes } from './routes/planning.ts'
import { text } from './things.ts'

export * from './planning.ts'
export * from './sheet.ts'
export * from './spending.ts'
export * from './things.ts'

const What = z.object({ what: text })
const Why = What.extend({ reason: text })
const read = 'budget:read'
/** What is said of headcount lines is for those alone who may read them. */
const headcount = 'budget:headcount'

export const budget = contract(
  'budget',
  { ...lineRoutes, ...orderRoutes, ...authorityRoutes, ...planningRoutes },
  {
    yearOpened: event('opened the budget of {what}', What, read),
    planApproved: event('approved the plan of {what}', What, read),
    linesAdded: event('added to the budget: {what}', What, read),
    linesChanged: event('changed the budget: {what}', What, read),
    lineRemoved: event('removed a budget line: {what}', What, read),
    lineRestored: event('put back a budget line: {what}', What, read),
    headcountAdded: event('added headcount lines: {what}', What, headcount),
    headcountChanged: event('changed headcount lines: {what}', What, headcount),
    headcountFrozen: event('froze the headcount lines of {what}', What, headcount),
    moved: event('moved budget: {what}', Why, read),
    headcountMoved: event('moved headcount budget: {what}', Why, headcount),
    requested: event('asked for an order: {what}', What, read),
    approved: event('approved {what}', What, read),
    refused: event('refused {what}: {reason}', Why, read),
    escalated: event('passed up {what}: {reason}', Why, read),
    withdrawn: event('withdrew {what}: {reason}', Why, read),
    released: event('released from a blanket order: {what}', What, read),
    orderClosed: event('closed the order {what}: {reason}', Why, read),
    orderReopened: event('opened again the order {what}', What, read),
    invoiceBooked: event('booked an invoice: {what}', What, read),
    invoiceVoided: event('voided an invoice: {what}: {reason}', Why, read),
    limitSet: event('set what somebody may decide: {what}', What, read),
    limitEnded: event('ended what {what} may decide', What, read),
    delegated: event('lets somebody decide: {what}', Why, read),
    delegationEnded: event('ended a delegation: {what}', What, read),
    splitSet: event('shared out {what}', What, read),
    splitEnded: event('shares {what} out no more', What, read),
    recurrenceSet: event('let {what} recur', What, read),
    recurrenceEnded: event('ended that {what} recurs', What, read),
    accrued: event('accrued {what}', What, read),
    accrualReversed: event('reversed an accrual: {what}: {reason}', Why, read),
    guardSet: event('changed the guard-rail: {reason}', z.object({ reason: text }), read),
    guardCrossed: event('went under the guard-rail with {what}: {reason}', Why, read),
  },
)
