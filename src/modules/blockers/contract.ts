import { z } from 'zod'
import { changesOf } from '../../kernel/changes.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { PlanDay } from '../../kernel/plan-day.ts'
import { Line } from '../identity/contract.ts'
import { Words } from '../work/contract.ts'
import { Asked, Blocker, BlockerTerms, causes, count, Ledger, Named, OnDay, text } from './things.ts'

export * from './things.ts'

const reads = 'work:read'
const version = z.number().int().min(1)
const Seen = One.extend({ version })
/** The feed tells items by their number: their titles may be confidential. */
const Told = z.object({ item: text })
const kind = z.enum(['internal', 'external'])
const answer = One.extend({
  text: Words(2000).refine((words) => words.length >= 2, 'needs words'),
  expectedOn: PlanDay.nullable().default(null),
})

export const blockers = contract(
  'blockers',
  {
    list: route({
      method: 'GET',
      path: '/blockers',
      access: 'work:read',
      summary: 'List what blocks items on boards that you may see, the oldest first',
      input: z.object({
        state: z.enum(['open', 'ended', 'all']).default('open'),
        itemId: text.max(80).optional(),
        kind: kind.optional(),
        ownerId: text.max(80).optional(),
        cause: z.enum(causes).optional(),
      }),
      output: z.object({
        items: z.array(Blocker),
        open: count,
        medianDays: count.nullable(),
        can: z.object({ write: z.boolean() }),
      }),
    }),
    choices: route({
      method: 'GET',
      path: '/blockers/choices',
      access: 'work:read',
      summary: 'List the people, teams and agencies that a blocker can name',
      input: z.object({}),
      output: z.object({
        people: z.array(Named),
        teams: z.array(Named),
        agencies: z.array(Named),
      }),
    }),
    block: route({
      method: 'POST',
      path: '/blockers',
      access: 'work:write',
      summary: 'Say that an item is blocked: by what, by whom, and who sees to it',
      input: BlockerTerms.extend({
        /** Its id, or its number as people say it. */
        item: text.max(80),
        /** When it began; now, unless said. */
        sinceOn: PlanDay.nullable().default(null),
      }),
      output: Blocker,
    }),
    change: route({
      method: 'PATCH',
      path: '/blockers/{id}',
      access: 'work:write',
      summary: 'Change what is said of a blocker',
      input: changesOf(BlockerTerms).extend({ id: text, version }),
      output: Blocker,
    }),
    unblock: route({
      method: 'POST',
      path: '/blockers/{id}/end',
      access: 'work:write',
      summary: 'Say that a blocker is gone, and what ended it',
      input: Seen.extend({ with: Line(300).min(2, 'needs words: what ended it') }),
      output: Blocker,
    }),
    reopen: route({
      method: 'POST',
      path: '/blockers/{id}/reopening',
      access: 'work:write',
      summary: 'Take back that a blocker is gone: it counts from where it began',
      input: Seen,
      output: Blocker,
    }),
    escalate: route({
      method: 'POST',
      path: '/blockers/{id}/escalation',
      access: 'work:write',
      summary: 'Hand a blocker up to somebody who can end it, with what is asked of them',
      input: Seen.extend({ toId: text.max(80), why: Line(500).min(3, 'needs words: what they should do') }),
      output: Blocker,
    }),
    nudge: route({
      method: 'POST',
      path: '/blockers/nudges',
      access: 'work:write',
      summary: 'Remind those who see to blockers, each of them once a day at most',
      input: z.object({ ids: z.array(text.max(80)).min(1, 'names none').max(200) }),
      output: z.object({ nudged: count, passedOver: count }),
    }),
    answer: route({
      method: 'POST',
      path: '/blockers/{id}/answers',
      access: 'work:write',
      summary: 'Note what was answered about a blocker, and by when it ends',
      input: answer,
      output: Blocker,
    }),
    mine: route({
      method: 'GET',
      path: '/blockers/given',
      access: 'campaigns:guest',
      summary: 'List what waits for your agency',
      input: z.object({}),
      output: z.object({ agency: text.nullable(), items: z.array(Asked) }),
    }),
    answerMine: route({
      method: 'POST',
      path: '/blockers/given/{id}/answers',
      access: 'campaigns:guest',
      summary: 'Answer what waits for your agency, and say by when it comes',
      input: answer,
      output: Asked,
    }),
    ledger: route({
      method: 'GET',
      path: '/blockers/ledger',
      access: 'work:read',
      summary: 'Add up the days that items lost to blockers, internal and external, by cause and party',
      input: z.object({ from: OnDay, to: OnDay, boardId: text.max(80).optional() }),
      output: Ledger,
    }),
  },
  {
    blocked: event('said that {item} is blocked', Told, reads),
    changed: event('changed what blocks {item}', Told, reads),
    unblocked: event('said that {item} is blocked no more', Told, reads),
    reopened: event('said that {item} is blocked still', Told, reads),
    escalated: event('handed up what blocks {item} to {to}', Told.extend({ to: text }), reads),
    nudged: event('reminded those who see to {count} blockers', z.object({ count }), reads),
    answered: event('answered about what blocks {item}', Told, reads),
  },
)
