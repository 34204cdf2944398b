import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'

const nothing = z.object({})
const Day = z.iso.date('is not a date: write it like 2026-02-28')

const Filter = z.object({
  actor: z.string().max(100).optional(),
  module: z.string().max(60).optional(),
  type: z.string().max(120).optional(),
  subject: z.string().max(200).optional(),
  /** First and last day, both included, in the organisation's time zone. */
  from: Day.optional(),
  to: Day.optional(),
})
export type Filter = z.output<typeof Filter>

export const Change = z.object({
  table: z.string(),
  row: z.string(),
  did: z.enum(['insert', 'update', 'delete']),
  columns: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).optional(),
})

export const Entry = z.object({
  id: z.string(),
  at: z.string(),
  type: z.string(),
  module: z.string(),
  /** What happened, ready to read after the actor's name. */
  sentence: z.string(),
  subject: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  via: z.string(),
  request: z.string(),
  changes: z.array(Change),
})
export type Entry = z.output<typeof Entry>

export const Notice = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  link: z.string(),
  at: z.string(),
  isRead: z.boolean(),
})

export const activity = contract(
  'activity',
  {
    feed: route({
      method: 'GET',
      path: '/activity',
      access: 'activity:read',
      summary: 'Read what happened, newest first',
      input: Filter.extend({
        cursor: z.string().regex(/^\d+$/, 'is not a cursor of this list').optional(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
      output: z.object({ entries: z.array(Entry), nextCursor: z.string().nullable() }),
    }),
    choices: route({
      method: 'GET',
      path: '/activity/choices',
      access: 'activity:read',
      summary: 'List the people and modules the activity can be filtered by',
      input: nothing,
      output: z.object({
        actors: z.array(z.object({ id: z.string(), name: z.string() })),
        modules: z.array(z.string()),
      }),
    }),
    exportFeed: route({
      method: 'GET',
      path: '/activity/export',
      access: 'activity:read',
      summary: 'Export the activity for a spreadsheet',
      download: true,
      input: Filter.extend({ format: Format }),
      output: z.object({ name: z.string(), type: z.string(), body: z.unknown() }),
    }),
    chain: route({
      method: 'GET',
      path: '/activity/chain',
      access: 'activity:read',
      summary: 'Verify that nobody changed the audit trail',
      input: nothing,
      output: z.object({
        sealed: z.number(),
        unsealed: z.number(),
        broken: z.object({ position: z.number(), reason: z.string() }).nullable(),
      }),
    }),
    inbox: route({
      method: 'GET',
      path: '/inbox',
      access: 'member',
      summary: 'Read your notices',
      input: z.object({ onlyUnread: z.boolean().default(false) }),
      output: z.object({ notices: z.array(Notice), unread: z.number() }),
    }),
    markNotice: route({
      method: 'PATCH',
      path: '/inbox/{id}',
      access: 'member',
      summary: 'Mark a notice as read or unread',
      input: z.object({ id: z.string(), isRead: z.boolean() }),
      output: nothing,
    }),
    markAll: route({
      method: 'POST',
      path: '/inbox/read',
      access: 'member',
      summary: 'Mark all your notices as read',
      input: nothing,
      output: z.object({ marked: z.number() }),
    }),
  },
  {
    noticesRead: event('read their notices', z.object({ count: z.number() })),
    noticeUnread: event('put a notice back as unread', nothing),
  },
)
