import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Goal, GoalInput, GoalState } from '../things/goal.ts'

const text = z.string()
const version = z.number().int().min(1)

export const goalRoutes = {
  goals: route({
    method: 'GET',
    path: '/goals',
    access: 'strategy:read',
    summary: 'List goals, those above before those below, each with what moves it',
    input: z.object({ state: GoalState.optional() }),
    output: z.object({ items: z.array(Goal) }),
  }),
  goal: route({
    method: 'GET',
    path: '/goals/{id}',
    access: 'strategy:read',
    summary: 'One goal with its progress and what it is made of',
    input: One,
    output: Goal,
  }),
  addGoal: route({
    method: 'POST',
    path: '/goals',
    access: 'strategy:manage',
    summary: 'Set a business objective, a marketing goal or an initiative, under a goal or the vision',
    input: GoalInput.extend({ under: z.object({ kind: text, id: text }).nullable().default(null) }),
    output: Goal,
  }),
  changeGoal: route({
    method: 'PATCH',
    path: '/goals/{id}',
    access: 'strategy:manage',
    summary:
      'Change a goal, or say that it is done or dropped; refused when somebody changed it since `version`',
    input: One.extend({
      version,
      name: GoalInput.shape.name.optional(),
      level: GoalInput.shape.level.optional(),
      description: GoalInput.shape.description.unwrap().optional(),
      from: GoalInput.shape.from.optional(),
      to: GoalInput.shape.to.optional(),
      ownerId: text.nullable().optional(),
      weight: GoalInput.shape.weight.unwrap().optional(),
      state: GoalState.optional(),
    }),
    output: Goal,
  }),
  typeProgress: route({
    method: 'PUT',
    path: '/goals/{id}/typed-progress',
    access: 'strategy:manage',
    summary: 'Type the progress of a goal that nothing else moves; it is labelled as typed, with your name',
    input: One.extend({
      share: z.number().min(0).max(1, 'is between 0 and 1').nullable(),
      note: z.string().trim().max(300).default(''),
    }),
    output: Goal,
  }),
}
