import { z } from 'zod'
import { Format } from '../../../engine/format.ts'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Alike, count, groupings, Item, Mine, OnDay, sorts, text, Wait, Which } from '../things.ts'

const sorting = {
  sort: z.enum(sorts).default('rank'),
  isDown: z.boolean().default(false),
  /** Items of a group stand together; an assignee’s group is that of the first one. */
  group: z.enum(groupings).optional(),
}

/** Ways to look at many items at once. */
export const listRoutes = {
  itemIds: route({
    method: 'GET',
    path: '/work/item-ids',
    access: 'work:read',
    summary: 'List the ids of the first 5,000 items that meet any conditions, to change them at once',
    input: z.object({ ...Which, ...sorting }),
    output: z.object({ ids: z.array(text), total: count }),
  }),
  groups: route({
    method: 'GET',
    path: '/work/groups',
    access: 'work:read',
    summary:
      'Count the items that meet any conditions by board, stage, assignee, priority, type or relevance',
    input: z.object({ ...Which, group: z.enum(groupings) }),
    output: z.object({
      items: z.array(z.object({ key: text, name: text, items: count })),
    }),
  }),
  exportItems: route({
    method: 'GET',
    path: '/work/items.csv',
    download: true,
    access: 'work:read',
    summary: 'Export the items that meet any conditions as CSV or as a workbook',
    input: z.object({
      ...Which,
      ...sorting,
      columns: z.array(text.max(40)).max(40).optional(),
      format: Format,
    }),
    output: z.unknown(),
  }),
  similar: route({
    method: 'GET',
    path: '/work/similar',
    access: 'work:read',
    summary: 'Find items whose titles share words with one that is about to be added',
    input: z.object({ title: text.max(300) }),
    output: z.object({ items: z.array(Alike) }),
  }),
  mine: route({
    method: 'GET',
    path: '/work/mine',
    access: 'work:read',
    summary: 'Show what is yours to do, what waits for you, and what your role is shown of others’ work',
    input: z.object({ isWide: z.boolean().default(false) }),
    output: Mine,
  }),
  timeline: route({
    method: 'GET',
    path: '/work/timeline',
    access: 'work:read',
    summary: 'List the items whose days touch a span of days, and which waits for which',
    input: z.object({ ...Which, from: OnDay, to: OnDay }),
    output: z.object({ items: z.array(Item), waits: z.array(Wait), total: count, undated: count }),
  }),
  duplicate: route({
    method: 'POST',
    path: '/work/items/{id}/copies',
    access: 'work:write',
    summary: 'Copy an item with its checklist and what it serves to the first stage of its board',
    input: One,
    output: Item,
  }),
}
