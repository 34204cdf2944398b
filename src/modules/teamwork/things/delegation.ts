import { z } from 'zod'
import { Id, Named, words } from './words.ts'

const text = z.string()
const int = z.number().int()

export const DelegationTerms = z.object({
  personId: Id,
  leaderId: Id,
  work: words(80),
  level: int.min(1, 'is 1 at least').max(7, 'is 7 at most'),
  /** What the two mean by it; empty for the usual words. */
  words: z.string().trim().max(500),
})
export const Delegation = z.object({
  id: text,
  person: Named,
  leader: Named,
  work: text,
  level: int,
  title: text,
  words: text,
  proposedOn: text,
  agreedOn: text.nullable(),
  lookedOn: text.nullable(),
  endedOn: text.nullable(),
  isToBeLookedAt: z.boolean(),
  version: int,
  can: z.object({ agree: z.boolean(), look: z.boolean(), end: z.boolean() }),
})
export type Delegation = z.infer<typeof Delegation>

export const Occasion = z.enum(['one-to-one', 'review', 'retrospective', 'blocked', 'declined', 'check-in'])
export type Occasion = z.infer<typeof Occasion>
export const Questions = z.array(words(200)).min(1, 'are one at least').max(15, 'are 15 at most')
export type PromptSets = Record<Occasion, string[]>
