import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { paged, pageOf } from '../../../kernel/paging.ts'
import { cohort, count, Dispute, entry, Lead, Opportunity, origin, share, text } from '../things.ts'

export const sales = {
  velocity: route({
    method: 'GET',
    path: '/pipeline/velocity',
    access: 'metrics:read',
    summary: 'Pipeline velocity: opportunities × win rate × value ÷ days to close',
    input: z.object(cohort),
    output: z.object({
      opportunities: count,
      winRate: share,
      averageValue: z.object({ amount: z.number(), currency: text }).nullable(),
      medianDays: share,
      perDay: z.object({ amount: z.number(), currency: text }).nullable(),
      notes: z.array(text),
    }),
  }),
  opportunities: route({
    method: 'GET',
    path: '/opportunities',
    access: 'metrics:read',
    summary: 'List opportunities',
    input: z.object({
      ...cohort,
      ...paged(100),
      search: text.max(200).optional(),
      outcome: z.enum(['open', 'won', 'lost']).optional(),
      sort: z.enum(['amount', 'opened', 'closed', 'name']).default('closed'),
      order: z.enum(['up', 'down']).default('down'),
    }),
    output: pageOf(Opportunity),
  }),
  opportunity: route({
    method: 'GET',
    path: '/opportunities/{id}',
    access: 'metrics:read',
    summary: 'Show an opportunity with its stages, people and where it came from',
    input: z.object({ id: text }),
    output: Opportunity.extend({
      stages: z.array(entry),
      contacts: z.array(z.object({ id: text, name: text.nullable(), role: text.nullable() })),
      from: origin.nullable(),
    }),
  }),
  winLoss: route({
    method: 'GET',
    path: '/pipeline/win-loss',
    access: 'metrics:read',
    summary: 'Won and lost by reason, owner, manager, product, segment or any other dimension',
    input: z.object({ ...cohort, by: text.default('loss_reason') }),
    output: z.object({
      groups: z.array(
        z.object({
          value: text.nullable(),
          won: count,
          lost: count,
          winRate: share,
          interval: z.tuple([z.number(), z.number()]).nullable(),
          wonValue: z.object({ amount: z.number(), currency: text }).nullable(),
        }),
      ),
      notes: z.array(text),
    }),
  }),
  leads: route({
    method: 'GET',
    path: '/leads',
    access: 'metrics:read',
    summary: 'List leads with the stage they stand in',
    input: z.object({
      ...cohort,
      ...paged(100),
      search: text.max(200).optional(),
      stage: text.optional(),
    }),
    output: pageOf(Lead),
  }),
  lead: route({
    method: 'GET',
    path: '/leads/{id}',
    access: 'metrics:read',
    summary: 'Show a lead with its stages, touches, opportunities, disputes and where it came from',
    input: z.object({ id: text }),
    output: Lead.extend({
      stages: z.array(entry.extend({ imputed: z.boolean() })),
      touches: z.array(
        z.object({
          at: text,
          kind: text.nullable(),
          channel: text.nullable(),
          campaign: text.nullable(),
          detail: text.nullable(),
        }),
      ),
      opportunities: z.array(Opportunity),
      disputes: z.array(Dispute),
      from: z.array(origin.extend({ source: text })),
    }),
  }),
  disputes: route({
    method: 'GET',
    path: '/disputes',
    access: 'metrics:read',
    summary: 'Leads that sales operations disputes, with answers',
    input: z.object({ open: z.boolean().optional() }),
    output: z.object({ items: z.array(Dispute) }),
  }),
  dispute: route({
    method: 'POST',
    path: '/leads/{id}/disputes',
    access: 'leads:dispute',
    summary: 'Dispute a lead with a reason',
    input: z.object({ id: text, reason: text.min(3).max(1000) }),
    output: Dispute,
  }),
  answerDispute: route({
    method: 'POST',
    path: '/disputes/{id}/answer',
    access: 'quality:manage',
    summary: 'Answer a dispute: upheld or declined, with the reason',
    input: z.object({ id: text, verdict: z.enum(['upheld', 'declined']), answer: text.min(3).max(1000) }),
    output: Dispute,
  }),
}
