import { z } from 'zod'
import { count, OnDay, text } from './type.ts'

/** The earliest realistic days; null with the reason where nothing is known. */
export const Earliest = z.object({
  p50: OnDay.nullable(),
  p85: OnDay.nullable(),
  /** In plain words, with what it rests on. */
  words: text,
  restsOn: text,
  /** What a sooner day would take. */
  sooner: z.object({ on: OnDay, displaced: count.nullable(), words: text }).nullable(),
})
export type Earliest = z.infer<typeof Earliest>

/** By how many points the planned vision share would move; null with the reason where nobody can tell. */
export const Price = z.object({
  points: z.number().nullable(),
  before: z.number().nullable(),
  after: z.number().nullable(),
  hours: z.number().nullable(),
  words: text,
  restsOn: text,
  /** What moves it by how much: the request itself, and what gives way. */
  parts: z.array(z.object({ name: text, points: z.number(), hours: z.number() })).optional(),
})
export type Price = z.infer<typeof Price>

export const Alike = z.object({
  number: count,
  /** Null for those who may not read it. */
  title: text.nullable(),
  path: text.nullable(),
  state: z.enum(['waiting', 'active', 'done']),
  reasons: z.array(text),
})

export const Answered = z.object({ id: text, question: text, body: text, version: count })

export const Outlook = z.object({
  similar: z.array(Alike),
  answers: z.array(Answered),
  earliest: Earliest,
  price: Price,
})
export type Outlook = z.infer<typeof Outlook>
