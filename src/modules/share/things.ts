import { z } from 'zod'

export const text = z.string()
export const count = z.number().int()
export const Id = text.min(1).max(80)
export const Named = z.object({ id: text, name: text })
export const Day = z.iso.date('is a day, such as 2026-03-01')
const rate = z.number().nullable()

export const Figure = z.object({
  share: rate,
  low: rate,
  high: rate,
  /** Minutes. */
  vision: count,
  total: count,
  alarm: text.nullable(),
  personWeeks: count,
})
export const bases = ['entries', 'stages', 'both', 'none'] as const
export const Target = z.object({
  version: count,
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
  target: z.object({ percent: z.number() }),
})
export const Slice = z.object({ name: text, minutes: count, share: z.number() })
export type Slice = z.infer<typeof Slice>
export const restBys = ['type', 'requester', 'label', 'duty'] as const

export const Stop = z.object({
  itemId: text.nullable(),
  name: text,
  minutes: count,
  askedBy: text.nullable(),
  said: text.nullable(),
  advice: text,
})
export const Meter = z.object({
  period: z.object({ from: text, to: text }),
  ahead: z.object({ from: text, to: text }),
  actual: Figure,
  planned: Figure,
  target: Target,
  versions: z.array(Target),
  trend: z.array(z.object({ week: text, share: rate, minutes: count })),
  people: z.array(Named.extend({ share: rate, minutes: count, basis: z.enum(bases) })),
  teams: z.array(Named.extend({ people: count, share: rate, minutes: count.nullable() })),
  rest: z.record(z.enum(restBys), z.array(Slice)),
  stop: z.array(Stop),
  /** How many people are reckoned by what. */
  basis: z.object({ entries: count, stages: count, both: count, none: count }),
  isFiltered: z.boolean(),
  canSetTarget: z.boolean(),
})
export type Meter = z.infer<typeof Meter>

export const Piece = z.object({
  itemId: text.nullable(),
  name: text,
  /** Null where it is not for the asker to know. */
  person: text.nullable(),
  minutes: count,
  isVision: z.boolean(),
  source: text,
})
/** What was agreed and moved the planned share, as it was announced and as it stands. */
export const Move = z.object({
  itemId: text.nullable(),
  name: text,
  at: text,
  /** What it is linked up to; null where nothing, or where it is not for the asker. */
  serves: z.object({ name: text, path: text }).nullable(),
  /** Where it was decided. */
  path: text.nullable(),
  announced: text,
  parts: z.array(z.object({ name: text, points: z.number(), hours: z.number() })),
  now: text,
  gaveWay: z.object({ itemId: text.nullable(), name: text, until: Day }).nullable(),
})
export type Move = z.infer<typeof Move>
export const PriceTold = z.object({
  points: rate,
  before: rate,
  after: rate,
  hours: z.number(),
  words: text,
  restsOn: text,
  displaced: z.array(z.object({ id: text, hours: z.number(), isVision: z.boolean() })),
})
export type PriceTold = z.infer<typeof PriceTold>
