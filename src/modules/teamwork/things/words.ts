import { z } from 'zod'

const bidi = /[\u202a-\u202e\u2066-\u2069]/
/** Words of people: nothing that could turn around what others read. */
export const words = (most: number, least = 3) =>
  z
    .string()
    .trim()
    .min(least, `takes at least ${least} letters`)
    .max(most, `has room for ${most} letters`)
    .refine((text) => !bidi.test(text), 'must not hold characters that turn writing around')
export const Id = z.string().min(1).max(80)
export const Day = z.iso.date('is not a date: write it like 2026-02-28')
/** The version that was on the screen. */
export const version = z.number().int().min(1)
export const Named = z.object({ id: z.string(), name: z.string() })
/** Short words that things are found by. */
export const Words = z
  .array(words(40, 2))
  .max(12, 'are 12 at most')
  .transform((all) => [...new Set(all.map((one) => one.toLowerCase()))])
