import { z } from 'zod'
import { Words } from '../threads/contract.ts'

const text = z.string()
const whole = z.number().int()

export const Channel = z.enum(['product', 'mail', 'chat', 'call', 'meeting', 'form'])
export type Channel = z.infer<typeof Channel>
/** Whom an answer is published to: those who sign in, or everybody who opens the front door. */
export const Audience = z.enum(['members', 'everybody'])
export type Audience = z.infer<typeof Audience>

export const QuestionText = Words.max(300, 'holds 300 letters at most')
export const AnswerText = Words

const Named = z.object({ id: text, name: text })

/** An answer as whoever asks may read it. */
export const Answer = z.object({
  id: text,
  question: text,
  body: text,
  version: whole,
  publishedAt: text,
  audience: Audience,
})
export type Answer = z.infer<typeof Answer>

/** A published answer that resembles what was typed, best first. */
export const Similar = Answer.extend({ score: z.number() })
export type Similar = z.infer<typeof Similar>

export const Line = z.object({
  id: text,
  text,
  /** How many times it was asked, by how many, since when and last. */
  asked: whole,
  askers: whole,
  firstOn: text,
  lastOn: text,
  state: z.enum(['open', 'draft', 'published']),
  audience: Audience,
  owner: Named.nullable(),
  reviewOn: text.nullable(),
  isDue: z.boolean(),
  helped: whole,
  notHelped: whole,
})
export type Line = z.infer<typeof Line>

export const Occasion = z.object({
  id: text,
  words: text,
  channel: Channel,
  askedBy: text,
  askedOn: text,
  notedBy: text,
  /** The message or matter that made people ask. */
  cause: text,
  about: z.object({ kind: text, id: text, name: text, path: text, title: text }).nullable(),
  isHelped: z.boolean(),
  can: z.object({ takeBack: z.boolean() }),
})
export type Occasion = z.infer<typeof Occasion>

export const Version = z.object({
  version: whole,
  question: text,
  body: text,
  audience: Audience,
  reason: text,
  by: text,
  at: text,
})
export type Version = z.infer<typeof Version>

export const Question = Line.extend({
  version: whole,
  publishedVersion: whole.nullable(),
  /** Newest first; empty while nobody has answered. */
  versions: z.array(Version),
  occasions: z.array(Occasion),
  /** Questions that were said to be the same, which can be taken apart again. */
  merged: z.array(z.object({ id: text, text, by: text, at: text, asked: whole })),
  readers: z.array(z.object({ name: text, version: whole, at: text })),
  whyNotPublish: text.nullable(),
  can: z.object({ answer: z.boolean() }),
})
export type Question = z.infer<typeof Question>

const Shares = z.array(z.object({ name: text, count: whole }))

export const Week = z.object({
  startsOn: text,
  name: text,
  asked: whole,
  /** Asked before, by anybody. */
  repeated: whole,
  answeredAtOnce: whole,
})
export type Week = z.infer<typeof Week>

export const Load = z.object({
  weeks: z.array(Week),
  asked: whole,
  repeated: whole,
  /** Null where nothing was asked. */
  repeatedShare: z.number().nullable(),
  answeredAtOnce: whole,
  /** Of those, by visitors without an account. */
  byVisitors: whole,
  hoursSaved: z.number(),
  assumption: z.object({ minutes: z.number(), version: whole }),
  causes: z.array(z.object({ name: text, count: whole, repeated: whole, path: text.nullable() })),
  channels: Shares,
})
export type Load = z.infer<typeof Load>

export const Assumption = z.object({
  minutes: z.number().min(1, 'is one minute at least').max(240, 'is four hours at most'),
})
export type Assumption = z.infer<typeof Assumption>

export const Phase = z.enum(['planning', 'execution', 'reflection'])
export type Phase = z.infer<typeof Phase>

export const GuideTerms = z.object({
  title: QuestionText.max(120, 'holds 120 letters at most'),
  summary: Words.max(300, 'holds 300 letters at most'),
  body: Words,
  phase: Phase,
  ownerId: text.nullable().default(null),
  reviewOn: z.iso.date().nullable().default(null),
  /** The kinds of records it serves, or single records; one without an id serves every record of its kind. */
  ties: z
    .array(z.object({ kind: text.max(40), id: text.max(80).nullable().default(null) }))
    .max(20, 'serves 20 kinds of records at most')
    .default([]),
})

export const GuideLine = z.object({
  id: text,
  title: text,
  summary: text,
  phase: Phase,
  owner: Named.nullable(),
  reviewOn: text.nullable(),
  isDue: z.boolean(),
  isRetired: z.boolean(),
  version: whole,
  changedBy: text,
  changedAt: text,
  serves: z.array(z.object({ kind: text, id: text.nullable(), name: text, path: text.nullable() })),
})
export type GuideLine = z.infer<typeof GuideLine>

export const Guide = GuideLine.extend({
  body: text,
  versions: z.array(z.object({ version: whole, title: text, body: text, reason: text, by: text, at: text })),
  can: z.object({ change: z.boolean() }),
})
export type Guide = z.infer<typeof Guide>
