import { z } from 'zod'
import { Filter, Where } from '../../../engine/query/query.ts'
import { Unit } from '../../metrics/contract.ts'

const text = z.string()
const day = z.iso.date()
export const Named = z.object({ id: text, name: text })

export const Direction = z.enum(['up', 'down'])
export const Kind = z.enum(['activity', 'output', 'outcome'])
export const PathKind = z.enum(['straight', 'seasonal', 'custom'])
export const SignerRole = z.enum(['boss', 'above'])
export type SignerRole = z.infer<typeof SignerRole>
export const Point = z.object({ endsOn: day, value: z.number() })

/** What is measured, as it read when it was proposed; of a metric of the catalogue with the settings it rested on. */
export const Definition = z.object({
  /** Id in the catalogue; null where the values are kept by hand. */
  metric: text.nullable(),
  title: text,
  words: text,
  formula: text,
  source: text,
  unit: Unit,
  currency: text.nullable(),
  kind: Kind,
  better: Direction,
  isCumulative: z.boolean(),
  where: z.array(Filter),
  conditions: z.array(text),
  settings: z.array(z.object({ name: text, version: z.number().int() })),
})
export type Definition = z.infer<typeof Definition>

/** Which outcome an activity claims to lead, and what the data said of it when it was proposed. */
export const Lead = z.object({
  metric: text,
  title: text,
  verdict: z.enum(['proven', 'unproven']),
  says: text,
  lag: z.number().nullable(),
  correlation: z.number().nullable(),
  periods: z.number().int(),
  testedOn: day,
})
export type Lead = z.infer<typeof Lead>

/** Where it stands on its path at the end of a day, as far as there is a figure. */
export const Standing = z.object({
  course: z.enum(['ahead', 'on', 'behind', 'unknown']),
  actual: z.number().nullable(),
  expected: z.number().nullable(),
  /** The last day that counts. */
  on: day.nullable(),
  /** First day of what `actual` counts. */
  since: day.nullable(),
  progress: z.number().nullable(),
  says: text,
})
export type Standing = z.infer<typeof Standing>

const Signer = z.object({
  role: SignerRole,
  roleTitle: text,
  person: Named,
  signed: z.object({ at: text, note: text }).nullable(),
})

export const Kpi = z.object({
  id: text,
  name: text,
  definition: Definition,
  period: z.object({ from: day, to: day, label: text }),
  baseline: z.number(),
  target: z.number(),
  pathKind: PathKind,
  path: z.array(Point),
  band: z.number(),
  /** What it counts for beside others of its goal. */
  weight: z.number(),
  owner: Named,
  decision: text,
  why: text,
  lead: Lead.nullable(),
  goal: Named.nullable(),
  state: z.enum(['open', 'signed', 'withdrawn', 'superseded']),
  proposedBy: text,
  proposedAt: text,
  signers: z.array(Signer),
  supersedes: Named.nullable(),
  supersededBy: Named.nullable(),
  withdrawn: z.object({ by: text, at: text, reason: text }).nullable(),
  /** What has changed since in what it rests on. */
  doubts: z.array(text),
  standing: Standing,
  can: z.object({ sign: SignerRole.nullable(), whyNotSign: text.nullable(), manage: z.boolean() }),
})
export type Kpi = z.infer<typeof Kpi>

const words = (most: number, least = 3) =>
  z.string().trim().min(least, `takes at least ${least} letters`).max(most)
const amount = z.number().min(-1e15, 'is too far below nothing').max(1e15, 'is beyond what can be counted')

export const Manual = z.object({
  title: words(120),
  words: words(500),
  source: words(300),
  unit: Unit,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is three capital letters, such as EUR')
    .optional(),
  kind: Kind,
  better: Direction,
  isCumulative: z.boolean(),
})

export const KpiInput = z.object({
  name: words(120),
  /** A metric of the catalogue, with conditions if need be; or `manual` for values kept by hand. */
  metric: text.optional(),
  where: z.array(Where).max(20).default([]),
  manual: Manual.optional(),
  /** First and last day: whole fiscal months. */
  from: day,
  to: day,
  /** Which way is better, where the catalogue does not say. */
  better: Direction.optional(),
  baseline: amount,
  target: amount,
  pathKind: PathKind.default('straight'),
  /** Of a custom path: what it stands at at the end of each month, in order. */
  points: z.array(amount).max(120).optional(),
  /** What still counts as on the path, as a share of it. */
  band: z.number().min(0).max(0.5, 'is at most 0.5, which is 50 %').default(0.05),
  weight: z.number().gt(0, 'is more than 0').max(1000).default(1),
  ownerId: text,
  decision: words(500),
  why: words(500),
  /** Of an activity: the outcome in the catalogue that it claims to lead. */
  leads: text.optional(),
  /** Where the reporting line of the owner does not say: who signs as the boss, and as the boss’s boss. */
  bossId: text.optional(),
  aboveId: text.optional(),
  goalId: text.optional(),
  /** The signed agreement that this one is to take the place of. */
  supersedes: text.optional(),
})

export const HandKept = z.object({
  month: day,
  label: text,
  value: z.number().nullable(),
  note: text,
  by: text.nullable(),
  at: text.nullable(),
})
