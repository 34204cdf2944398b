import { z } from 'zod'
import { FieldValues, SaidFields } from '../fields/contract.ts'
import { levels, stages } from './rules.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()

/** One line without control characters. */
export const line = (most = 200) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters')
/** What somebody writes in sentences. */
const prose = z
  .string()
  .trim()
  .max(4000)
  .regex(/^[^\0]*$/, 'must not hold control characters')
  .default('')
export const Name = line().min(1, 'needs a name')
export const Reason = z.string().trim().min(3, 'takes at least 3 letters').max(1000)

export const Money = z.object({
  /** In the currency's minor unit: 1200.50 EUR is 120050. */
  minor: count.min(0, 'cannot be negative').max(10_000_000_000_000, 'is too large'),
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
})
export type Money = z.infer<typeof Money>

/** A metric of the catalogue and what it shall come to: `money` for amounts, `value` for everything else. */
export const Target = z.object({
  metric: text.max(100),
  value: z.number().positive('is more than 0').max(1e12, 'is too large').nullable().default(null),
  money: Money.nullable().default(null),
})
export type Target = z.output<typeof Target>

export const Stage = z.enum(stages)
/** Who decides a stage, a role or a named person, and by when. */
export const Approval = z.object({
  stage: Stage,
  roleId: text.nullable().default(null),
  personId: text.nullable().default(null),
  dueOn: day,
})

export const Brief = z.object({
  startsOn: day,
  endsOn: day,
  audience: prose,
  /** Whom it must not reach. */
  exclusions: prose,
  message: prose,
  offer: prose,
  channels: z.array(line(100)).max(30).default([]),
  demand: Target.nullable().default(null),
  kpis: z.array(Target).max(12).default([]),
  agency: line().default(''),
  approvals: z.array(Approval).max(stages.length).default([]),
  /** What the organisation’s own fields say, by the id of each. */
  fields: FieldValues.default({}),
})
/** As somebody says it: a field left out stays as it is, null takes its value away. */
export const SaidBrief = Brief.extend({ fields: SaidFields.default({}) })
export type SaidBrief = z.output<typeof SaidBrief>
export type Brief = z.output<typeof Brief>

const Person = z.object({ id: text, name: text })
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>
export const State = z.enum(['draft', 'in-approval', 'approved', 'stopped'])

export const Next = z.object({
  stage: Stage,
  title: text,
  who: text,
  dueOn: day,
  isLate: z.boolean(),
  says: text,
})

export const Listed = z.object({
  id: text,
  name: text,
  level: Level,
  parentId: text.nullable(),
  owner: Person,
  startsOn: day,
  endsOn: day,
  state: State,
  /** Where it stands, in words: waiting, running, finished. */
  standing: text,
  hasDemand: z.boolean(),
  fields: FieldValues,
  next: Next.nullable(),
  changeOpen: z.boolean(),
})
export type Listed = z.infer<typeof Listed>

export const Decision = Approval.extend({
  title: text,
  who: text,
  state: z.enum(['waiting', 'approved', 'sent-back', 'recalled']),
  decidedBy: text.nullable(),
  decidedAt: text.nullable(),
  note: text,
  isLate: z.boolean(),
  round: count,
  /** What of the brand checklist was ticked, of the creative stage. */
  ticked: z.array(text),
})
export type Decision = z.infer<typeof Decision>

const Approved = z.object({
  version: count,
  brief: Brief,
  planned: Money.nullable(),
  reason: text,
  approvedBy: text,
  approvedAt: text,
})

export const Impact = z.object({
  dates: z.array(text),
  waits: z.array(text),
  scope: z.array(text),
  cost: text.nullable(),
})
export type Impact = z.infer<typeof Impact>

export const Change = z.object({
  id: text,
  reason: text,
  state: z.enum(['open', 'accepted', 'refused', 'withdrawn']),
  impact: Impact,
  askedBy: text,
  askedAt: text,
  decidedBy: text.nullable(),
  decidedAt: text.nullable(),
  note: text,
  can: z.object({ decide: z.boolean(), whyNotDecide: text.nullable(), withdraw: z.boolean() }),
})
export type Change = z.infer<typeof Change>

export const Campaign = Listed.extend({
  brief: Brief,
  /** Null as well where the asker may not read costs; `hidesCost` tells the two apart. */
  planned: Money.nullable(),
  hidesCost: z.boolean(),
  version: count,
  /** Of the brief that is approved; 0 while none is. */
  approvedVersion: count,
  decisions: z.array(Decision),
  versions: z.array(Approved),
  changes: z.array(Change),
  sources: z.array(z.object({ name: text, isImported: z.boolean() })),
  /** Its own names in other systems and those of what belongs to it. */
  names: z.array(text),
  guests: z.array(Person),
  tactics: z.array(z.object({ name: text, startsOn: day, endsOn: day })),
  /** Why it cannot be submitted, or null. */
  lacks: text.nullable(),
  can: z.object({
    change: z.boolean(),
    submit: z.boolean(),
    recall: z.boolean(),
    decide: z.boolean(),
    whyNotDecide: text.nullable(),
    askChange: z.boolean(),
    share: z.boolean(),
  }),
})
export type Campaign = z.infer<typeof Campaign>

/** What a guest of an agency sees: nothing of figures, targets and costs. */
export const Given = z.object({
  id: text,
  name: text,
  level: Level,
  owner: text,
  standing: text,
  brief: Brief.pick({
    startsOn: true,
    endsOn: true,
    audience: true,
    exclusions: true,
    message: true,
    offer: true,
    channels: true,
    agency: true,
  }),
})
export type Given = z.infer<typeof Given>
