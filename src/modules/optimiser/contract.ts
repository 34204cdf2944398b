import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { count, Fitted, LimitAsked, MetricId, number, Proposal, Readiness, Run, text } from './things.ts'

export * from './things.ts'

const Aim = One.extend({
  mode: z.enum(['budget', 'return', 'marginal']).default('budget'),
  /** A week, in minor units of the currency; what is spent today where it is left out. */
  budgetMinor: count.min(0).max(1e15).optional(),
  /** With the modes `return` and `marginal`: the least outcome per unit of spend, in all or of the last unit. */
  least: number.min(0).max(1e12).optional(),
  /** How far every channel may move from today, as a share of it. */
  change: number.min(0).max(10).default(0.3),
  limits: z.array(LimitAsked).max(100).default([]),
})
export type Aim = z.output<typeof Aim>

const Asked = z.object({ metric: text })

export const optimiser = contract(
  'optimiser',
  {
    outcomes: route({
      method: 'GET',
      path: '/optimiser/outcomes',
      access: 'costs:read',
      summary: 'List the outcomes that spend can be held against, and which is asked for first',
      input: z.object({}),
      output: z.object({
        items: z.array(z.object({ id: text, title: text })),
        usual: text.nullable(),
      }),
    }),
    readiness: route({
      method: 'GET',
      path: '/optimiser/readiness',
      access: 'costs:read',
      summary: 'Tell how many weeks of spend and outcome there are, and what can be fitted to them',
      input: z.object({ metric: MetricId }),
      output: Readiness,
    }),
    latest: route({
      method: 'GET',
      path: '/optimiser/fits',
      access: 'costs:read',
      summary: 'Show the newest fit of an outcome, how far it is, and the newest that was finished',
      input: z.object({ metric: MetricId }),
      output: z.object({ run: Run.nullable(), finished: text.nullable() }),
    }),
    fit: route({
      method: 'POST',
      path: '/optimiser/fits',
      access: 'costs:write',
      summary: 'Fit response curves of channels to the weeks there are, in the background',
      input: z.object({ metric: MetricId }),
      output: Run,
    }),
    stop: route({
      method: 'DELETE',
      path: '/optimiser/fits/{id}',
      access: 'costs:write',
      summary: 'Stop a fit that is running',
      input: One,
      output: Run,
    }),
    show: route({
      method: 'GET',
      path: '/optimiser/fits/{id}',
      access: 'costs:read',
      summary: 'Show response curves, contributions and returns of channels with their intervals',
      input: One,
      output: Fitted,
    }),
    propose: route({
      method: 'GET',
      path: '/optimiser/fits/{id}/proposal',
      access: 'costs:read',
      summary: 'Propose the spend by channel that brings most, with its expected gain and its downside',
      input: Aim,
      output: Proposal,
    }),
    exportProposal: route({
      method: 'GET',
      path: '/optimiser/fits/{id}/proposal.csv',
      access: 'costs:read',
      summary: 'Download the proposed spend, safe to open in a spreadsheet',
      download: true,
      input: Aim.extend({ format: Format }),
      output: z.unknown(),
    }),
  },
  {
    fitAsked: event('asked for response curves of {metric}', Asked, 'costs:read'),
    fitDone: event('fitted response curves of {metric}', Asked, 'costs:read'),
    fitStopped: event('stopped fitting response curves of {metric}', Asked, 'costs:read'),
    fitFailed: event(
      'could not fit response curves of {metric}: {reason}',
      Asked.extend({ reason: text }),
      'costs:read',
    ),
  },
)
