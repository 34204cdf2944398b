import { z } from 'zod'
import { byModel, count, text } from './things.ts'

const spread = z.object({ median: z.number(), p85: z.number() }).nullable()
export const Journeys = z.object({
  sales: count,
  touches: spread,
  days: spread,
  paths: z.array(
    z.object({
      channels: z.array(text.nullable()),
      won: count,
      lost: count,
      value: z.number(),
      rate: z.number().nullable(),
    }),
  ),
  transitions: z.array(z.object({ from: text, to: text, journeys: count })),
  currency: text,
  notes: z.array(text),
})

export const Timeline = z.object({
  id: text,
  name: text.nullable(),
  outcome: text,
  closedOn: text.nullable(),
  revenue: z.number().nullable(),
  currency: text,
  touches: z.array(
    z.object({
      at: text,
      channel: text.nullable(),
      campaign: text.nullable(),
      person: text.nullable(),
      isDirect: z.boolean(),
      milestones: z.array(z.enum(['first', 'lead', 'opportunity', 'last'])),
      credit: byModel.nullable(),
      batch: count,
      row: count,
    }),
  ),
})
