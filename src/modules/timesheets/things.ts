import { z } from 'zod'
import { Line } from '../identity/contract.ts'

export const text = z.string()
export const count = z.number().int()
export const Id = text.min(1, 'is missing').max(80)
export const Named = z.object({ id: text, name: text })
export const Day = z.iso
  .date('is a day, such as 2026-03-01')
  .refine((day) => day >= '1990-01-01' && day <= '2100-12-31', 'lies between 1990 and 2100')
export const duties = ['meetings', 'support', 'lines', 'other'] as const
export const sources = ['typed', 'timer', 'proposal', 'copied'] as const
export const Minutes = count.min(1, 'is a minute at least').max(1440, 'is more than the 24 hours a day has')
export const Note = Line(300).default('')

/** What was worked on: an item, or another duty. */
export const What = {
  itemId: Id.nullable().default(null),
  duty: z.enum(duties).nullable().default(null),
}

export const Entry = z.object({
  id: text,
  person: Named,
  day: text,
  minutes: count,
  /** Null for another duty; its name is empty where the asker may not see the item. */
  item: z.object({ id: text, number: count, title: text }).nullable(),
  duty: z.enum(duties).nullable(),
  note: text,
  source: z.enum(sources),
  version: count,
})
export type Entry = z.infer<typeof Entry>

export const Timer = z.object({
  id: text,
  item: Entry.shape.item,
  duty: z.enum(duties).nullable(),
  note: text,
  startedAt: text,
  /** Started on a day before today: how long it was has to be said. */
  isOvernight: z.boolean(),
  minutes: count,
})
export type Timer = z.infer<typeof Timer>

export const Row = z.object({
  key: text,
  item: Entry.shape.item,
  duty: z.enum(duties).nullable(),
  /** Minutes of the seven days, Monday first. */
  days: z.array(count),
  isVision: z.boolean(),
})
export type Row = z.infer<typeof Row>

export const Lock = z.object({ by: text, at: text })
export const Week = z.object({
  person: Named,
  days: z.array(z.object({ day: text, available: count, why: z.array(text) })),
  rows: z.array(Row),
  entries: z.array(Entry),
  total: count,
  lock: Lock.nullable(),
  /** Whose weeks the asker may open: their own and of people they lead. */
  people: z.array(Named),
  can: z.object({ write: z.boolean(), lock: z.boolean(), reopen: z.boolean() }),
})
export type Week = z.infer<typeof Week>
