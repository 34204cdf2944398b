import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { line, Money, Name, Reason } from '../campaigns/contract.ts'
import { flags } from './rules.ts'

const text = z.string()
const day = z.iso.date()
const count = z.number().int()
const prose = z.string().trim().max(4000)
const Person = z.object({ id: text, name: text })

const said = {
  /** Of what of the campaign it is the back-up: the whole, or one deliverable. */
  name: Name,
  trigger: prose.min(3, 'takes at least 3 letters'),
  metric: text.max(100).nullable().default(null),
  /** In the metric’s unit; money in whole units of the organisation’s currency. */
  below: z.number().min(0).max(1e12).nullable().default(null),
  byOn: day.nullable().default(null),
  planB: prose.min(3, 'takes at least 3 letters'),
  activation: prose.default(''),
  ownerId: text.nullable().default(null),
  rehearseEvery: count.min(1).max(3660).default(90),
}

export const BackUp = z.object({
  id: text,
  campaign: z.object({ id: text, name: text }),
  name: text,
  trigger: text,
  metric: text.nullable(),
  below: z.number().nullable(),
  byOn: day.nullable(),
  planB: text,
  activation: text,
  owner: Person.nullable(),
  rehearseEvery: count,
  cost: Money.nullable(),
  hidesCost: z.boolean(),
  rehearsedOn: day.nullable(),
  rehearsals: z.array(z.object({ on: day, note: text, by: text })),
  /** When the metric was last held against the trigger, and whether it was known. */
  checked: z.object({ at: text, isKnown: z.boolean() }).nullable(),
  metAt: text.nullable(),
  activations: z.array(
    z.object({
      reason: text,
      by: text,
      at: text,
      endedBy: text.nullable(),
      endedAt: text.nullable(),
      endReason: text.nullable(),
    }),
  ),
  isActive: z.boolean(),
  flags: z.array(z.enum(flags)),
  version: count,
})
export type BackUp = z.infer<typeof BackUp>

const List = z.object({
  items: z.array(BackUp),
  /** Campaigns ahead or under way that have none. */
  uncovered: z.array(z.object({ id: text, name: text, startsOn: day, standing: text })),
  people: z.array(Person),
  can: z.object({ change: z.boolean() }),
})
const Named = z.object({ name: text, campaign: text })
const reads = 'campaigns:read'
const manages = 'campaigns:manage' as const

export const contingencies = contract(
  'contingencies',
  {
    list: route({
      method: 'GET',
      path: '/back-up-plans',
      access: 'campaigns:read',
      summary: 'List back-up plans with what is wrong with each, and campaigns that have none',
      input: z.object({ campaignId: text.max(60).optional() }),
      output: List,
    }),
    add: route({
      method: 'POST',
      path: '/campaigns/{id}/back-up-plans',
      access: manages,
      summary: 'Write a back-up plan for a campaign',
      input: One.extend({ ...said, cost: Money.nullable().optional() }),
      output: BackUp,
    }),
    change: route({
      method: 'PUT',
      path: '/back-up-plans/{id}',
      access: manages,
      summary: 'Change a back-up plan; a cost left out stays. Refused when changed since `version`',
      input: One.extend({ ...said, cost: Money.nullable().optional(), version: count }),
      output: BackUp,
    }),
    remove: route({
      method: 'DELETE',
      path: '/back-up-plans/{id}',
      access: manages,
      summary: 'Take a back-up plan away that was never activated',
      input: One,
      output: z.object({}),
    }),
    rehearse: route({
      method: 'POST',
      path: '/back-up-plans/{id}/rehearsals',
      access: manages,
      summary: 'Say when a back-up plan was rehearsed and what came of it',
      input: One.extend({ on: day, note: line(1000).default('') }),
      output: BackUp,
    }),
    activate: route({
      method: 'POST',
      path: '/back-up-plans/{id}/activation',
      access: manages,
      summary: 'Activate a back-up plan, with the reason',
      input: One.extend({ reason: Reason }),
      output: BackUp,
    }),
    end: route({
      method: 'DELETE',
      path: '/back-up-plans/{id}/activation',
      access: manages,
      summary: 'Take an activation back, with the reason',
      input: One.extend({ reason: Reason }),
      output: BackUp,
    }),
    check: route({
      method: 'POST',
      path: '/back-up-plan-checks',
      access: manages,
      summary: 'Check the triggers that can be measured on the campaigns’ figures now',
      input: z.object({}),
      output: z.object({ checked: count, met: count }),
    }),
  },
  {
    added: event('wrote the back-up plan {name} of {campaign}', Named, reads),
    changed: event('changed the back-up plan {name} of {campaign}', Named, reads),
    costSet: event('set the cost of the back-up plan {name} of {campaign}', Named, 'costs:read'),
    removed: event('took the back-up plan {name} of {campaign} away', Named, reads),
    rehearsed: event('rehearsed the back-up plan {name} of {campaign}', Named, reads),
    activated: event(
      'activated the back-up plan {name} of {campaign}: {reason}',
      Named.extend({ reason: text }),
      reads,
    ),
    ended: event(
      'took back the activation of {name} of {campaign}: {reason}',
      Named.extend({ reason: text }),
      reads,
    ),
    checked: event('checked the triggers of back-up plans', z.object({}), reads),
    triggerMet: event('found the trigger of the back-up plan {name} of {campaign} met', Named, reads),
  },
)
