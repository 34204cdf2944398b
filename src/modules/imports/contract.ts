import { z } from 'zod'
import { objectNames } from '../../engine/model.ts'
import { contract, event, route } from '../../kernel/contract.ts'

const text = z.string()
const count = z.number().int()

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

const one = z.object({ id: text })
const paged = z.object({
  limit: z.number().int().min(1).max(500).default(50),
  offset: count.min(0).default(0),
})
const many = z.object({ items: z.array(Import), total: count })

export const NamedMapping = z.object({ name: text, mapping: Mapping, savedAt: text, by: text })
const rows = z.object({ columns: z.array(text), rows: z.array(z.record(text, z.unknown())), total: count })

export const Attribute = z.object({
  name: text,
  type: text,
  meaning: text,
  required: z.boolean(),
  sources: z.array(z.object({ source: text, title: text, from: text })),
})
export const VocabularyEntry = z.object({ kind: text, raw: text, value: text })

export const imports = contract(
  'imports',
  {
    upload: route({
      method: 'POST',
      path: '/imports',
      access: 'imports:write',
      summary: 'Hand in an exported file; answers what was understood, writes no figure',
      upload: true,
      input: z.object({ name: text.min(1).max(255), mapping: text.optional(), file: z.unknown().optional() }),
      output: z.object({ items: z.array(Inspection) }),
    }),
    list: route({
      method: 'GET',
      path: '/imports',
      access: 'imports:read',
      summary: 'List imports, newest first',
      input: paged.extend({ status: ImportStatus.optional() }),
      output: many,
    }),
    show: route({
      method: 'GET',
      path: '/imports/{id}',
      access: 'imports:read',
      summary: 'Show what was understood of a file and, once landed, its receipt',
      input: one,
      output: Inspection,
    }),
    correct: route({
      method: 'PUT',
      path: '/imports/{id}/mapping',
      access: 'imports:write',
      summary: 'Correct the mapping of an import before it lands; optionally keep it under a name',
      input: one.extend({ mapping: Mapping, saveAs: text.min(1).max(80).optional() }),
      output: Inspection,
    }),
    land: route({
      method: 'POST',
      path: '/imports/landings',
      access: 'imports:write',
      summary: 'Land inspected files together: all their rows, or none of a file',
      input: z.object({ ids: z.array(text).min(1).max(500) }),
      output: z.object({ items: z.array(Import) }),
    }),
    undo: route({
      method: 'POST',
      path: '/imports/{id}/undoing',
      access: 'imports:write',
      summary: 'Undo a landed import: figures are as if the file had never come',
      input: one,
      output: Import,
    }),
    rejects: route({
      method: 'GET',
      path: '/imports/{id}/rejects',
      access: 'imports:read',
      summary: 'Download the rejected rows with their reasons, ready to be mended and handed in again',
      download: true,
      input: one,
      output: z.unknown(),
    }),
    rows: route({
      method: 'GET',
      path: '/imports/{id}/rows',
      access: 'metrics:read',
      summary: 'Page through the rows an import brought',
      input: one.extend(paged.shape).extend({ object: text.optional() }),
      output: rows,
    }),
    mappings: route({
      method: 'GET',
      path: '/mappings',
      access: 'imports:read',
      summary: 'List the mappings kept under a name',
      input: z.object({}),
      output: z.object({ items: z.array(NamedMapping) }),
    }),
    model: route({
      method: 'GET',
      path: '/data-model',
      access: 'member',
      summary: 'The data-model standard: every object and attribute, and how each source maps to it',
      input: z.object({}),
      output: z.object({
        objects: z.array(
          z.object({ name: text, meaning: text, key: z.array(text), attributes: z.array(Attribute) }),
        ),
      }),
    }),
    vocabulary: route({
      method: 'GET',
      path: '/vocabulary',
      access: 'imports:read',
      summary: 'The editable vocabulary: how source values are read',
      input: z.object({ kind: text.optional() }),
      output: z.object({ items: z.array(VocabularyEntry) }),
    }),
    setWord: route({
      method: 'PUT',
      path: '/vocabulary/{kind}',
      access: 'sources:manage',
      summary: 'Say how a source value is read; figures follow at once',
      input: z.object({
        kind: z.enum(['channel', 'campaign', 'product', 'owner', 'account', 'stage']),
        raw: text.min(1).max(500),
        value: text.max(200),
      }),
      output: VocabularyEntry,
    }),
    sources: route({
      method: 'GET',
      path: '/sources',
      access: 'imports:read',
      summary: 'Each source with its freshness, completeness and attestation',
      input: z.object({}),
      output: z.object({
        items: z.array(
          z.object({
            source: text,
            object: text,
            title: text,
            rows: count,
            newest: text.nullable(),
            landedAt: text,
            daysOld: count,
            filled: z.array(z.object({ attribute: text, share: z.number() })),
            attested: z.object({ by: text, at: text, from: text, to: text }).nullable(),
          }),
        ),
      }),
    }),
    attest: route({
      method: 'POST',
      path: '/sources/{source}/attestations',
      access: 'sources:attest',
      summary: 'Vouch by name for a source’s integrity in a period',
      input: z.object({
        source: text,
        from: z.iso.date(),
        to: z.iso.date(),
        words: text.max(1000).default(''),
      }),
      output: z.object({ source: text, by: text, from: text, to: text, at: text }),
    }),
  },
  {
    uploaded: event('handed in {file}', z.object({ file: text, size: count, imports: count })),
    corrected: event('corrected the mapping of {file}', z.object({ file: text, savedAs: text.nullable() })),
    landing: event('began to land {file}', z.object({ file: text, batch: count })),
    landed: event('landed {file}: {rows} rows', z.object({ file: text, batch: count, rows: count })),
    failed: event('could not land {file}: {reason}', z.object({ file: text, reason: text })),
    undoing: event('began to undo {file}', z.object({ file: text })),
    undone: event('undid {file}', z.object({ file: text, batch: count })),
    wordSet: event('reads {raw} as {value}', z.object({ kind: text, raw: text, value: text })),
    attested: event(
      'vouched for {source} from {from} to {to}',
      z.object({ source: text, from: text, to: text, words: text }),
    ),
  },
)
