import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Vision } from '../things/vision.ts'

const text = z.string()
const what = z.string().trim().min(3, 'takes at least 3 letters').max(300)

export const suggestionRoutes = {
  suggest: route({
    method: 'POST',
    path: '/vision/suggestions',
    access: 'strategy:read',
    summary: 'Suggest other words for a passage of the vision',
    input: z.object({
      quote: z.string().trim().min(1, 'names the passage, word for word').max(1000),
      text: z.string().trim().max(2000).default(''),
      /** Blank takes the passage out. */
      replacement: z.string().trim().max(1000),
    }),
    output: Vision,
  }),
  answerSuggestion: route({
    method: 'POST',
    path: '/vision/suggestions/{id}/answer',
    access: 'strategy:manage',
    summary: 'Accept a suggestion, which changes the passage and makes a version; or decline or resolve',
    input: One.extend({
      verdict: z.enum(['accepted', 'declined', 'resolved']),
      says: z.string().trim().max(500).default(''),
    }),
    output: Vision,
  }),
  addStep: route({
    method: 'POST',
    path: '/vision/steps',
    access: 'strategy:manage',
    summary: 'Add a step to the plan of action',
    input: z.object({
      what,
      ownerId: text.nullable().default(null),
      dueOn: z.iso.date().nullable().default(null),
    }),
    output: Vision,
  }),
  changeStep: route({
    method: 'PATCH',
    path: '/vision/steps/{id}',
    access: 'strategy:manage',
    summary: 'Change a step of the plan of action, or say that it is done',
    input: One.extend({
      what: what.optional(),
      ownerId: text.nullable().optional(),
      dueOn: z.iso.date().nullable().optional(),
      isDone: z.boolean().optional(),
    }),
    output: Vision,
  }),
  removeStep: route({
    method: 'DELETE',
    path: '/vision/steps/{id}',
    access: 'strategy:manage',
    summary: 'Take a step out of the plan of action',
    input: One,
    output: Vision,
  }),
}
