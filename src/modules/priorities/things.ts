import { z } from 'zod'
import { Line } from '../identity/contract.ts'
import { text, Words } from '../work/contract.ts'

const count = z.number().int()
const maybe = text.nullable()

export const kinds = ['rice', 'ice-mean', 'ice-product', 'wsjf', 'cd3', 'custom'] as const
export type Kind = (typeof kinds)[number]

/** A name that a formula can say. */
const InputName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,30}$/, 'is made of small letters, digits and _, beginning with a letter')

export const Definition = z.object({
  kind: z.enum(kinds),
  /** Of a custom model; the others have theirs by their source. */
  formula: Line(1000).default(''),
  inputs: z
    .array(
      z.object({
        name: InputName,
        hint: Line(200).default(''),
        /** Computed from others where it is not empty. */
        formula: Line(1000).default(''),
      }),
    )
    .max(20, 'has 20 inputs at most')
    .default([]),
  /** How priorities are set here: who estimates, when, who decides. Shown on the page. */
  process: Words(4000).default(''),
})
export type Definition = z.output<typeof Definition>

export const Model = z.object({
  /** The board it is of; null for all boards without one of their own. */
  boardId: maybe,
  version: count,
  definition: Definition,
  reason: text,
  by: maybe,
  changedAt: maybe,
})
export type Model = z.infer<typeof Model>

export const Given = z.object({ value: z.number(), by: text, at: text })
const most = 1e12
/** What is said of an item, by the names of its inputs; null takes one away. */
export const Numbers = z.record(
  z.string().regex(/^[a-z][a-z0-9_ ]{0,39}$/, 'is no name of an input'),
  z.number().min(-most, 'is too small').max(most, 'is too large').nullable(),
)

export const Override = z.object({
  id: text,
  itemId: text,
  item: text,
  place: count,
  /** Its rank by score when it was put elsewhere. */
  ranked: count.nullable(),
  reason: text,
  by: text,
  at: text,
  endedBy: maybe,
  endedAt: maybe,
})
export type Override = z.infer<typeof Override>

export const RankedLine = z.object({
  ...{ id: text, number: count, title: text, stage: text },
  inputs: z.record(text, Given),
  score: z.number().nullable(),
  /** Why there is no score. */
  reason: maybe,
  /** By score alone; equal scores share one. */
  rank: count.nullable(),
  /** Where it stands in the order, overrides included. */
  place: count,
  override: Override.nullable(),
})
export type RankedLine = z.infer<typeof RankedLine>

export const Delay = z.object({
  /** Items whose cost of delay and duration are known. */
  counted: count,
  missing: count,
  /** In the order of the board, of the ranking, and in the one that costs least. */
  board: z.number(),
  ranked: z.number(),
  least: z.number(),
  /** The order that costs least, by item. */
  order: z.array(
    z.object({
      id: text,
      number: count,
      title: text,
      days: z.number(),
      costADay: z.number(),
      boardPlace: count,
    }),
  ),
})
export type Delay = z.infer<typeof Delay>

export const Weighing = z.object({
  version: count,
  draws: count,
  changed: z.number(),
  byInput: z.array(z.object({ input: text, changed: z.number() })),
  atTop: z.array(z.object({ id: text, name: text, share: z.number() })),
  by: text,
  at: text,
  /** Something changed since: inputs, items or the model. */
  isOld: z.boolean(),
})
export type Weighing = z.infer<typeof Weighing>

export const Ranking = z.object({
  board: z.object({ id: text, name: text }),
  model: Model,
  /** Inputs people give, in their order, with what each means. */
  inputs: z.array(z.object({ name: text, hint: text })),
  formula: text,
  items: z.array(RankedLine),
  /** Items of the board that are not shown because there are too many. */
  left: count,
  overrides: z.array(Override),
  delay: Delay,
  weighing: Weighing.nullable(),
  stages: z.array(z.object({ id: text, name: text, items: count })),
})
export type Ranking = z.infer<typeof Ranking>
