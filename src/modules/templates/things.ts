import { z } from 'zod'
import { Brief, Level, Name } from '../campaigns/contract.ts'
import { mostSteps, mostTactics } from './rules.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()
const Person = z.object({ id: text, name: text })

const Parts = Brief.pick({
  audience: true,
  exclusions: true,
  message: true,
  offer: true,
  channels: true,
  demand: true,
  kpis: true,
  agency: true,
  fields: true,
})

/** A step of a template; others come after it by its `key`. */
export const TemplateStep = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/, 'is made of small letters, digits and hyphens'),
  name: Name,
  /** Working days it takes; 0 for a milestone. */
  days: count.min(0, 'cannot be negative').max(250, 'is 250 at most'),
  after: z.array(z.string().max(40)).max(mostSteps).default([]),
  ownerId: text.nullable().default(null),
})

export const Definition = z.object({
  level: Level.default('campaign'),
  /** How many days the campaign runs from its first day. */
  runs: count.min(1, 'is at least 1').max(3660),
  brief: Parts,
  tactics: z
    .array(
      z.object({
        name: Name,
        /** Days after the campaign’s first day. */
        begins: count.min(0).max(3660),
        runs: count.min(1).max(3660),
        brief: Parts,
      }),
    )
    .max(mostTactics)
    .default([]),
  steps: z.array(TemplateStep).max(mostSteps).default([]),
})
export type Definition = z.output<typeof Definition>

export const Listed = z.object({
  id: text,
  name: text,
  level: Level,
  version: count,
  isRetired: z.boolean(),
  steps: count,
  tactics: count,
  /** Working days the longest chain of its steps takes. */
  length: count,
  started: count,
})
export type Listed = z.infer<typeof Listed>

export const Template = Listed.extend({
  definition: Definition,
  versions: z.array(z.object({ version: count, reason: text, by: text, at: text })),
  campaigns: z.array(z.object({ id: text, name: text, version: count })),
  can: z.object({ change: z.boolean() }),
})
export type Template = z.infer<typeof Template>

export const PlannedStep = z.object({
  id: text,
  name: text,
  days: count,
  after: z.array(text),
  owner: Person.nullable(),
  startsOn: day,
  due: day,
  earliest: day,
  late: count,
  isCritical: z.boolean(),
  says: text,
  doneBy: text.nullable(),
  doneAt: text.nullable(),
  /** May the asker say that it is done, or that it is not? */
  canFinish: z.boolean(),
  version: count,
})
export type PlannedStep = z.infer<typeof PlannedStep>

const Verdict = { lateBy: count, launchPossibleOn: day, says: text }
export const Preview = z.object({ steps: z.array(PlannedStep), ...Verdict })

export const Plan = z.object({
  campaign: z.object({ id: text, name: text, state: text }),
  launchOn: day,
  steps: z.array(PlannedStep),
  ...Verdict,
  /** Which version of which template it was started from. */
  origin: z.object({ id: text, name: text, version: count, newest: count }).nullable(),
  people: z.array(Person),
  today: day,
  can: z.object({ change: z.boolean() }),
})
export type Plan = z.infer<typeof Plan>

export const Move = z.object({
  moved: z.array(z.object({ id: text, name: text, from: day, to: day, days: count })),
  launchOn: day,
  launchNeeded: day,
  lateBy: count,
  /** Why it cannot be made as things stand, or null. */
  whyNot: text.nullable(),
})
export type Move = z.infer<typeof Move>

export const StepSaid = {
  name: Name,
  days: count.min(0, 'cannot be negative').max(250, 'is 250 at most'),
  after: z.array(text.max(60)).max(mostSteps).default([]),
  ownerId: text.nullable().default(null),
}
