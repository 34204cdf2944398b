import { z } from 'zod'
import { Day, Id, Named, words } from './words.ts'

const text = z.string()
const part = words(1500)

/** About what somebody did or what came of it; there is no field for what somebody is. */
export const FeedbackTerms = z.object({
  toId: Id,
  about: z.enum(['behaviour', 'outcome']),
  happenedOn: Day,
  situation: part,
  behaviour: part,
  effect: part,
  next: part,
})

export const Feedback = z.object({
  id: text,
  from: Named,
  to: Named,
  isMine: z.boolean(),
  happenedOn: text,
  givenOn: text,
  /** From what happened to the feedback. */
  days: z.number().int(),
  ...FeedbackTerms.pick({ about: true }).shape,
  situation: text,
  behaviour: text,
  effect: text,
  next: text,
  answer: text.nullable(),
  can: z.object({ answer: z.boolean(), takeBack: z.boolean() }),
})
export type Feedback = z.infer<typeof Feedback>

/** How soon feedback comes, in days; null where too little is there to say it. */
export const Timeliness = z.object({ median: z.number().nullable(), of: z.number().int(), says: text })
export type Timeliness = z.infer<typeof Timeliness>
