import { z } from 'zod'
import { Named } from './page.ts'

const text = z.string()
const int = z.number().int()
const words = (most: number, least = 3) =>
  z.string().trim().min(least, `takes at least ${least} letters`).max(most)

export const AskState = z.enum(['asked', 'accepted', 'declined', 'done', 'withdrawn'])
export type AskState = z.infer<typeof AskState>
/** How much work it is, as the department sees it. */
export const Size = z.enum(['S', 'M', 'L', 'XL'])

/** Without defaults: what a change leaves out stays as it is. */
export const AskTerms = z.object({
  what: words(160),
  /** What comes of it, or what does not without it. */
  why: words(2000),
  /** What it is worth or saves, in minor units of the organisation’s currency. */
  minor: int.min(1, 'is more than nothing').max(1e15, 'is beyond what can be counted').nullable(),
  /** The KPI agreement that it moves. */
  kpiId: text.max(80).nullable(),
  dueOn: z.iso.date('is not a date: write it like 2026-02-28'),
  /** Somebody of the department; left out, whoever of it takes it up. */
  ofId: text.max(80).nullable(),
  size: Size.nullable(),
})

export const Ask = z.object({
  id: text,
  page: Named,
  what: text,
  why: text,
  impact: z.object({ minor: int, currency: text }).nullable(),
  kpi: Named.nullable(),
  goal: Named.nullable(),
  size: Size.nullable(),
  /** Its place among what is open in the department, from 1; null once it is closed. */
  rank: int.nullable(),
  dueOn: text,
  askedBy: text,
  askedAt: text,
  of: Named.nullable(),
  state: AskState,
  reason: text.nullable(),
  answered: z.object({ by: text, at: text }).nullable(),
  /** Days since it was asked, until it was closed. */
  age: int,
  isOverdue: z.boolean(),
  version: int,
  can: z.object({
    change: z.boolean(),
    accept: z.boolean(),
    decline: z.boolean(),
    finish: z.boolean(),
    withdraw: z.boolean(),
    reopen: z.boolean(),
    rank: z.boolean(),
    remind: z.boolean(),
  }),
})
export type Ask = z.infer<typeof Ask>
