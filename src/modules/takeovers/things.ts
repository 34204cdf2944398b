import { z } from 'zod'
import { attributes, sources } from './rules.ts'

export const text = z.string()
const count = z.number().int()
const maybe = text.nullable()
const kinds = ['waiting', 'active', 'done'] as const

export const Receipt = z.object({
  added: count,
  /** Here already by an earlier takeover: left as they are. */
  known: count,
  rejected: count,
  comments: count,
  checks: count,
  moves: count,
  /** Links from one item to another that it waits for; not known of takeovers before they were read. */
  waits: count.default(0),
  people: z.object({ found: count, unknown: count }),
})
export type Receipt = z.infer<typeof Receipt>

export const Takeover = z.object({
  id: text,
  fileName: text,
  source: z.enum(sources),
  name: text,
  state: z.enum(['ready', 'landed', 'undone']),
  board: z.object({ id: text, name: text }).nullable(),
  receipt: Receipt.nullable(),
  by: text,
  at: text,
  version: count,
})
export type Takeover = z.infer<typeof Takeover>

export const Understood = Takeover.extend({
  /** What each column of a table means; null where it is none. */
  columns: z
    .array(z.object({ name: text, sample: z.array(text), means: z.enum(attributes).nullable() }))
    .nullable(),
  order: z.enum(['day-first', 'month-first']).nullable(),
  /** A day that may be read either way, until `order` is said; meanwhile it is read in the `usualOrder`. */
  openDay: maybe,
  usualOrder: z.enum(['day-first', 'month-first']),
  boardId: maybe,
  boardName: text,
  stages: z.array(z.object({ name: text, items: count, stageId: maybe, kind: z.enum(kinds) })),
  people: z.array(z.object({ key: text, name: text, email: text, items: count, personId: maybe })),
  counts: z.object({
    items: count,
    known: count,
    comments: count,
    checklists: count,
    moves: count,
    waits: count,
  }),
  sample: z.array(z.object({ key: text, title: text, stage: text, assignees: text, dueOn: maybe })),
  rejects: z.object({ total: count, first: z.array(z.object({ row: count, why: text })) }),
})
export type Understood = z.infer<typeof Understood>

/** What a person says of how it is to be read. */
export const Said = z.object({
  columns: z.array(z.enum(attributes).nullable()).max(500).optional(),
  order: z.enum(['day-first', 'month-first']).optional(),
  /** An existing board; null for a new one under `boardName`. */
  boardId: maybe.optional(),
  boardName: text.trim().min(1, 'needs a name').max(80).optional(),
  /** By name of a column over there: the stage here. */
  stages: z.record(text, text).optional(),
  /** Of a new board: what kind of stage a column is. */
  kinds: z.record(text, z.enum(kinds)).optional(),
  /** By their key: who it is here; null for nobody. */
  people: z.record(text, text.nullable()).optional(),
})
export type Said = z.infer<typeof Said>
