import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One, paged, pageOf } from '../../../kernel/paging.ts'
import { count, Day, Entry, Id, Minutes, Note, text, What } from '../things.ts'

const Said = z.object({ day: Day, minutes: Minutes, ...What, note: Note })
const Several = z.object({ ids: z.array(Id).min(1, 'names no entry').max(500, 'names 500 entries at most') })
const Which = { from: Day, to: Day, personId: Id.optional() }

export const entryRoutes = {
  entries: route({
    method: 'GET',
    path: '/time/entries',
    access: 'member',
    summary: 'List your time entries, or those of somebody you lead',
    input: z.object({ ...Which, ...paged(200) }),
    output: pageOf(Entry),
  }),
  exportEntries: route({
    method: 'GET',
    path: '/time/entries/file',
    access: 'member',
    summary: 'Download your time entries, or those of somebody you lead, as CSV or a workbook',
    input: z.object({ ...Which, format: z.enum(['csv', 'xlsx']).default('csv') }),
    output: z.object({ name: text, type: text, body: z.custom<ReadableStream<Uint8Array>>() }),
    download: true,
  }),
  add: route({
    method: 'POST',
    path: '/time/entries',
    access: 'member',
    summary: 'Write down the minutes you worked on a day, on an item or another duty',
    input: Said,
    output: Entry,
  }),
  addMany: route({
    method: 'POST',
    path: '/time/entries/many',
    access: 'member',
    summary: 'Write down many time entries at once; none is kept where one cannot be',
    input: z.object({
      entries: z.array(Said).min(1, 'names no entry').max(200, 'names 200 entries at most'),
      /** Said of entries that came of the proposal. */
      isProposed: z.boolean().default(false),
    }),
    output: z.object({ ids: z.array(text) }),
  }),
  change: route({
    method: 'PUT',
    path: '/time/entries/{id}',
    access: 'member',
    summary: 'Change a time entry of yours; refused when changed since `version`',
    input: One.extend({ ...Said.shape, version: count }),
    output: Entry,
  }),
  remove: route({
    method: 'POST',
    path: '/time/removals',
    access: 'member',
    summary: 'Take time entries of yours away; they can be put back',
    input: Several,
    output: Several,
  }),
  restore: route({
    method: 'POST',
    path: '/time/restorations',
    access: 'member',
    summary: 'Put back time entries that were taken away',
    input: Several,
    output: Several,
  }),
  ofItem: route({
    method: 'GET',
    path: '/time/items/{id}',
    access: 'work:read',
    summary: 'Show how long was worked on an item, with your own entries',
    input: One,
    output: z.object({ minutes: count, people: count, own: z.array(Entry) }),
  }),
}
