import { z } from 'zod'
import { Line } from '../identity/contract.ts'
import { Which } from '../work/contract.ts'

export const text = z.string()
const maybe = text.nullable()

export const feedKinds = ['mine', 'board', 'items', 'launches', 'away'] as const
export type FeedKind = (typeof feedKinds)[number]

/** Which items, as the list of items is asked for. */
export const Where = z.object(Which).omit({ isRemoved: true }).partial()
export type Where = z.infer<typeof Where>

export const FeedInput = z.object({
  name: Line(80).min(1, 'needs a name'),
  kind: z.enum(feedKinds),
  /** The board of a feed of kind `board`. */
  boardId: text.max(80).nullable().default(null),
  /** The conditions of a feed of kind `items`. */
  where: Where.nullable().default(null),
})

export const Feed = z.object({
  id: text,
  name: text,
  kind: z.enum(feedKinds),
  /** What it shows, in words. */
  shows: text,
  /** The last letters of its address, to tell it by. */
  endsIn: text,
  madeAt: text,
  lastUsedAt: maybe,
  /** Why it is empty at the moment, or null. */
  whyEmpty: maybe,
})
export type Feed = z.infer<typeof Feed>

export const rhythms = ['off', 'daily', 'weekly'] as const
export const ChoiceInput = z.object({
  rhythm: z.enum(rhythms),
  /** Local hour, 0 to 23. */
  hour: z.number().int().min(0).max(23),
  /** 1 Monday … 7 Sunday; of a weekly one. */
  weekday: z.number().int().min(1).max(7),
})
export type Choice = z.infer<typeof ChoiceInput>

export const Section = z.object({
  title: text,
  lines: z.array(z.object({ title: text, note: text, path: text })),
  /** How many more there are than are shown. */
  more: z.number().int(),
})
export type Section = z.infer<typeof Section>

export const sentStates = ['sending', 'sent', 'empty', 'failed'] as const
export const Digest = z.object({
  choice: ChoiceInput,
  timeZone: text,
  sendsMail: z.boolean(),
  address: text,
  nextAt: maybe,
  /** What a letter would hold if it went out now. */
  sections: z.array(Section),
  past: z.array(z.object({ occasion: text, state: z.enum(sentStates), at: text, reason: text })),
})
