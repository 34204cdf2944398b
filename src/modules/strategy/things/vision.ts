import { z } from 'zod'
import { Named } from './kpi.ts'

const text = z.string()
const int = z.number().int()

/** Something the team holds dear, and how one sees that somebody does. */
export const Principle = z.object({
  name: z.string().trim().min(2, 'takes at least 2 letters').max(80),
  behaviours: z.string().trim().max(600).default(''),
})
export type Principle = z.infer<typeof Principle>

export const VisionInput = z.object({
  title: z.string().trim().min(3, 'takes at least 3 letters').max(140),
  /** The whole of it in a sentence that everybody can repeat. */
  summary: z.string().trim().max(400).default(''),
  /** Paragraphs, headings, lists and quotes as ProseMirror writes them. */
  body: z.unknown(),
  principles: z.array(Principle).max(20).default([]),
  reason: z.string().trim().max(300).default(''),
})

/** Other words for a passage of the vision. */
export const Suggestion = z.object({
  id: text,
  version: int,
  quote: text,
  text,
  replacement: text,
  state: z.enum(['open', 'accepted', 'declined', 'resolved']),
  by: text,
  at: text,
  answer: z.object({ by: text, at: text, says: text }).nullable(),
  can: z.object({ answer: z.boolean(), whyNotApply: text.nullable() }),
})
export type Suggestion = z.infer<typeof Suggestion>

export const Step = z.object({
  id: text,
  what: text,
  owner: Named.nullable(),
  dueOn: text.nullable(),
  doneOn: text.nullable(),
  /** What it lacks, or that it is late. */
  flags: z.array(text),
})
export type Step = z.infer<typeof Step>

export const BuyIn = z.object({ by: text, title: text, note: text, at: text, version: int })

export const VisionVersion = z.object({
  id: text,
  version: int,
  title: text,
  summary: text,
  body: z.unknown(),
  principles: z.array(Principle),
  reason: text,
  savedBy: text,
  savedAt: text,
  buyIns: z.array(BuyIn),
})
export type VisionVersion = z.infer<typeof VisionVersion>

export const Vision = VisionVersion.extend({
  versions: z.array(z.object({ version: int, reason: text, by: text, at: text, buyIns: z.array(text) })),
  contributors: z.array(z.object({ name: text, says: text })),
  suggestions: z.array(Suggestion),
  steps: z.array(Step),
  can: z.object({ manage: z.boolean(), buyIn: z.boolean(), whyNotBuyIn: text.nullable() }),
})
export type Vision = z.infer<typeof Vision>

export const Line = z.object({ state: z.enum(['same', 'added', 'removed']), text })
export type Line = z.infer<typeof Line>
