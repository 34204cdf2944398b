import { z } from 'zod'
import { Line } from '../../identity/contract.ts'

export const text = z.string()
export const count = z.number().int()
const maybe = text.nullable()
const turning = /[\u202a-\u202e\u2066-\u2069]/

/** Plain words over several lines; nothing that hides or turns around what people read. */
export const Words = (longest: number) =>
  text
    .trim()
    .max(longest, `holds ${longest.toLocaleString('en')} letters at most: say it shorter, or add a file`)
    .refine((words) => !turning.test(words), 'must not hold characters that turn text around')

export const OnDay = z.iso.date('is not a date: write it like 2026-02-28')
/** A day that somebody says: a slip of the hand in its year is refused. */
export const SaidDay = OnDay.refine(
  (day) => day >= '1990-01-01' && day < '2101-01-01',
  'must be a day of the years 1990 to 2100',
)

export const Minutes = z.number().int().min(1, 'must be a minute at least').max(600_000)

export const audiences = ['everybody', 'members', 'team'] as const
export type Audience = (typeof audiences)[number]
export const questionKinds = ['text', 'long', 'choice', 'number', 'day', 'link', 'file'] as const

export const Question = z.object({
  /** Stays the same when the words change. */
  id: text.regex(/^[a-z0-9-]{1,40}$/, 'is written in small letters, digits and dashes'),
  label: Line(160).min(1, 'needs words'),
  kind: z.enum(questionKinds),
  isRequired: z.boolean().default(false),
  options: z.array(Line(80).min(1)).max(30, 'has 30 choices at most').default([]),
})
export type Question = z.infer<typeof Question>

/** What can be said of a type; every field by itself, none filled in. */
export const TypeSaid = z.object({
  name: Line(60).min(1, 'needs a name'),
  /** What it is for, in words. */
  purpose: Line(200),
  audience: z.enum(audiences),
  teamId: maybe,
  questions: z.array(Question).max(20, 'has 20 questions of its own at most'),
  usualMinutes: Minutes.nullable(),
  boardId: maybe,
  itemTypeId: maybe,
  /** Who triages; everybody who triages where none is named. */
  triageTeamId: maybe,
  /** Working days within which whoever asks gets a first answer. */
  promiseDays: z.number().int().min(1).max(60),
})

export const TypeInput = TypeSaid.extend({
  purpose: TypeSaid.shape.purpose.default(''),
  audience: TypeSaid.shape.audience.default('members'),
  teamId: maybe.default(null),
  questions: TypeSaid.shape.questions.default([]),
  usualMinutes: TypeSaid.shape.usualMinutes.default(null),
  boardId: maybe.default(null),
  itemTypeId: maybe.default(null),
  triageTeamId: maybe.default(null),
  promiseDays: TypeSaid.shape.promiseDays.default(3),
})
export type TypeInput = z.infer<typeof TypeInput>

export const RequestType = TypeSaid.extend({
  id: text,
  version: count,
  isRetired: z.boolean(),
  requests: count,
  whoSees: text,
})
export type RequestType = z.infer<typeof RequestType>

/** As whoever asks sees it: nothing of who works where. */
export const OfferedType = RequestType.pick({
  ...{ id: true, name: true, purpose: true, questions: true, promiseDays: true, version: true },
})
export type OfferedType = z.infer<typeof OfferedType>
