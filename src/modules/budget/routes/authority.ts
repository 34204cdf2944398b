import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One, paged, pageOf } from '../../../kernel/paging.ts'
import { Decision, Delegation, Limit, Request } from '../spending.ts'
import { Currency, Kind, Label, minor, Name, Reason, text } from '../things.ts'

export const authorityRoutes = {
  requests: route({
    method: 'GET',
    path: '/budget/requests',
    access: 'budget:read',
    summary: 'List requests to spend: what waits first, with what you may do about each',
    input: z.object({ state: Request.shape.state.optional(), line: text.optional() }),
    output: z.object({ items: z.array(Request) }),
  }),
  request: route({
    method: 'POST',
    path: '/budget/requests',
    access: 'budget:request',
    summary: 'Ask for an order on a line; somebody else decides',
    input: z.object({
      lineId: text,
      kind: Request.shape.kind.default('standard'),
      supplier: Name,
      what: Name,
      reason: Label.default(''),
      minor,
      currency: Currency,
      dueOn: z.iso.date(),
      /** The day of an order that was placed before it is asked for here. */
      orderedOn: z.iso.date().optional(),
      rate: z.object({ minor, unit: Name }).optional(),
    }),
    output: Request,
  }),
  approve: route({
    method: 'POST',
    path: '/budget/requests/{id}/approval',
    access: 'budget:decide',
    summary: 'Approve a request within your authority; its order is open at once',
    input: One.extend({ reason: Label.default('') }),
    output: Request,
  }),
  refuse: route({
    method: 'POST',
    path: '/budget/requests/{id}/refusal',
    access: 'budget:decide',
    summary: 'Refuse a request, with the reason',
    input: One.extend({ reason: Reason }),
    output: Request,
  }),
  escalate: route({
    method: 'POST',
    path: '/budget/requests/{id}/escalation',
    access: 'budget:request',
    summary: 'Pass a request up to whoever controls the budget, with the reason',
    input: One.extend({ reason: Reason }),
    output: Request,
  }),
  withdraw: route({
    method: 'POST',
    path: '/budget/requests/{id}/withdrawal',
    access: 'budget:request',
    summary: 'Withdraw a request of your own',
    input: One.extend({ reason: Reason }),
    output: Request,
  }),
  decisions: route({
    method: 'GET',
    path: '/budget/decisions',
    access: 'budget:read',
    summary: 'Read the decision log, the newest first, with the evidence of each decision',
    input: z.object({ ...paged(100), line: text.optional() }),
    output: pageOf(Decision),
  }),
  exportDecisions: route({
    method: 'GET',
    path: '/budget/decisions.csv',
    access: 'budget:read',
    summary: 'Download the decision log',
    download: true,
    input: z.object({ format: Format }),
    output: z.unknown(),
  }),
  limits: route({
    method: 'GET',
    path: '/budget/limits',
    access: 'budget:read',
    summary: 'List who may decide how much, and who stands in for whom',
    input: z.object({}),
    output: z.object({
      limits: z.array(Limit),
      delegations: z.array(Delegation),
      /** Those who may decide, to choose from. */
      people: z.array(z.object({ id: text, name: text })),
    }),
  }),
  setLimit: route({
    method: 'PUT',
    path: '/budget/limits/{personId}',
    access: 'budget:control',
    summary: 'Say what somebody may decide: amounts, kinds of cost, campaigns, until when',
    input: z.object({
      personId: text,
      perDecision: minor,
      perMonth: minor,
      kinds: z.array(Kind).max(6).default([]),
      campaigns: z.array(Name).max(200).default([]),
      until: z.iso.date(),
    }),
    output: Limit,
  }),
  endLimit: route({
    method: 'DELETE',
    path: '/budget/limits/{personId}',
    access: 'budget:control',
    summary: 'End what somebody may decide',
    input: z.object({ personId: text }),
    output: z.object({}),
  }),
  delegate: route({
    method: 'POST',
    path: '/budget/delegations',
    access: 'budget:decide',
    summary: 'Let somebody decide in your place for some days, within your authority',
    input: z.object({ toId: text, fromOn: z.iso.date(), toOn: z.iso.date(), reason: Reason }),
    output: Delegation,
  }),
  endDelegation: route({
    method: 'DELETE',
    path: '/budget/delegations/{id}',
    access: 'budget:decide',
    summary: 'End that somebody decides in your place',
    input: One,
    output: z.object({}),
  }),
}
