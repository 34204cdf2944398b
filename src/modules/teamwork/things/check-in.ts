import { z } from 'zod'
import { Day, Id, Named, words } from './words.ts'

const text = z.string()
const int = z.number().int()

export const SeriesKind = z.enum(['executive', 'team', 'one-to-one'])
export type SeriesKind = z.infer<typeof SeriesKind>
export const Every = z.enum(['week', 'fortnight', 'month'])
export type Every = z.infer<typeof Every>
export const Stage = z.enum(['agenda', 'discussed', 'decided', 'done'])
export type Stage = z.infer<typeof Stage>

const people = z.array(Id).max(60, 'are 60 at most')
export const SeriesTerms = z.object({
  name: words(120),
  kind: SeriesKind,
  every: Every,
  /** The day of the next one. */
  nextOn: Day,
  peopleIds: people.min(1, 'are one at least'),
  /** They read it and change nothing. */
  guestIds: people,
})

export const SeriesLine = z.object({
  id: text,
  name: text,
  kind: SeriesKind,
  every: Every,
  owner: Named,
  people: z.array(Named),
  guests: z.array(Named),
  nextOn: text.nullable(),
  endedOn: text.nullable(),
  /** How many were held one after another, up to the last. */
  streak: int,
  open: int,
  version: int,
  can: z.object({ write: z.boolean() }),
})
export type SeriesLine = z.infer<typeof SeriesLine>

export const PointTerms = z.object({
  what: words(300),
  /** What was said about it, or decided. */
  said: z.string().trim().max(3000, 'has room for 3000 letters'),
  stage: Stage,
  ownerId: Id.nullable(),
  dueOn: Day.nullable(),
})

export const Point = z.object({
  id: text,
  what: text,
  said: text,
  stage: Stage,
  owner: Named.nullable(),
  dueOn: text.nullable(),
  isLate: z.boolean(),
  /** How many check-ins it came through. */
  carried: int,
  link: text.nullable(),
  by: text,
  version: int,
})
export type Point = z.infer<typeof Point>

/** Something that is red now and not on the agenda. */
export const Red = z.object({ key: text, what: text, why: text, link: text })

export const Board = SeriesLine.extend({
  nextId: text.nullable(),
  points: z.array(Point),
  red: z.array(Red),
  past: z.array(
    z.object({
      id: text,
      on: text,
      state: z.enum(['held', 'missed']),
      points: z.array(Point),
      canReopen: z.boolean(),
    }),
  ),
})
export type Board = z.infer<typeof Board>
