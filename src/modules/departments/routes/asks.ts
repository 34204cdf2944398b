import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { changesOf } from '../../../kernel/changes.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Ask, AskState, AskTerms, Size } from '../things/ask.ts'

const text = z.string()
const version = z.number().int().min(1)
const Filter = z.object({
  pageId: text.max(80).optional(),
  state: AskState.optional(),
  only: z.enum(['open', 'overdue', 'mine', 'of-me']).optional(),
})

export const askRoutes = {
  asks: route({
    method: 'GET',
    path: '/asks',
    access: 'departments:read',
    summary: 'List what was asked of departments: the open ones by rank, then the closed ones',
    input: Filter,
    output: z.object({ items: z.array(Ask) }),
  }),
  exportAsks: route({
    method: 'GET',
    path: '/asks/export',
    access: 'departments:read',
    summary: 'Export what was asked of departments for a spreadsheet',
    download: true,
    input: Filter.extend({ format: Format }),
    output: z.object({ name: text, type: text, body: z.unknown() }),
  }),
  oneAsk: route({
    method: 'GET',
    path: '/asks/{id}',
    access: 'departments:read',
    summary: 'One ask, with what is done about it',
    input: One,
    output: Ask,
  }),
  ask: route({
    method: 'POST',
    path: '/departments/{id}/asks',
    access: 'departments:ask',
    summary: 'Ask something of a department: what, why, worth how much, by when',
    input: One.extend({
      ...AskTerms.shape,
      minor: AskTerms.shape.minor.default(null),
      kpiId: AskTerms.shape.kpiId.default(null),
      ofId: AskTerms.shape.ofId.default(null),
      size: AskTerms.shape.size.default(null),
      goalId: text.max(80).nullable().default(null),
    }),
    output: Ask,
  }),
  changeAsk: route({
    method: 'PATCH',
    path: '/asks/{id}',
    access: 'departments:read',
    summary:
      'Change what you asked; what is left out stays. Refused when somebody changed it since `version`',
    input: One.extend({ version, ...changesOf(AskTerms).shape }),
    output: Ask,
  }),
  answer: route({
    method: 'POST',
    path: '/asks/{id}/answer',
    access: 'departments:read',
    summary: 'Accept an ask, decline it with a reason, finish it, withdraw it, or open it again',
    input: One.extend({ version, state: AskState, reason: text.trim().max(500).default('') }),
    output: Ask,
  }),
  size: route({
    method: 'PUT',
    path: '/asks/{id}/size',
    access: 'departments:read',
    summary: 'Say how much work an ask is, as the department that was asked',
    input: One.extend({ version, size: Size.nullable() }),
    output: Ask,
  }),
  rank: route({
    method: 'PUT',
    path: '/asks/{id}/rank',
    access: 'departments:read',
    summary: 'Put an ask at a place among what is open in its department; those after it make room',
    input: One.extend({ rank: z.number().int().min(1) }),
    output: z.object({ before: z.number().int() }),
  }),
  remind: route({
    method: 'POST',
    path: '/asks/{id}/reminder',
    access: 'departments:ask',
    summary: 'Remind those who were asked, once a day at most',
    input: One,
    output: z.object({}),
  }),
}
