import { z } from 'zod'
import { changesOf } from '../../kernel/changes.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One } from '../../kernel/paging.ts'
import { Line } from '../identity/contract.ts'
import { reviewRoutes } from './routes/review.ts'
import { count, Detail, Named, Outcome, Sprint, SprintTerms, text } from './things.ts'

export * from './things.ts'

const reads = 'work:read'
const version = z.number().int().min(1)
const ids = z.array(text.max(80)).min(1, 'names no item').max(500, 'names 500 items at most')
const reason = Line(300).default('')
const Told = z.object({ name: text })
const Many = Told.extend({ count })

export const sprints = contract(
  'sprints',
  {
    list: route({
      method: 'GET',
      path: '/sprints',
      access: 'work:read',
      summary: 'List sprints, the running ones first, with what was committed and what came of it',
      input: z.object({ teamId: text.max(80).optional() }),
      output: z.object({ items: z.array(Sprint), teams: z.array(Named.extend({ isOwn: z.boolean() })) }),
    }),
    show: route({
      method: 'GET',
      path: '/sprints/{id}',
      access: 'work:read',
      summary: 'Show a sprint whole: capacity, items, burndown, changes of scope, review',
      input: One,
      output: Detail,
    }),
    add: route({
      method: 'POST',
      path: '/sprints',
      access: 'work:write',
      summary: 'Plan a sprint of a team',
      input: SprintTerms,
      output: Sprint,
    }),
    change: route({
      method: 'PATCH',
      path: '/sprints/{id}',
      access: 'work:write',
      summary: 'Change what is said of a sprint; days and measure stay once it has begun',
      input: changesOf(SprintTerms.omit({ teamId: true })).extend({ id: text, version }),
      output: Sprint,
    }),
    take: route({
      method: 'POST',
      path: '/sprints/{id}/items',
      access: 'work:write',
      summary: 'Take items into a sprint; after its start with a reason, which is kept',
      input: One.extend({ ids, reason }),
      output: z.object({ taken: count }),
    }),
    leave: route({
      method: 'POST',
      path: '/sprints/{id}/leavings',
      access: 'work:write',
      summary: 'Take items out of a sprint; after its start with a reason, which is kept',
      input: One.extend({ ids, reason }),
      output: z.object({ left: count }),
    }),
    start: route({
      method: 'POST',
      path: '/sprints/{id}/start',
      access: 'work:write',
      summary: 'Begin a sprint: what is in it now is the commitment',
      input: One.extend({ version }),
      output: Sprint,
    }),
    unstart: route({
      method: 'POST',
      path: '/sprints/{id}/start/reversal',
      access: 'work:write',
      summary: 'Take the start of a sprint back, as long as its scope has not changed and nothing is done',
      input: One.extend({ version }),
      output: Sprint,
    }),
    close: route({
      method: 'POST',
      path: '/sprints/{id}/close',
      access: 'work:write',
      summary: 'End a sprint, deciding of each item that is not done where it goes',
      input: One.extend({ version, outcomes: z.array(Outcome).max(500) }),
      output: z.object({ sprint: Sprint, nextId: text.nullable() }),
    }),
    reopen: route({
      method: 'POST',
      path: '/sprints/{id}/close/reversal',
      access: 'work:write',
      summary: 'Take the end of a sprint back, as long as what was carried over has gone no further',
      input: One.extend({ version }),
      output: Sprint,
    }),
    ...reviewRoutes,
  },
  {
    planned: event('planned the sprint {name}', Told, reads),
    changed: event('changed the sprint {name}', Told, reads),
    taken: event('took items into the sprint {name}: {count}', Many, reads),
    left: event('took items out of the sprint {name}: {count}', Many, reads),
    estimated: event('changed estimates in the sprint {name}: {count}', Many, reads),
    started: event('began the sprint {name}', Told, reads),
    unstarted: event('took the start of the sprint {name} back', Told, reads),
    closed: event('ended the sprint {name}', Told, reads),
    reopened: event('took the end of the sprint {name} back', Told, reads),
    noted: event('said something in the review of the sprint {name}', Told, reads),
    noteRemoved: event('took back what was said in the review of the sprint {name}', Told, reads),
    improved: event('made an improvement of what was said in the sprint {name}', Told, reads),
    linkMade: event('made a link to give feedback on the sprint {name}', Told, reads),
    linkTakenBack: event('took the links for feedback on the sprint {name} back', Told, reads),
    feedback: event('gave feedback on the sprint {name} by link', Told, reads),
  },
)
