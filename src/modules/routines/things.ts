import { z } from 'zod'
import { Line } from '../identity/contract.ts'
import { Label, minutes, OnDay, priorities, relevances, Title, text, Words } from '../work/contract.ts'

const count = z.number().int()
const Named = z.object({ id: text, name: text })
const lines = z.array(Line(200).min(1, 'needs words')).max(50, 'has 50 lines at most')

/** Who gets an item: nobody yet, all of these, one of these after the other, or one after the other of a role. */
export const Assign = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nobody') }),
  z.object({ kind: z.literal('people'), ids: z.array(text).min(1, 'names nobody').max(30) }),
  z.object({ kind: z.literal('rotation'), ids: z.array(text).min(1, 'names nobody').max(30) }),
  z.object({ kind: z.literal('role'), roleId: text.min(1, 'names no role') }),
])
export type Assign = z.output<typeof Assign>

export const Part = z.object({
  title: Title,
  /** Working days from the due day of the whole: −3 is three before it. */
  offset: count.min(-250, 'is −250 at least').max(250, 'is 250 at most').default(0),
  estimateMinutes: minutes.nullable().default(null),
})
export type Part = z.output<typeof Part>

export const Definition = z.object({
  /** May hold {day}, {week}, {month}, {quarter}, {year} of the due day. */
  title: Title,
  words: Words(20_000).default(''),
  boardId: text,
  stageId: text.nullable().default(null),
  typeId: text.nullable().default(null),
  checklist: lines.default([]),
  parts: z.array(Part).max(30, 'has 30 parts at most').default([]),
  estimateMinutes: minutes.nullable().default(null),
  labels: z.array(Label).max(30).default([]),
  priority: z.enum(priorities).default('normal'),
  relevance: z.enum(relevances).default('ahead'),
  assign: Assign.default({ kind: 'nobody' }),
  serves: z
    .object({ kind: text.max(40), id: text.max(80) })
    .nullable()
    .default(null),
  notVision: Line(300).min(1, 'needs a reason').nullable().default(null),
  values: z.record(text, z.unknown()).default({}),
})
export type Definition = z.output<typeof Definition>

export const Template = z.object({
  ...{ id: text, name: text, version: count, uses: count, isRetired: z.boolean() },
  board: Named,
  definition: Definition,
  /** How many routines run on it. */
  routines: count,
  changedBy: text,
  changedAt: text,
})
export type Template = z.infer<typeof Template>

export const shifts = ['before', 'after', 'keep'] as const
export const Terms = z.object({
  /** A rule of RFC 5545: `FREQ=WEEKLY;BYDAY=MO`, with EXDATE and RDATE lines below where there are any. */
  rule: z.string().trim().min(1, 'needs a rule').max(4000),
  zone: z.string().min(1).max(60),
  startsOn: OnDay,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time: write it like 09:00'),
  endsOn: OnDay.nullable().default(null),
  /** Made so many working days before its due day. */
  lead: count.min(0, 'is 0 at least').max(60, 'is 60 at most').default(0),
  /** Where a due day that is free goes. */
  shift: z.enum(shifts).default('before'),
  /** What happens with those that were missed while nothing ran. */
  missed: z.enum(['make', 'skip']).default('make'),
})
export type Terms = z.output<typeof Terms>

export const Upcoming = z.object({
  /** What the clock of its zone shows when it comes: names the occurrence. */
  occurs: text,
  dueOn: text,
  makeAt: text,
  isSkipped: z.boolean(),
  isMoved: z.boolean(),
  /** Why it does not fall where the rule says, in words. */
  says: text,
})
export type Upcoming = z.infer<typeof Upcoming>

export const Making = z.object({
  ...{ id: text, occurs: text, dueOn: text, says: text, madeBy: text, madeAt: text },
  outcome: z.enum(['made', 'skipped', 'refused', 'taken-back']),
  /** What it made that is there still. */
  items: z.array(z.object({ id: text, number: count, title: text, isDone: z.boolean() })),
})
export type Making = z.infer<typeof Making>

export const Routine = Terms.required().extend({
  ...{ id: text, name: text, version: count, owner: text, isStopped: z.boolean() },
  template: Named,
  board: Named,
  pausedUntil: text.nullable(),
  inWords: text,
  next: z.array(Upcoming),
  made: count,
  last: Making.nullable(),
  /** Why it makes nothing as things stand, or null. */
  whyNot: text.nullable(),
  changedBy: text,
  changedAt: text,
})
export type Routine = z.infer<typeof Routine>
