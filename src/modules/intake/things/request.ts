import { z } from 'zod'
import { Line } from '../../identity/contract.ts'
import { Earliest, Price } from './outlook.ts'
import { count, Minutes, Question, SaidDay, text, Words } from './type.ts'

const maybe = text.nullable()

export const states = [
  ...(['open', 'asked', 'deferred', 'consent', 'accepted', 'declined', 'merged', 'withdrawn'] as const),
] as const
export type State = (typeof states)[number]

/** Why a request is declined; said to whoever asked, with words. */
export const reasons = [
  'answered',
  'self-service',
  'capacity',
  'goals',
  'elsewhere',
  'unclear',
  'policy',
] as const
export type Reason = (typeof reasons)[number]

export const Asked = z.object({
  title: Line(200).min(3, 'needs a few words'),
  purpose: Words(5000).min(1, 'needs an answer'),
  hurry: Words(5000).min(1, 'needs an answer'),
  impact: Words(5000).min(1, 'needs an answer'),
  wishedOn: SaidDay.nullable().default(null),
  answers: z.record(text.max(40), text.max(5000, 'holds 5,000 letters at most')).default({}),
  asker: Line(120).min(1, 'needs a name'),
  email: z
    .union([z.literal(''), z.email('is not an address: write it like ana@firm.example').max(254)])
    .default(''),
  department: Line(120).default(''),
  wantsMail: z.boolean().default(false),
})
export type Asked = z.infer<typeof Asked>

/** How a request becomes an item. */
export const Terms = z.object({
  boardId: text.max(80),
  typeId: text.max(80),
  assigneeIds: z.array(text.max(80)).max(30).default([]),
  serves: z
    .object({ kind: text.max(40), id: text.max(80) })
    .nullable()
    .default(null),
  /** Said out loud where it serves nothing of the vision. */
  notVision: Line(300).nullable().default(null),
  estimateMinutes: Minutes.nullable().default(null),
  promisedOn: SaidDay.nullable().default(null),
  isUrgent: z.boolean().default(false),
  words: Words(2000).default(''),
})
export type Terms = z.infer<typeof Terms>

export const Entry = z.object({
  id: text,
  kind: text,
  words: text,
  isShown: z.boolean(),
  byAsker: z.boolean(),
  by: text,
  at: text,
})
export type Entry = z.infer<typeof Entry>

export const RequestLine = z.object({
  id: text,
  number: count,
  title: text,
  typeId: text,
  type: text,
  asker: text,
  department: text,
  channel: z.enum(['door', 'member', 'mail']),
  state: z.enum(states),
  receivedAt: text,
  answerDueOn: text,
  wishedOn: maybe,
  /** Somebody of us has said something to whoever asked. */
  isAnswered: z.boolean(),
  isLate: z.boolean(),
  isAppealed: z.boolean(),
  isComplete: z.boolean(),
  isDue: z.boolean(),
  version: count,
})
export type RequestLine = z.infer<typeof RequestLine>

export const Displacement = z.object({
  id: text,
  requestId: text,
  request: text,
  item: text,
  itemPath: text,
  owner: text,
  wasDueOn: maybe,
  dueOn: text,
  state: z.enum(['asked', 'accepted', 'refused', 'dropped']),
  words: text,
  askedBy: text,
  askedAt: text,
  reason: maybe,
})
export type Displacement = z.infer<typeof Displacement>

export const Request = RequestLine.extend({
  purpose: text,
  hurry: text,
  impact: text,
  email: text,
  questions: z.array(Question),
  answers: z.record(text, text),
  earliest: Earliest,
  price: Price,
  deferredUntil: maybe,
  reason: maybe,
  explanation: maybe,
  alternative: maybe,
  isAlternativeTaken: z.boolean(),
  decidedBy: maybe,
  promisedOn: maybe,
  item: z.object({ id: text, name: text, stage: text, dueOn: maybe }).nullable(),
  mergedInto: z.object({ id: text, name: text }).nullable(),
  displacements: z.array(Displacement),
  entries: z.array(Entry),
  usual: z.object({
    boardId: maybe,
    itemTypeId: maybe,
    usualMinutes: count.nullable(),
  }),
  can: z.object({ triage: z.boolean(), undo: maybe }),
  whyNotTriage: maybe,
})
export type Request = z.infer<typeof Request>

/** What whoever asked sees, without an account and without the name of anybody. */
export const Followed = z.object({
  /** What was asked, question by question. */
  said: z.array(z.object({ label: text, words: text })),
  number: count,
  title: text,
  type: text,
  state: z.enum(states),
  words: text,
  receivedAt: text,
  answerDueOn: text,
  promisedOn: maybe,
  dueOn: maybe,
  stage: maybe,
  earliest: Earliest,
  price: Price,
  reason: maybe,
  explanation: maybe,
  alternative: maybe,
  isAlternativeTaken: z.boolean(),
  entries: z.array(Entry.omit({ by: true, isShown: true })),
  files: z.array(z.object({ name: text, size: count, path: text })),
  can: z.object({
    ...{ reply: z.boolean(), appeal: z.boolean(), withdraw: z.boolean() },
    ...{ takeAlternative: z.boolean(), addFiles: z.boolean() },
  }),
})
export type Followed = z.infer<typeof Followed>
