import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { One, paged, pageOf, pageOfRows } from '../../kernel/paging.ts'
import {
  Attribute,
  count,
  Import,
  ImportStatus,
  Inspection,
  Mapping,
  NamedMapping,
  text,
  VocabularyEntry,
} from './things.ts'

export * from './things.ts'

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
      input: z.object({ ...paged(50), status: ImportStatus.optional() }),
      output: pageOf(Import),
    }),
    show: route({
      method: 'GET',
      path: '/imports/{id}',
      access: 'imports:read',
      summary: 'Show what was understood of a file and, once landed, its receipt',
      input: One,
      output: Inspection,
    }),
    correct: route({
      method: 'PUT',
      path: '/imports/{id}/mapping',
      access: 'imports:write',
      summary: 'Correct the mapping of an import before it lands; optionally keep it under a name',
      input: One.extend({ mapping: Mapping, saveAs: text.min(1).max(80).optional() }),
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
      input: One,
      output: Import,
    }),
    rejects: route({
      method: 'GET',
      path: '/imports/{id}/rejects',
      access: 'imports:read',
      summary: 'Download the rejected rows with their reasons, ready to be mended and handed in again',
      download: true,
      input: One.extend({ format: Format }),
      output: z.unknown(),
    }),
    rows: route({
      method: 'GET',
      path: '/imports/{id}/rows',
      access: 'metrics:read',
      summary: 'Page through the rows an import brought',
      input: One.extend({ ...paged(50), object: text.optional() }),
      output: pageOfRows,
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
        kind: z.enum(['channel', 'channel_group', 'campaign', 'product', 'owner', 'account', 'stage']),
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
    landed: event(
      'landed {file}: {rows} rows',
      /** `changed`: rows that were new or differ from what was known. */
      z.object({ file: text, batch: count, rows: count, changed: count.optional() }),
    ),
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
