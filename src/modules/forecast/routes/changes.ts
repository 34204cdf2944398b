import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { conditions, count, day, text, Unit } from '../things.ts'

const days = z.object({ from: day, to: day })
const effects = {
  /** More or fewer of what it is counted from in all. */
  volume: z.number(),
  /** A better or worse segment gained weight. */
  mix: z.number(),
  /** The segment itself did better or worse. */
  rate: z.number(),
  /** What nothing explains: a numerator without a denominator. */
  unmatched: z.number(),
  change: z.number(),
}

export const SegmentChange = z.object({
  /** Null is blank. */
  segment: text.nullable(),
  /** How many small segments this line stands for, when it is more than one. */
  segments: count,
  before: z.number().nullable(),
  after: z.number().nullable(),
  ...effects,
})
export const Change = z.object({
  metric: text,
  title: text,
  unit: Unit,
  direction: z.enum(['up', 'down', 'none']),
  currency: text.nullable(),
  by: text,
  dimensions: z.array(text),
  period: days,
  compared: days,
  /** What volume, mix and rate mean for this metric; an effect that cannot occur is left out. */
  effects: z.array(z.object({ name: z.enum(['volume', 'mix', 'rate']), words: text })),
  before: z.number().nullable(),
  after: z.number().nullable(),
  all: z.object(effects).nullable(),
  /** The largest change first; the effects of all lines add up to `all`. */
  segments: z.array(SegmentChange),
  finding: text.nullable(),
  notices: z.array(text),
  refused: text.nullable(),
})
export type Change = z.infer<typeof Change>
export type SegmentChange = z.infer<typeof SegmentChange>

export const changeRoutes = {
  changes: route({
    method: 'GET',
    path: '/metrics/{metric}/changes',
    access: 'metrics:read',
    summary:
      'What changed in a metric between two periods: volume, mix and rate by segment, adding up exactly',
    input: z.object({
      metric: text,
      from: day,
      to: day,
      /** `previous`, `year_ago`, or two days: `2026-01-01..2026-03-31`. */
      compare: z
        .string()
        .regex(
          /^(previous|year_ago|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/,
          'is previous, year_ago or DAY..DAY',
        )
        .default('previous'),
      /** The dimension whose values are the segments. */
      by: text.optional(),
      where: conditions,
    }),
    output: Change,
  }),
}
