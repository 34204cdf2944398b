import { z } from 'zod'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { count, day, text } from '../things.ts'

export const Action = z.object({
  id: text,
  says: text,
  metric: text,
  metricTitle: text,
  /** The segment it is about, and the dimension that has it. */
  dimension: text.nullable(),
  segment: text.nullable(),
  from: day,
  to: day,
  owner: z.object({ id: text, name: text }),
  dueOn: day,
  isOverdue: z.boolean(),
  state: z.enum(['open', 'done']),
  decidedBy: text,
  decidedAt: text,
  doneAt: text.nullable(),
})
export type Action = z.infer<typeof Action>

/** What is entered; the page's form and the route take the same. */
export const ActionInput = z.object({
  says: z.string().trim().min(3, 'takes at least 3 letters').max(300),
  ownerId: text.min(1),
  dueOn: day,
})

export const actionRoutes = {
  actions: route({
    method: 'GET',
    path: '/forecast/actions',
    access: 'metrics:read',
    summary: 'List what was decided to do about a change, the most urgent first',
    input: z.object({
      state: z.enum(['open', 'done']).optional(),
      limit: count.min(1).max(500).default(200),
    }),
    output: z.object({ items: z.array(Action) }),
  }),
  act: route({
    method: 'POST',
    path: '/forecast/actions',
    access: 'forecast:act',
    summary: 'Turn a change into an action with an owner and a day to look again',
    input: ActionInput.extend({
      metric: text,
      from: day,
      to: day,
      dimension: text.nullable().default(null),
      segment: text.nullable().default(null),
    }),
    output: Action,
  }),
  changeAction: route({
    method: 'PATCH',
    path: '/forecast/actions/{id}',
    access: 'forecast:act',
    summary: 'Close an action or open it again, or change its sentence, owner or day',
    input: changesOf(ActionInput).extend({ id: text, state: z.enum(['open', 'done']).optional() }),
    output: Action,
  }),
}
