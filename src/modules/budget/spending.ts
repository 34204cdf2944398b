import { z } from 'zod'
import { Kind, minor, Named, text } from './things.ts'

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
  /** What whoever decides should know: the line pays for a campaign that is not approved. */
  warning: text.nullable(),
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
  /** Null where a rate is missing to say it in this currency. */
  usedThisMonth: minor.nullable(),
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
  /** The organisation’s currency then, in which the limit is weighed. */
  ownCurrency: text,
})
export type Evidence = z.infer<typeof Evidence>

const Verdict = z.enum(['approved', 'refused', 'escalated', 'withdrawn', 'moved', 'adopted', 'taken back'])
export type Verdict = z.infer<typeof Verdict>

export const Decision = z.object({
  id: text,
  verdict: Verdict,
  what: text,
  line: z.object({ id: text, name: text }),
  minor,
  currency: text,
  ownMinor: minor,
  ownCurrency: text,
  by: Named,
  authority: text,
  reason: text,
  evidence: Evidence,
  at: text,
})
export type Decision = z.infer<typeof Decision>
