import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { Query, Where } from '../../engine/query/query.ts'
import { contract, route } from '../../kernel/contract.ts'
import { paged, pageOfRows } from '../../kernel/paging.ts'

const text = z.string()
const count = z.number().int()

export const Unit = z.enum(['count', 'money', 'ratio', 'days'])
export const MetricShown = z.object({
  id: text,
  title: text,
  words: text,
  formula: text,
  unit: Unit,
  direction: z.enum(['up', 'down', 'none']),
  kind: z.enum(['activity', 'output', 'outcome']),
  additive: z.boolean(),
  store: text,
  dimensions: z.array(text),
})
export type MetricShown = z.infer<typeof MetricShown>

/** A counted figure is a number, money carries its currency, an undefined figure is null and named in `notes`. */
export const Value = z.union([z.number(), z.object({ amount: z.number(), currency: text }), z.null()])
export const AnswerRow = z.record(text, z.union([Value, text]))

const Letter = z.enum(['A', 'B', 'C', 'D'])
/** How far a figure can be trusted: as far as its weakest part; `raise` says what would help. */
export const Confidence = z.object({
  grade: Letter,
  signals: z.array(z.object({ name: text, grade: Letter, says: text, raise: text.nullable() })),
})

const selection = {
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  where: z.array(Where).max(20).default([]),
}

export const metrics = contract('metrics', {
  catalogue: route({
    method: 'GET',
    path: '/metrics',
    access: 'metrics:read',
    summary: 'Every metric once: words, formula, unit, direction, kind',
    input: z.object({}),
    output: z.object({
      items: z.array(MetricShown),
      dimensions: z.array(z.object({ name: text, words: text })),
    }),
  }),
  query: route({
    method: 'GET',
    path: '/metrics/query',
    access: 'metrics:read',
    summary: 'Ask for metrics by dimensions, period and conditions',
    input: Query,
    output: z.object({
      rows: z.array(AnswerRow),
      compared: z.array(AnswerRow).nullable(),
      /** Over time: every period from the first to the last, those without rows too. */
      periods: z.array(text).nullable(),
      period: z.object({ from: text.nullable(), to: text.nullable() }),
      comparedPeriod: z.object({ from: text, to: text }).nullable(),
      metrics: z.array(MetricShown),
      notes: z.array(text),
      more: z.boolean(),
    }),
  }),
  explain: route({
    method: 'GET',
    path: '/metrics/{metric}/explanation',
    access: 'metrics:read',
    summary: 'How a figure came about: definition, formula, conditions, imports, number of rows',
    input: z.object({ metric: text, ...selection }),
    output: z.object({
      metric: MetricShown,
      value: Value,
      conditions: z.array(text),
      rows: count,
      imports: z.array(
        z.object({ id: text, file: text, title: text, source: text, landedAt: text, rows: count }),
      ),
      /** Rows that were written here rather than imported. */
      written: z.array(z.object({ title: text, path: text, rows: count })),
      /** What of the rows the asker may not see, in a sentence; null where they may see them all. */
      withheld: z.object({ says: text, isAll: z.boolean() }).nullable(),
      parts: z.array(z.object({ metric: text, title: text, value: Value })),
      notes: z.array(text),
      confidence: Confidence.nullable(),
    }),
  }),
  grades: route({
    method: 'GET',
    path: '/metrics/grades',
    access: 'metrics:read',
    summary: 'How far figures can be trusted, A to D, and what would raise it',
    input: z.object({ metrics: z.array(text).min(1).max(20), ...selection }),
    output: z.object({
      items: z.array(Confidence.extend({ metric: text, grade: Letter.nullable() })),
    }),
  }),
  rows: route({
    method: 'GET',
    path: '/metrics/{metric}/rows',
    access: 'metrics:read',
    summary: 'Page through the rows behind a figure, each with the import it came with',
    input: z.object({
      metric: text,
      ...selection,
      ...paged(50),
    }),
    output: pageOfRows,
  }),
  exportRows: route({
    method: 'GET',
    path: '/metrics/{metric}/rows.csv',
    access: 'metrics:read',
    summary: 'Download the rows behind a figure, safe to open in a spreadsheet',
    download: true,
    input: z.object({ metric: text, ...selection, format: Format }),
    output: z.unknown(),
  }),
  values: route({
    method: 'GET',
    path: '/dimensions/{dimension}/values',
    access: 'metrics:read',
    summary: 'The values of a dimension, most frequent first',
    input: z.object({ dimension: text, limit: count.min(1).max(500).default(100) }),
    output: z.object({ items: z.array(z.object({ value: text.nullable(), rows: count })) }),
  }),
})
