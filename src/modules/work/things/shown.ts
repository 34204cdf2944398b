import { z } from 'zod'
import { Board, count, Item, OnDay, priorities, relevances, stageKinds, text } from './item.ts'

const maybe = text.nullable()
const many = z.array(text.max(80)).max(100)
/** Which items: every condition that is given holds. */
export const Which = {
  q: text.max(200).optional(),
  ids: z.array(text.max(80)).max(2000).optional(),
  boardId: text.max(80).optional(),
  stageIds: many.optional(),
  stageKinds: z.array(z.enum(stageKinds)).optional(),
  typeIds: many.optional(),
  /** Assigned to any of them; `nobody` for those without. */
  assigneeIds: many.optional(),
  labels: many.optional(),
  priorities: z.array(z.enum(priorities)).optional(),
  relevances: z.array(z.enum(relevances)).optional(),
  parentId: text.max(80).optional(),
  /** Linked up to this record, directly or through others. */
  under: z.object({ kind: text.max(40), id: text.max(80) }).optional(),
  isVision: z.boolean().optional(),
  dueFrom: OnDay.optional(),
  dueTo: OnDay.optional(),
  isLate: z.boolean().optional(),
  /** Conditions of other modules by their names: `{ "sprint": "spr_…" }`. */
  more: z.record(text, text).optional(),
  isRemoved: z.boolean().default(false),
}
export const sorts = [
  ...(['rank', 'number', 'title', 'due', 'priority', 'changed', 'made', 'estimate', 'entered'] as const),
] as const

export const LinkKind = z.enum(['waits-for', 'relates', 'doubles'])
/** `list` is the name of a checklist that came from elsewhere; empty for the item’s own. */
export const Check = z.object({ id: text, list: text, text, isDone: z.boolean() })
export const Linked = z.object({ id: text, number: count, title: text, kind: LinkKind, isDone: z.boolean() })

export const Detail = z.object({
  item: Item,
  words: text,
  board: Board,
  checks: z.array(Check),
  /** Names of its checklists besides its own, those without lines, too. */
  lists: z.array(text),
  /** What it waits for, relates to or doubles. */
  links: z.array(Linked),
  /** What waits for it. */
  waiting: z.array(Linked),
  parts: z.array(Item),
  parent: z.object({ id: text, number: count, title: text }).nullable(),
  madeBy: text,
  can: z.object({ edit: z.boolean(), approve: z.boolean() }),
  /** Why the asker cannot approve it here, or null. */
  whyNotApprove: maybe,
})
export type Detail = z.infer<typeof Detail>

/** What a change came to: how many items, and the change to undo. */
export const Changed = z.object({ changed: count, changeId: maybe })
export const Moved = Changed.extend({
  /** Required stages that were jumped over, by name. */
  skipped: z.array(text),
})

export const Past = z.object({
  stage: text,
  enteredAt: text,
  leftAt: maybe,
  by: text,
  skipped: z.array(text),
  reason: text,
  isLate: z.boolean(),
})
