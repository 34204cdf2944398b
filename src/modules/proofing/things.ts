import { z } from 'zod'
import { Line } from '../identity/contract.ts'
import { Words } from '../work/contract.ts'
import { verdicts } from './rules.ts'

export const text = z.string()
const maybe = text.nullable()
const count = z.number().int()
const Named = z.object({ id: text, name: text })

export const StageInput = z.object({
  name: Line(60).min(1, 'needs a name'),
  dueOn: z.iso.date('is not a date: write it like 2026-02-28'),
  /** Everybody of it decides, or the first who does. */
  rule: z.enum(['all', 'one']).default('all'),
  reviewerIds: z.array(text.max(80)).min(1, 'needs somebody who decides').max(20, 'has 20 people at most'),
})
export const Stages = z.array(StageInput).min(1, 'needs a stage').max(6, 'has 6 stages at most')

const fraction = z.number().min(0).max(1)
export const Said = Words(4000).refine((words) => words.length > 0, 'needs words')
export const PinInput = z.object({ page: count.min(1).max(500), x: fraction, y: fraction, words: Said })

export const states = ['open', 'decided', 'withdrawn'] as const
export const Proof = z.object({
  id: text,
  fileId: text,
  name: text,
  on: z.object({ what: text, name: text, path: text }),
  round: count,
  number: count,
  state: z.enum(states),
  verdict: z.enum(verdicts).nullable(),
  /** Who is to decide now, and by when. */
  next: z.array(Named),
  stage: maybe,
  dueOn: maybe,
  isLate: z.boolean(),
  isMine: z.boolean(),
  openPins: count,
  openedBy: text,
  openedAt: text,
})
export type Proof = z.infer<typeof Proof>

export const Pin = z.object({
  id: text,
  number: count,
  /** The round it was made in: an earlier one was carried over. */
  round: count,
  page: count,
  x: z.number(),
  y: z.number(),
  isSettled: z.boolean(),
  said: z.array(z.object({ by: text, at: text, words: text })),
})
export type Pin = z.infer<typeof Pin>

export const Whole = Proof.extend({
  look: z.enum(['image', 'pdf', 'other']),
  /** The version of the round before, to be compared with. */
  before: count.nullable(),
  /** A version that came in since the round began. */
  newer: count.nullable(),
  stages: z.array(
    z.object({
      name: text,
      dueOn: text,
      rule: z.enum(['all', 'one']),
      isNow: z.boolean(),
      reviewers: z.array(Named.extend({ verdict: z.enum(verdicts).nullable(), reason: text, at: maybe })),
    }),
  ),
  pins: z.array(Pin),
  can: z.object({ decide: z.boolean(), whyNot: maybe, takeBack: z.boolean(), manage: z.boolean() }),
})
export type Whole = z.infer<typeof Whole>
