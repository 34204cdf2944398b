import { z } from 'zod'
import { contract, route } from '../../kernel/contract.ts'

const text = z.string()

export const Hit = z.object({
  id: text,
  /** What people call a record of its kind: `Budget line`. */
  kind: text,
  title: text,
  hint: text,
  path: text,
})
export type Hit = z.infer<typeof Hit>

export const search = contract('search', {
  find: route({
    method: 'GET',
    path: '/search',
    access: 'member',
    summary: 'Find records you may read by their names and numbers, at most six of a kind',
    input: z.object({ words: text.max(200).default('') }),
    output: z.object({ hits: z.array(Hit) }),
  }),
})
