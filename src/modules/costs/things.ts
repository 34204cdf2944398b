import { z } from 'zod'
import { kinds } from './rules.ts'

export const text = z.string()
export const count = z.number().int()
export const Money = z.object({ amount: z.number(), currency: text })

/** Anything but control characters; what is shown is text, never markup. */
const Label = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u, 'must not hold control characters')
const Currency = z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR')
const Note = z
  .string()
  .trim()
  .max(1000)
  .regex(/^[^\0]*$/, 'must not hold control characters')

export const said = {
  kind: z.enum(kinds),
  channel: Label.nullable().default(null),
  campaign: Label.nullable().default(null),
  /** In the currency's minor unit: 1200.50 EUR is 120050. */
  minor: count,
  currency: Currency,
  repeats: z.enum(['once', 'monthly']).default('once'),
  /** 2026-03 stands for the first to the last day of the month. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is written 2026-03')
    .optional(),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().nullable().optional(),
  note: Note.default(''),
}

export const Cost = z.object({
  id: text,
  kind: z.enum(kinds),
  channel: text.nullable(),
  campaign: text.nullable(),
  minor: count,
  currency: text,
  repeats: z.enum(['once', 'monthly']),
  startsOn: text,
  endsOn: text.nullable(),
  note: text,
  version: count,
  createdBy: text,
  createdAt: text,
  changedBy: text,
  changedAt: text,
  isRemoved: z.boolean(),
  /** The invoice that entered it; such a cost is changed where the invoice is. */
  invoiceId: text.nullable(),
})
export type Cost = z.infer<typeof Cost>

export const Rate = z.object({
  id: text,
  currency: text,
  into: text,
  onDay: text,
  rate: z.number(),
  setBy: text,
  setAt: text,
})
export type Rate = z.infer<typeof Rate>
export const RateInput = z.object({ currency: Currency, onDay: z.iso.date(), rate: z.number() })

export const Assumptions = z.object({
  /** Share of won value that is left after delivering it, 0…1. */
  grossMargin: z.number(),
  lifetimeMonths: count,
  /** How many months the won value of an opportunity covers; 12 for a yearly contract. */
  monthsOfValue: count,
  changedBy: text.nullable(),
  changedAt: text.nullable(),
})
