import { z } from 'zod'
import { Day, Id, Named, words } from './words.ts'

const text = z.string()
const int = z.number().int()
const long = words(4000)

/** One thing that happened, on the way to what went wrong. */
export const Moment = z.object({ on: Day, what: words(300) })

/** What a review asks: of the process, of nobody. */
export const ReviewTerms = z.object({
  title: words(160),
  happenedOn: Day,
  happened: long,
  timeline: z.array(Moment).max(60, 'are 60 at most'),
  expected: long,
  /** What in the process allowed it. */
  allowed: long,
  /** Opened by somebody on their own work or decision. */
  isOwn: z.boolean(),
})

export const ReviewLine = z.object({
  id: text,
  title: text,
  happenedOn: text,
  isOwn: z.boolean(),
  openedBy: text,
  openedAt: text,
  dueOn: text,
  state: z.enum(['open', 'closed']),
  isLate: z.boolean(),
  improvements: int,
  adopted: int,
})
export type ReviewLine = z.infer<typeof ReviewLine>

export const ImprovementState = z.enum(['idea', 'running', 'adopted', 'dropped'])
export type ImprovementState = z.infer<typeof ImprovementState>

/** A value with its day; `from` is the first of the days a metric was counted over, null for a number by hand. */
export const Measured = z.object({ value: z.number(), on: text, from: text.nullable() })
export type Measured = z.infer<typeof Measured>

export const ImprovementTerms = z.object({
  what: words(200),
  why: z.string().trim().max(2000, 'has room for 2000 letters'),
  ownerId: Id,
  dueOn: Day,
  /** A metric of the catalogue; null where a number is written by hand. */
  metric: z.string().max(80).nullable(),
  measure: z.string().trim().max(120),
  unit: z.string().trim().max(30),
})

export const Improvement = z.object({
  id: text,
  review: Named.nullable(),
  what: text,
  why: text,
  owner: Named,
  metric: text.nullable(),
  measure: text,
  unit: text,
  currency: text.nullable(),
  before: Measured.nullable(),
  after: Measured.nullable(),
  whyNone: text.nullable(),
  dueOn: text,
  isLate: z.boolean(),
  state: ImprovementState,
  reason: text.nullable(),
  version: int,
  can: z.object({ change: z.boolean() }),
  /** Why it cannot be adopted yet. */
  whyNotAdopt: text.nullable(),
})
export type Improvement = z.infer<typeof Improvement>

export const Review = ReviewLine.extend({
  ...ReviewTerms.shape,
  changes: z.array(Improvement),
  whyNone: text.nullable(),
  closedAt: text.nullable(),
  version: int,
  can: z.object({ change: z.boolean() }),
  /** Why it cannot be closed yet without a reason. */
  whyNotClose: text.nullable(),
})
export type Review = z.infer<typeof Review>
