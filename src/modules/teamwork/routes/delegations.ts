import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Delegation, DelegationTerms, Occasion, Questions } from '../things/delegation.ts'
import { version, words } from '../things/words.ts'

const text = z.string()
const WorkType = z.object({ id: text.nullable(), name: text })
const Prompts = z.object({
  version: z.number().int(),
  sets: z.array(z.object({ occasion: Occasion, title: text, questions: z.array(text) })),
  versions: z.array(
    z.object({
      version: z.number().int(),
      reason: text,
      by: text.nullable(),
      changedAt: text.nullable(),
      questions: z.number().int(),
    }),
  ),
  can: z.object({ change: z.boolean() }),
})

export const delegationRoutes = {
  delegations: route({
    method: 'GET',
    path: '/delegations',
    access: 'teamwork:read',
    summary:
      'List the delegation levels you are one of the two of, or all with teamwork:manage, with those before',
    input: z.object({}),
    output: z.object({ items: z.array(Delegation) }),
  }),
  proposeDelegation: route({
    method: 'POST',
    path: '/delegations',
    access: 'teamwork:write',
    summary: 'Propose how far decisions about a type of work are delegated; the other of the two agrees',
    input: DelegationTerms.extend({ words: DelegationTerms.shape.words.default('') }),
    output: Delegation,
  }),
  agreeDelegation: route({
    method: 'POST',
    path: '/delegations/{id}/agreement',
    access: 'teamwork:write',
    summary: 'Agree to a delegation level that the other proposed; it takes the place of the one before',
    input: One.extend({ version }),
    output: Delegation,
  }),
  lookAtDelegation: route({
    method: 'POST',
    path: '/delegations/{id}/looks',
    access: 'teamwork:write',
    summary: 'Say that you looked at a delegation level and that it still fits',
    input: One.extend({ version }),
    output: Delegation,
  }),
  endDelegation: route({
    method: 'PUT',
    path: '/delegations/{id}/end',
    access: 'teamwork:write',
    summary: 'End a delegation level or withdraw a proposal, as one of the two; or take that back',
    input: One.extend({ version, isEnded: z.boolean() }),
    output: Delegation,
  }),
  workTypes: route({
    method: 'GET',
    path: '/work-types',
    access: 'teamwork:read',
    summary: 'List the types of work that delegation levels are about',
    input: z.object({}),
    output: z.object({ items: z.array(WorkType) }),
  }),
  addWorkType: route({
    method: 'POST',
    path: '/work-types',
    access: 'teamwork:write',
    summary: 'Add a type of work',
    input: z.object({ name: words(80) }),
    output: WorkType,
  }),
  prompts: route({
    method: 'GET',
    path: '/prompts',
    access: 'teamwork:read',
    summary: 'Questions to ask before telling, by occasion, in their versions',
    input: z.object({}),
    output: Prompts,
  }),
  changePrompts: route({
    method: 'PUT',
    path: '/prompts/{occasion}',
    access: 'teamwork:manage',
    summary:
      'Put other questions to an occasion, as a new version; refused when somebody changed them meanwhile',
    input: z.object({
      occasion: Occasion,
      version: z.number().int().min(0),
      questions: Questions,
      reason: words(300),
    }),
    output: Prompts,
  }),
}
