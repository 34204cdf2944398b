import { z } from 'zod'
import { Where } from '../../engine/query/query.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()
export const share = z.number().nullable()

/** How a person or an opportunity is found to have entered a stage; the earliest of the rules counts. */
export const EntryRule = z.union([
  z.strictObject({ date: text }),
  z.strictObject({ history: z.array(text).min(1) }),
  z.strictObject({ opportunity: z.enum(['opened', 'won']) }),
])
export const Stage = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]{1,20}$/, 'takes 2 to 21 small letters, digits or _'),
  name: text.min(1).max(60),
  rules: z.array(EntryRule).min(1).max(10),
  /** Days within which the stage should be left. */
  slaDays: count.min(1).max(3650).nullable(),
})
export type Stage = z.infer<typeof Stage>
export const StageSet = z.object({
  version: count,
  stages: z.array(Stage),
  changedAt: text.nullable(),
  by: text.nullable(),
  reason: text,
})

export const cohort = {
  from: day.optional(),
  to: day.optional(),
  where: z.array(Where).max(20).default([]),
}

export const FunnelStep = z.object({
  stage: text,
  name: text,
  /** Of the cohort, how many reached the stage within the horizon. */
  reached: count,
  /** Of these, entries put in because a later stage was reached. */
  imputed: count,
  /** Share of the stage before that reached this one; of the first stage null. */
  fromPrevious: share,
  fromPreviousInterval: z.tuple([z.number(), z.number()]).nullable(),
  fromFirst: share,
  /** Median days from the first stage to this one. */
  medianFromFirst: share,
  /** Left the funnel here: reached this stage, not the next, and rejected, lost or past the horizon. */
  leaked: count,
  open: count,
  medianDays: share,
  p85Days: share,
})
export const FunnelGroup = z.object({ value: text.nullable(), steps: z.array(FunnelStep) })

/** What became of people in a stage; the words of the figures that count them. */
export const Fate = z.enum([
  ...(['gone', 'waiting', 'refused', 'kept', 'broken', 'due', 'overdue', 'dated'] as const),
  ...(['advanced', 'rejected', 'lost', 'open', 'late'] as const),
])
export type Fate = z.infer<typeof Fate>
/** A person, or an opportunity nobody is linked to, behind a figure of the funnel. */
export const Behind = z.object({
  id: text,
  kind: z.enum(['contact', 'opportunity']),
  name: text.nullable(),
  account: text.nullable(),
  channel: text.nullable(),
  /** The day of the stage that places it in the period, and of the stage it was to reach. */
  enteredOn: text.nullable(),
  reachedOn: text.nullable(),
  /** Where it stands now, and since when. */
  stage: text.nullable(),
  since: text.nullable(),
  importId: text.nullable(),
  file: text.nullable(),
  row: count,
})
export type Behind = z.infer<typeof Behind>

export const Week = z.object({
  week: text,
  from: text,
  to: text,
  entered: z.record(text, count),
  /** Share of the cohort's final conversions that its age lets us expect to have happened. */
  maturity: share,
  won: count,
  expectedWon: z.number().nullable(),
})
export const StageReadOut = z.object({
  stage: text,
  name: text,
  level: share,
  direction: z.enum(['up', 'down', 'flat', 'unknown']),
  speed: share,
  says: text,
})

export const Opportunity = z.object({
  id: text,
  key: text,
  name: text.nullable(),
  account: text.nullable(),
  owner: text.nullable(),
  manager: text.nullable(),
  product: text.nullable(),
  segment: text.nullable(),
  origin: text.nullable(),
  stage: text.nullable(),
  outcome: z.enum(['open', 'won', 'lost']),
  amount: z.object({ amount: z.number(), currency: text }).nullable(),
  /** The amount in the currency it was sold in, where it counts in another by a rate. */
  soldFor: z.object({ amount: z.number(), currency: text }).nullable(),
  openedOn: text.nullable(),
  closedOn: text.nullable(),
  lossReason: text.nullable(),
  system: text,
})
export type Opportunity = z.infer<typeof Opportunity>

export const entry = z.object({ stage: text, enteredAt: text, leftAt: text.nullable() })
export const origin = z.object({ importId: text, file: text, row: count })

export const Lead = z.object({
  id: text,
  name: text.nullable(),
  email: text.nullable(),
  account: text.nullable(),
  origin: text.nullable(),
  channel: text.nullable(),
  owner: text.nullable(),
  stage: text.nullable(),
  enteredOn: text.nullable(),
  leadOn: text.nullable(),
  rejectionReason: text.nullable(),
  disputed: z.boolean(),
})
export const Dispute = z.object({
  id: text,
  leadId: text,
  reason: text,
  by: text,
  at: text,
  answer: text.nullable(),
  verdict: z.enum(['upheld', 'declined']).nullable(),
  answeredBy: text.nullable(),
  answeredAt: text.nullable(),
})
