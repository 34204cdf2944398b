import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Asking, minor, Reason, text } from '../things.ts'

const Preview = z.object({
  minor,
  currency: text,
  months: z.array(minor),
  monthsOn: z.array(text),
  available: minor,
  /** Why it could not be asked for, or not be approved as the line stands. */
  whyNot: text.nullable(),
})

export const fundingRoutes = {
  weigh: route({
    method: 'GET',
    path: '/positions/{id}/weight',
    access: 'budget:headcount',
    summary: 'Show what a position takes of a headcount line, month by month',
    input: One.extend({ lineId: text }),
    output: Preview,
  }),
  ask: route({
    method: 'POST',
    path: '/positions/{id}/askings',
    access: 'budget:request',
    summary: 'Ask for the budget of a position in a fiscal year; somebody else decides',
    input: One.extend({ lineId: text, reason: text.max(500).default('') }),
    output: Asking,
  }),
  approve: route({
    method: 'POST',
    path: '/positions/askings/{id}/approval',
    access: 'budget:decide',
    summary: 'Approve the budget of a position within your authority',
    input: One.extend({ reason: text.max(500).default('') }),
    output: Asking,
  }),
  refuse: route({
    method: 'POST',
    path: '/positions/askings/{id}/refusal',
    access: 'budget:decide',
    summary: 'Refuse the budget of a position, with the reason',
    input: One.extend({ reason: Reason }),
    output: Asking,
  }),
  escalate: route({
    method: 'POST',
    path: '/positions/askings/{id}/escalation',
    access: 'budget:request',
    summary: 'Pass a position up to whoever controls the budget, with the reason',
    input: One.extend({ reason: Reason }),
    output: Asking,
  }),
  withdraw: route({
    method: 'POST',
    path: '/positions/askings/{id}/withdrawal',
    access: 'budget:request',
    summary: 'Withdraw what you asked for yourself',
    input: One.extend({ reason: Reason }),
    output: Asking,
  }),
}
