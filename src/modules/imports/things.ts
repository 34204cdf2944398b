import { z } from 'zod'
import { objectNames } from '../../engine/model.ts'

export const text = z.string()
export const count = z.number().int()

/** Where an import stands. Only `landed` is visible to figures. */
export const ImportStatus = z.enum([
  'ready',
  'unsettled',
  'not_used',
  'unknown',
  'already',
  'landing',
  'landed',
  'undoing',
  'undone',
  'failed',
])
export type ImportStatus = z.infer<typeof ImportStatus>

export const Only = z.union([
  z.object({ column: text, in: z.array(text) }),
  z.object({ column: text, filled: z.boolean() }),
])
export const Term = z.union([
  z.strictObject({ column: text }),
  z.strictObject({ constant: text }),
  z.strictObject({ columns: z.array(text), join: text }),
  z.strictObject({ first: z.array(text) }),
  z.strictObject({ column: text, scale: z.literal('micros') }),
  z.strictObject({
    column: text,
    values: z.record(text, text),
    otherwise: z.enum(['keep', 'blank']).optional(),
  }),
  z.strictObject({ column: text, when: Only }),
  z.strictObject({ preamble: z.enum(['first-day', 'last-day']) }),
])
export const Mapping = z.object({
  source: text.min(1).max(60),
  title: text.min(1).max(120),
  parts: z
    .array(
      z.object({
        object: z.enum(objectNames),
        attributes: z.record(text, Term),
        only: Only.optional(),
        latest: text.optional(),
      }),
    )
    .min(1)
    .max(6),
  zone: z.literal('UTC').optional(),
  /** Answers to what a column could not settle by itself: heading → order of day and month, or the decimal sign. */
  answers: z.record(text, z.enum(['day-first', 'month-first', 'comma', 'point'])).optional(),
})

export const Column = z.object({
  name: text,
  type: text,
  filled: z.number(),
  distinct: z.number(),
  samples: z.array(text),
  unsettled: z.object({ question: text, example: text }).nullable(),
})

export const Counts = z.object({
  rows: count,
  new: count,
  updated: count,
  unchanged: count,
  rejected: count,
  /** Rows of the file that replaced an earlier row of the same file. */
  repeated: count,
  seconds: z.number(),
  rowsPerSecond: count,
})

export const Note = z.object({ kind: z.enum(['info', 'warning', 'problem']), says: text })

export const Import = z.object({
  id: text,
  fileId: text,
  file: text,
  sheet: text.nullable(),
  size: count,
  status: ImportStatus,
  source: text.nullable(),
  title: text,
  /** Why it is not used, unknown, or failed. */
  reason: text.nullable(),
  objects: z.array(text),
  batch: count.nullable(),
  rows: count,
  counts: Counts.nullable(),
  notes: z.array(Note),
  uploadedAt: text,
  landedAt: text.nullable(),
  by: text,
  can: z.object({ land: text.nullable(), undo: text.nullable() }),
})
export type Import = z.infer<typeof Import>

export const Inspection = Import.extend({
  columns: z.array(Column),
  mapping: Mapping.nullable(),
  /** Required attributes or questions a person must settle before it can land. */
  unsettled: z.array(text),
  unused: z.array(text),
  confidence: z.number().nullable(),
  declaration: text.nullable(),
  sample: z.array(z.array(text.nullable())),
  willReject: z.array(z.object({ reason: text, rows: count })),
  duplicates: count,
  joins: z.array(z.object({ attribute: text, to: text, matched: count, filled: count })),
})

export const NamedMapping = z.object({ name: text, mapping: Mapping, savedAt: text, by: text })
export const Attribute = z.object({
  name: text,
  type: text,
  meaning: text,
  required: z.boolean(),
  sources: z.array(z.object({ source: text, title: text, from: text })),
})
export const VocabularyEntry = z.object({ kind: text, raw: text, value: text })
