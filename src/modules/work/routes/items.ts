import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One, paged, pageOf } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import {
  Changed,
  count,
  Detail,
  groupings,
  Held,
  Item,
  Moved,
  Patch,
  Said,
  sorts,
  text,
  Which,
} from '../things.ts'

const ids = z.array(text.max(80)).min(1, 'names no item').max(5000, 'names 5,000 items at most')
const Ref = z.object({ kind: text.max(40), id: text.max(80) })
const reason = Line(500).default('')

export const itemRoutes = {
  items: route({
    method: 'GET',
    path: '/work/items',
    access: 'work:read',
    summary: 'List items on the boards that you may see, by any conditions',
    input: z.object({
      ...Which,
      ...paged(200, 2000),
      sort: z.enum(sorts).default('rank'),
      isDown: z.boolean().default(false),
      /** Items of a group stand together; an assignee’s group is that of the first one. */
      group: z.enum(groupings).optional(),
    }),
    output: pageOf(Item),
  }),
  item: route({
    method: 'GET',
    path: '/work/items/{id}',
    access: 'work:read',
    summary: 'Show an item whole, by its id or its number',
    input: One,
    output: Detail,
  }),
  add: route({
    method: 'POST',
    path: '/work/items',
    access: 'work:write',
    summary: 'Add an item to a board',
    input: Patch.extend({
      title: Said.shape.title,
      boardId: text.optional(),
      stageId: text.optional(),
      /** What it serves: a goal, campaign, launch or item. */
      serves: Ref.nullable().optional(),
    }),
    output: Item,
  }),
  edit: route({
    method: 'PATCH',
    path: '/work/items',
    access: 'work:write',
    summary: 'Change fields of one item or of thousands at once; undone as one',
    input: z.object({
      ids,
      patch: Patch,
      /** What the fields held when the editing began: a field that somebody else changed meanwhile is asked about. */
      was: Held.optional(),
      addLabels: Said.shape.labels.default([]),
      removeLabels: Said.shape.labels.default([]),
      /** What they all serve from now on; null for nothing. */
      serves: Ref.nullable().optional(),
    }),
    output: Changed,
  }),
  move: route({
    method: 'POST',
    path: '/work/moves',
    access: 'work:write',
    summary: 'Move items to a stage, or to another place within it; undone as one',
    input: z.object({
      ids,
      stageId: text,
      /** The item that they stand behind; null for the top, left out for the end. */
      afterId: text.nullable().optional(),
      /** Why a limit, a demand or a required stage is passed over. */
      reason,
    }),
    output: Moved,
  }),
  remove: route({
    method: 'POST',
    path: '/work/removals',
    access: 'work:write',
    summary: 'Take items away; they can be put back',
    input: z.object({ ids }),
    output: Changed,
  }),
  undo: route({
    method: 'POST',
    path: '/work/changes/{id}/reversal',
    access: 'work:write',
    summary: 'Undo a change of yours: what nobody else changed since goes back to what it was',
    input: One,
    output: z.object({ undone: count, kept: count }),
  }),
  approve: route({
    method: 'POST',
    path: '/work/items/{id}/approval',
    access: 'work:read',
    summary: 'Approve an item in the stage it stands in, or send it back with a reason',
    input: One.extend({ verdict: z.enum(['approved', 'sent-back']), note: Line(500).default('') }),
    output: Item,
  }),
}
