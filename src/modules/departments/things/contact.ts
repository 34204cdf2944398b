import { z } from 'zod'
import { Named } from './page.ts'

const text = z.string()
const int = z.number().int()
const words = (most: number, least: number) =>
  z.string().trim().min(least, `takes at least ${least} letters`).max(most)

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Whom to ask for what in a department; the person may be one without an account. */
export const ContactTerms = z.object({
  /** What requests go to them: “Contracts with agencies”. */
  what: words(200, 3),
  personId: text.max(80).nullable(),
  /** The name of somebody without an account. */
  person: z.string().trim().max(120),
  deputyId: text.max(80).nullable(),
  channel: words(120, 2),
  responseHours: int.min(1, 'is an hour at least').max(2000, 'are 2000 at most'),
  timeZone: z.string().max(64).refine(isZone, 'is not a time zone: write it like Europe/Berlin'),
})

export const Contact = z.object({
  id: text,
  page: Named,
  what: text,
  person: z.object({ id: text.nullable(), name: text }),
  deputy: Named.nullable(),
  channel: text,
  responseHours: int,
  timeZone: text,
  version: int,
  can: z.object({ change: z.boolean() }),
})
export type Contact = z.infer<typeof Contact>
