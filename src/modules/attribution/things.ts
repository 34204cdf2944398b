import { z } from 'zod'
import { Where } from '../../engine/query/query.ts'

export const text = z.string()
export const count = z.number().int()
const day = z.iso.date()
const share = z.number().min(0).max(1)

export const ModelId = z.enum([
  'first',
  'last',
  'last_non_direct',
  'linear',
  'u_first_last',
  'u_first_lead',
  'w',
  'full_path',
  'time_decay',
  'j',
  'inverse_j',
  'custom',
  'markov',
  'shapley',
])
export type ModelId = z.infer<typeof ModelId>

export const Settings = z.object({
  /** The model whose figures stand for all where one is needed. */
  model: ModelId,
  /** Touches so many days before the close take part. */
  windowDays: count.min(0).max(3650),
  halfLifeDays: z.number().min(0).max(3650),
  /** Of an account, the same campaign on the same day is one touch; of persons, each is. */
  unit: z.enum(['account-touch', 'person-touch']),
  /** A touch may serve every sale whose window holds it, or only the next one. */
  sales: z.enum(['rolling', 'reset']),
  markovOrder: count.min(1).max(5),
  /** The people of a sale are one journey together, or share by their role first and then each by the model. */
  buyingGroup: z.enum(['pooled', 'two-level']).default('pooled'),
  /** What roles weigh beside the others, which weigh 1. */
  roleWeights: z
    .array(z.object({ role: text.trim().min(1).max(80), weight: z.number().min(0).max(1000) }))
    .max(30)
    .default([]),
  custom: z.object({ first: share, middle: share, last: share }),
})
export type Settings = z.infer<typeof Settings>

export const settingsKept = z.object({
  version: count,
  settings: Settings,
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
})

export const report = {
  by: text.default('channel'),
  from: day.optional(),
  to: day.optional(),
  where: z.array(Where).max(20).default([]),
}

export const byModel = z.record(ModelId, z.number())
export const ReportRow = z.object({
  value: text.nullable(),
  /** Sales before which there was no touch; never spread over the others. */
  isUnattributed: z.boolean(),
  credit: byModel,
  sales: byModel,
  /** Share of each model’s attributed credit; of the unattributed row null. */
  share: byModel.nullable(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  /** Places over the models, 1 the largest; they differ where the rank depends on the model. */
  ranks: z.tuple([count, count]).nullable(),
  /** The channel’s part by the Markov totals and its 95 % interval, where it was measured on these figures. */
  interval: z.object({ share: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  isThin: z.boolean(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const Reconciliation = z.object({
  currency: text,
  revenue: z.number(),
  credited: z.number(),
  unattributed: z.number(),
  sales: count,
  salesCredited: count,
  salesUnattributed: count,
})

export const Report = z.object({
  by: text,
  model: ModelId,
  models: z.array(z.object({ id: ModelId, title: text, words: text, kind: z.enum(['rule', 'data-driven']) })),
  rows: z.array(ReportRow),
  reconciliation: Reconciliation,
  dimensions: z.array(text),
  settings: settingsKept,
  notes: z.array(text),
})
export type Report = z.infer<typeof Report>

const channelTotal = z.object({
  channel: text,
  conversions: z.number(),
  value: z.number(),
  removalEffect: z.number().nullable(),
  /** The share of value that would be lost without it; value is shared in proportion to it. */
  valueEffect: z.number().nullable(),
})
export const totals = {
  input: {
    model: ModelId.default('markov'),
    order: count.min(1).max(5).optional(),
    of: z.enum(['opportunities', 'table']).default('opportunities'),
  },
  output: {
    rows: z.array(channelTotal),
    order: count.nullable(),
    probability: z.number().nullable(),
    reconciliation: z.object({
      /** All conversions: those credited and those without a touch, which stay unattributed. */
      conversions: z.number(),
      credited: z.number(),
      unattributed: z.number(),
      value: z.number(),
      valueCredited: z.number(),
      valueUnattributed: z.number(),
      /** Journeys that ended without a conversion. */
      nulls: z.number(),
      /** Of a table of journeys nobody knows. */
      currency: text.nullable(),
    }),
    notes: z.array(text),
  },
}

export type Totals = z.infer<z.ZodObject<typeof totals.output>>

export const Run = z.object({
  id: text,
  resamples: count,
  done: count,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** Whether it was measured on the figures as they are now. */
  isCurrent: z.boolean(),
  reason: text.nullable(),
  askedAt: text,
  askedBy: text,
  intervals: z.array(
    z.object({
      channel: text.nullable(),
      share: z.number(),
      lower: z.number(),
      upper: z.number(),
      /** Sales the channel had a part in; they overlap. */
      conversions: z.number(),
      isThin: z.boolean(),
    }),
  ),
})
