import { z } from 'zod'
import { kinds } from '../costs/rules.ts'
import { Line as Text } from '../identity/contract.ts'
import { purposes } from './rules/guard.ts'

export const text = z.string()
export const minor = z.number().int()
export const Kind = z.enum(kinds)
export const Named = z.object({ id: text.nullable(), name: text })
export const Label = Text(200)
export const Name = Text(200).min(1, 'must not be empty')
export const Currency = z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR')
export const Reason = Text(500).min(3, 'takes at least 3 letters')
export const Note = z
  .string()
  .trim()
  .max(1000)
  .regex(/^[^\0]*$/, 'must not hold control characters')
  .default('')
/** Twelve amounts, by the months of the fiscal year. */
export const Months = z.array(minor).length(12, 'holds an amount for each of the twelve months')

export const Year = z.object({
  id: text,
  number: z.number().int(),
  label: text,
  /** The first day of each month. */
  months: z.array(text),
  endsOn: text,
  currency: text,
  state: z.enum(['draft', 'approved']),
  approvedBy: text.nullable(),
  approvedAt: text.nullable(),
})
export type Year = z.infer<typeof Year>

export const Line = z.object({
  id: text,
  yearId: text,
  area: text,
  programme: text,
  campaign: text,
  name: text,
  kind: Kind,
  channel: text,
  owner: Named,
  currency: text,
  /** The baseline: frozen once the year’s plan is approved. */
  plan: Months,
  forecast: Months,
  /** By the month in which an open order is due, and of an invoice; null where there is none. */
  committed: Months.nullable(),
  actual: Months.nullable(),
  /** Accrued less reversed: with `actual` it is what was delivered; null where there is none. */
  accrued: z.array(minor).nullable(),
  /** What transfers brought, less what they took. */
  moved: minor,
  allocation: minor,
  load: minor,
  remaining: minor,
  available: minor,
  isPlaceholder: z.boolean(),
  /** Null: inherited from its area. */
  purpose: z.enum(purposes).nullable(),
  note: text,
  version: z.number().int(),
  /** One unit in the organisation’s currency on the first day of the year, for totals; null where no rate is known. */
  rate: z.number().nullable(),
  isRemoved: z.boolean(),
})
export type Line = z.infer<typeof Line>

const Cells = z
  .record(text, minor)
  .refine(
    (cells) => Object.keys(cells).every((at) => /^(\d|1[01])$/.test(at)),
    'names months by their place, 0 to 11',
  )
const said = {
  area: Label,
  programme: Label,
  campaign: Label,
  name: Name,
  kind: Kind,
  channel: Label,
  ownerId: text.nullable(),
  currency: Currency,
  isPlaceholder: z.boolean(),
  purpose: z.enum(purposes).nullable(),
  note: z.string().trim().max(1000),
}
export const LineInput = z.object({
  ...said,
  area: Label.default(''),
  programme: Label.default(''),
  campaign: Label.default(''),
  kind: Kind.default('other'),
  channel: Label.default(''),
  ownerId: text.nullable().default(null),
  currency: Currency.optional(),
  isPlaceholder: z.boolean().default(false),
  purpose: z.enum(purposes).nullable().default(null),
  note: Note,
  plan: Months.optional(),
  forecast: Months.optional(),
})
export type LineInput = z.output<typeof LineInput>

/** What changes on a line; months by their place, 0 to 11. */
export const Edit = z
  .object({ id: text, version: z.number().int(), plan: Cells, forecast: Cells, ...said })
  .partial()
  .required({ id: true })
export type Edit = z.output<typeof Edit>
