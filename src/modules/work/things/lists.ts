import { z } from 'zod'
import { count, Item, text } from './item.ts'

export const groupings = ['board', 'stage', 'assignee', 'priority', 'type', 'relevance'] as const
export type Grouping = (typeof groupings)[number]

/** An item like the one somebody is about to write. */
export const Alike = z.object({ id: text, number: count, title: text, board: text, isDone: z.boolean() })
export type Alike = z.infer<typeof Alike>

/** Whose work a role is shown by default. */
export const feeds = ['own', 'teams', 'now'] as const
export type Feed = (typeof feeds)[number]

/** An item that another one waits for, and who has it. */
export const Awaited = z.object({
  item: Item,
  /** The asker’s items that wait for it. */
  for: z.array(z.object({ id: text, number: count, title: text })),
})

export const Mine = z.object({
  today: text,
  /** The asker’s open items: due by now or urgent, within a week, later or without a day. */
  now: z.array(Item),
  week: z.array(Item),
  later: z.array(Item),
  /** What stands where the asker’s role approves. */
  approvals: z.array(Item),
  /** Items on which the asker is mentioned in comments not read yet. */
  mentions: z.array(z.object({ item: Item, by: text, at: text })),
  waitsFor: z.array(Awaited),
  /** What others do that the asker’s role is shown. */
  feed: z.object({
    kind: z.enum(feeds),
    isWide: z.boolean(),
    says: text,
    items: z.array(Item),
    /** Open items that the asker may see and the feed does not show. */
    leftOut: count,
  }),
})
export type Mine = z.infer<typeof Mine>

export const Wait = z.object({ id: text, otherId: text })
export type Wait = z.infer<typeof Wait>
