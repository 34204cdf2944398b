import { z } from 'zod'
import { Day, Named, Words, words } from './words.ts'

const text = z.string()
const int = z.number().int()

export const HandKind = z.enum(['ask', 'offer'])
export const HandState = z.enum(['open', 'taken', 'done', 'withdrawn'])
export type HandState = z.infer<typeof HandState>

export const HandTerms = z.object({
  kind: HandKind,
  what: words(200),
  skills: Words,
  hours: z.number().min(0.25, 'is a quarter of an hour at least').max(200, 'are 200 at most'),
  untilOn: Day,
})

export const Hand = z.object({
  id: text,
  kind: HandKind,
  what: text,
  skills: z.array(text),
  hours: z.number(),
  untilOn: text,
  by: Named,
  state: HandState,
  isPast: z.boolean(),
  taken: Named.nullable(),
  spentHours: z.number().nullable(),
  thanks: text.nullable(),
  /** Open ones of the other kind, of others, that share words with it. */
  fits: z.array(Named.extend({ by: text, shared: z.array(text) })),
  version: int,
  can: z.object({
    take: z.boolean(),
    giveBack: z.boolean(),
    finish: z.boolean(),
    thank: z.boolean(),
    withdraw: z.boolean(),
    reopen: z.boolean(),
  }),
})
export type Hand = z.infer<typeof Hand>

export const Win = z.object({
  id: text,
  to: Named.nullable(),
  team: Named.nullable(),
  what: text,
  by: text,
  on: text,
  isOfHelp: z.boolean(),
  can: z.object({ remove: z.boolean() }),
})
export type Win = z.infer<typeof Win>

/** What is done so that a behaviour is seen more often, and what was seen of it. */
export const IncentiveTerms = z.object({
  behaviour: words(200),
  what: words(300),
  ownerId: z.string().max(80).nullable(),
  sinceOn: Day,
  effect: z.string().trim().max(1000).nullable(),
  isEnded: z.boolean(),
})
export const Incentive = z.object({
  id: text,
  behaviour: text,
  what: text,
  owner: Named.nullable(),
  sinceOn: text,
  effect: text.nullable(),
  effectOn: text.nullable(),
  endedOn: text.nullable(),
  version: int,
})
export type Incentive = z.infer<typeof Incentive>
