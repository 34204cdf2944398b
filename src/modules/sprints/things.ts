import { z } from 'zod'
import { PlanDay } from '../../kernel/plan-day.ts'
import { Line } from '../identity/contract.ts'
import { Item, Words } from '../work/contract.ts'

export const text = z.string()
const maybe = text.nullable()
export const count = z.number().int()
export const OnDay = z.iso.date('is not a date: write it like 2026-02-28')
export const Named = z.object({ id: text, name: text })

export const measures = ['hours', 'points', 'items'] as const
export type Measure = (typeof measures)[number]
export const parts = ['product', 'process', 'change'] as const

export const SprintTerms = z.object({
  teamId: text.max(80).min(1, 'needs a team'),
  name: Line(80).min(1, 'needs a name'),
  /** In words: what is different when it is over. */
  goal: Line(300).default(''),
  /** The goal of the strategy that it leads up to. */
  goalId: text.max(80).nullable().default(null),
  startsOn: PlanDay,
  endsOn: PlanDay,
  measure: z.enum(measures).default('hours'),
  /** The share of available hours that goes into what is planned. */
  focus: z.number().min(0.05, 'is 5 % at least').max(1, 'is 100 % at most').default(0.7),
})
export type SprintTerms = z.infer<typeof SprintTerms>

const Range = z.object({ low: z.number(), high: z.number(), sprints: count })

export const Sprint = SprintTerms.required().extend({
  id: text,
  /** What was planned before days were held to this century is still shown. */
  ...{ startsOn: OnDay, endsOn: OnDay },
  team: Named,
  goalName: maybe,
  state: z.enum(['planned', 'open', 'closed']),
  /** Of the measure: hours that the team has times focus; fixed at the start. Null where hours do not measure. */
  capacity: z.number().nullable(),
  committed: z.number(),
  scope: z.number(),
  done: z.number(),
  items: count,
  doneItems: count,
  committedItems: count,
  committedDone: count,
  /** The share of what was committed that was done; null before the start. */
  adherence: z.number().nullable(),
  startedAt: maybe,
  closedAt: maybe,
  version: count,
  can: z.object({ plan: z.boolean() }),
})
export type Sprint = z.infer<typeof Sprint>

export const Taken = z.object({
  item: Item,
  amount: z.number(),
  /** What was committed at the start, and under whose names; null for what came later. */
  committed: z.number().nullable(),
  committedTo: text,
  doneOn: maybe,
  outcome: z.enum(['done', 'carried', 'back', 'left']).nullable(),
})
export type Taken = z.infer<typeof Taken>

export const Change = z.object({
  ...{ id: text, item: text, kind: z.enum(['added', 'removed', 'estimated']), delta: z.number() },
  ...{ reason: text, by: text, day: text, at: text },
})
export const Note = z.object({
  ...{ id: text, part: z.enum(parts), text, by: text, isOutside: z.boolean(), at: text },
  improvementId: maybe,
  can: z.object({ remove: z.boolean() }),
})
export type Note = z.infer<typeof Note>

const BurnPoint = z.object({
  ...{ day: text, scope: z.number(), done: z.number(), left: z.number() },
  ...{ added: z.number(), ideal: z.number() },
})

export const Detail = z.object({
  sprint: Sprint,
  items: z.array(Taken),
  /** Items on boards that the asker does not see: counted, not shown. */
  hidden: count,
  noEstimate: count,
  changes: z.array(Change),
  burn: z.array(BurnPoint),
  /** All days of it, to draw what is still to come. */
  days: z.array(text),
  forecast: z.object({ says: text, chance: z.number().nullable() }),
  velocity: Range.nullable(),
  people: z.array(z.object({ id: text, name: text, hours: z.number(), why: z.array(text) })),
  notes: z.array(Note),
  /** By how many points this sprint moves the vision share; null while nobody reckons it. */
  price: z.number().nullable(),
})
export type Detail = z.infer<typeof Detail>

export const Outcome = z.object({ itemId: text.max(80), to: z.enum(['next', 'board']) })
export const NoteText = Words(2000).refine((words) => words.length >= 2, 'needs words')
