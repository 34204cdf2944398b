import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { conditions, count, day, text } from '../things.ts'

const amount = z.number()

export const Coverage = z.object({
  /** The day it is seen from, and the quarters it is about. */
  on: day,
  label: text,
  currency: text,
  /** The amount of what is open now, whenever it was opened. */
  open: amount.nullable(),
  openCount: count,
  /** The targets of the quarters added up; null where one is not set. */
  target: amount.nullable(),
  setBy: z.array(text),
  /** Won in these quarters so far. */
  won: amount,
  /** Open pipeline ÷ target; null with the reason. */
  coverage: z.number().nullable(),
  /** Open pipeline ÷ what is still to be won of the target; null once it is reached. */
  ofRest: z.number().nullable(),
  reason: text.nullable(),
  /** The first quarter that lacks a target, where that is the reason. */
  lacking: z.object({ label: text, from: day }).nullable(),
  notes: z.array(text),
})
export type Coverage = z.infer<typeof Coverage>

export const coverageRoutes = {
  coverage: route({
    method: 'GET',
    path: '/forecast/coverage',
    access: 'metrics:read',
    summary: 'How many times the open pipeline covers the target of a quarter, or of several',
    input: z.object({
      /** The first and the last day of the quarters; without them the quarter that runs. */
      from: day.optional(),
      to: day.optional(),
      where: conditions,
    }),
    output: Coverage,
  }),
}
