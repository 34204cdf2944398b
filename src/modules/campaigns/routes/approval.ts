import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Campaign, count, line, Money, Reason, SaidBrief, text } from '../things.ts'

const Item = z.object({ id: line(40).min(1), words: line(300).min(3, 'takes at least 3 letters') })
const Checklist = z.object({
  version: count,
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
  checklist: z.array(Item),
})
const Note = z.string().trim().max(1000).default('')

export const approvalRoutes = {
  submit: route({
    method: 'POST',
    path: '/campaigns/{id}/submission',
    access: 'campaigns:manage',
    summary: 'Submit a brief for approval: creative, then legal, then budget',
    input: One,
    output: Campaign,
  }),
  recall: route({
    method: 'DELETE',
    path: '/campaigns/{id}/submission',
    access: 'campaigns:manage',
    summary: 'Take a brief back out of approval to change it',
    input: One.extend({ reason: Reason }),
    output: Campaign,
  }),
  approve: route({
    method: 'POST',
    path: '/campaigns/{id}/approval',
    access: 'campaigns:approve',
    summary: 'Approve the stage that is next; the creative one with the brand checklist ticked',
    input: One.extend({
      /** The stage one means, so that nobody approves another that has become next meanwhile. */
      stage: z.enum(['creative', 'legal', 'budget']),
      ticked: z.array(text.max(40)).max(50).default([]),
      note: Note,
    }),
    output: Campaign,
  }),
  sendBack: route({
    method: 'POST',
    path: '/campaigns/{id}/return',
    access: 'campaigns:approve',
    summary: 'Send a brief back to its owner with the reason',
    input: One.extend({ reason: Reason }),
    output: Campaign,
  }),
  askChange: route({
    method: 'POST',
    path: '/campaigns/{id}/changes',
    access: 'campaigns:manage',
    summary: 'Ask for a change of an approved brief, with the reason',
    input: One.extend({
      brief: SaidBrief,
      planned: Money.nullable().optional(),
      reason: Reason,
      /** The approved version the change was written on; without it, the one in force. */
      baseVersion: z.number().int().optional(),
    }),
    output: Campaign,
  }),
  decideChange: route({
    method: 'POST',
    path: '/campaign-changes/{id}/decision',
    access: 'campaigns:decide',
    summary: 'Accept or refuse a change of an approved brief',
    input: One.extend({ accepts: z.boolean(), note: Note }),
    output: Campaign,
  }),
  withdrawChange: route({
    method: 'DELETE',
    path: '/campaign-changes/{id}',
    access: 'campaigns:manage',
    summary: 'Withdraw a change that is not decided yet',
    input: One,
    output: Campaign,
  }),
  checklist: route({
    method: 'GET',
    path: '/brand-checklist',
    access: 'campaigns:read',
    summary: 'The brand checklist that creative approval ticks, with its versions, newest first',
    input: z.object({}),
    output: z.object({ items: z.array(Checklist) }),
  }),
  changeChecklist: route({
    method: 'PUT',
    path: '/brand-checklist',
    access: 'campaigns:brand',
    summary: 'Change the brand checklist, with the reason; refused when changed since `version`',
    input: z.object({ checklist: z.array(Item).max(50), reason: Reason, version: count }),
    output: Checklist,
  }),
}
