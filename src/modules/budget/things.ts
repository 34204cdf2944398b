import { z } from 'zod'
import { kinds } from '../costs/rules.ts'
import { Line as Text } from '../identity/contract.ts'

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
  /** What transfers brought, less what they took. */
  moved: minor,
  allocation: minor,
  load: minor,
  remaining: minor,
  available: minor,
  isPlaceholder: z.boolean(),
  note: text,
  version: z.number().int(),
  /** One unit in the organisation’s currency on the first day of the year, for totals; null where no rate is known. */
  rate: z.number().nullable(),
  isRemoved: z.boolean(),
})
export type Line = z.infer<typeof Line>

const Cells = z.record(z.string().regex(/^(\d|1[01])$/, 'is the place of a month, 0 to 11'), minor)
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

const Standing = z.object({ load: minor, available: minor, allocation: minor })

export const Request = z.object({
  id: text,
  line: z.object({ id: text, name: text, currency: text, campaign: text, kind: Kind }),
  kind: z.enum(['standard', 'blanket']),
  supplier: text,
  what: text,
  reason: text,
  minor,
  currency: text,
  /** In the line’s currency, at the rate of today while it waits; null where no rate is known. */
  lineMinor: minor.nullable(),
  dueOn: text,
  /** Agreed price of a unit, for those who may read rates. */
  rate: z.object({ minor, unit: text }).nullable(),
  state: z.enum(['waiting', 'approved', 'refused', 'withdrawn']),
  requestedBy: Named,
  requestedAt: text,
  escalation: z.object({ by: text, at: text, reason: text }).nullable(),
  decision: z.object({ by: text, at: text, reason: text }).nullable(),
  orderId: text.nullable(),
  standing: Standing,
  can: z.object({
    approve: z.boolean(),
    whyNotApprove: text.nullable(),
    refuse: z.boolean(),
    escalate: z.boolean(),
    withdraw: z.boolean(),
  }),
})
export type Request = z.infer<typeof Request>

export const Order = z.object({
  id: text,
  number: text,
  line: z.object({ id: text, name: text, currency: text }),
  kind: z.enum(['standard', 'blanket']),
  supplier: text,
  what: text,
  minor,
  currency: text,
  /** Of a blanket order. */
  released: minor,
  /** What it commits the line to while it is open, in the line’s currency. */
  ordered: minor,
  billed: minor,
  billedInLine: minor,
  over: minor,
  dueOn: text,
  rate: z.object({ minor, unit: text }).nullable(),
  owner: Named,
  requestId: text,
  state: z.enum(['open', 'closed']),
  openedOn: text,
  openedBy: text,
  closed: z.object({ by: text, at: text, reason: text }).nullable(),
  releases: z.array(z.object({ id: text, minor, note: text, on: text, by: text })),
  proposal: z.object({ advice: z.enum(['close', 'ask']), words: text, frees: minor }).nullable(),
  ageDays: z.number().int(),
})
export type Order = z.infer<typeof Order>

export const Invoice = z.object({
  id: text,
  line: z.object({ id: text, name: text, currency: text }),
  order: z.object({ id: text, number: text }).nullable(),
  supplier: text,
  number: text,
  minor,
  currency: text,
  lineMinor: minor,
  invoicedOn: text,
  startsOn: text,
  endsOn: text,
  over: minor,
  note: text,
  state: z.enum(['booked', 'void']),
  bookedBy: text,
  bookedAt: text,
  voided: z.object({ by: text, at: text, reason: text }).nullable(),
})
export type Invoice = z.infer<typeof Invoice>

export const Limit = z.object({
  id: text,
  person: Named,
  perDecision: minor,
  perMonth: minor,
  currency: text,
  usedThisMonth: minor,
  kinds: z.array(Kind),
  campaigns: z.array(text),
  until: text,
  setBy: text,
})
export type Limit = z.infer<typeof Limit>

export const Delegation = z.object({
  id: text,
  from: Named,
  to: Named,
  fromOn: text,
  toOn: text,
  reason: text,
  isNow: z.boolean(),
  can: z.object({ end: z.boolean() }),
})
export type Delegation = z.infer<typeof Delegation>

/** What a decision rested on when it was made. */
export const Evidence = z.object({
  line: z.object({ currency: text, allocation: minor, load: minor, available: minor, takes: minor }),
  limit: z
    .object({
      perDecision: minor,
      perMonth: minor,
      used: minor,
      until: text,
      kinds: z.array(text),
      campaigns: z.array(text),
    })
    .nullable(),
  /** What one unit of the amount’s currency was worth in the organisation’s. */
  rate: text,
})
export type Evidence = z.infer<typeof Evidence>

export const Decision = z.object({
  id: text,
  verdict: z.enum(['approved', 'refused', 'escalated', 'withdrawn', 'moved']),
  what: text,
  line: z.object({ id: text, name: text }),
  minor,
  currency: text,
  ownMinor: minor,
  by: Named,
  authority: text,
  reason: text,
  evidence: Evidence,
  at: text,
})
export type Decision = z.infer<typeof Decision>
