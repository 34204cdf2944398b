import { z } from 'zod'
import { Named, Words, words } from './words.ts'

const text = z.string()

export const LessonTerms = z.object({
  what: words(1000),
  /** When it is worth remembering. */
  recall: words(300),
  tags: Words,
  /** Left out or null: for whoever writes it alone. */
  teamId: z.string().max(80).nullable(),
})
export const Lesson = z.object({
  id: text,
  what: text,
  recall: text,
  tags: z.array(text),
  owner: Named,
  team: Named.nullable(),
  on: text,
  version: z.number().int(),
  can: z.object({ change: z.boolean() }),
})
export type Lesson = z.infer<typeof Lesson>
