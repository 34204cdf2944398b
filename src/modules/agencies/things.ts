import { z } from 'zod'
import { line, Money, Name } from '../campaigns/contract.ts'
import { states, verdicts } from './rules.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()
const Person = z.object({ id: text, name: text })

export const said = {
  name: Name,
  note: z.string().trim().max(4000).default(''),
  fromOn: day,
  untilOn: day.nullable().default(null),
  /** Its people, who are guests; each belongs to one agency. */
  people: z.array(text.max(60)).max(50).default([]),
}

export const Rate = z.object({
  what: line(120).min(1, 'needs a name'),
  /** What the price is for: a day, a film, a post. */
  unit: line(40).min(1, 'needs a unit'),
  price: Money,
})
export type Rate = z.infer<typeof Rate>

export const Supplier = line(200).min(1, 'needs a name')

const Delivery = z.object({
  id: text,
  on: day,
  link: text,
  note: text,
  by: text,
  verdict: z.enum(verdicts),
  reason: text,
  decidedBy: text.nullable(),
})

export const Deliverable = z.object({
  id: text,
  agency: Person,
  campaign: Person,
  what: text,
  note: text,
  dueOn: day,
  state: z.enum(states),
  isLate: z.boolean(),
  says: text,
  /** The newest first. */
  deliveries: z.array(Delivery),
  version: count,
  can: z.object({
    deliver: z.boolean(),
    takeBack: z.boolean(),
    decide: z.boolean(),
    whyNotDecide: text.nullable(),
    reopen: z.boolean(),
    change: z.boolean(),
    remove: z.boolean(),
  }),
})
export type Deliverable = z.infer<typeof Deliverable>

export const Standing = z.object({
  agreed: count,
  due: count,
  late: count,
  waiting: count,
  accepted: count,
  onTime: count,
  sentBack: count,
  says: text,
})
export type Standing = z.infer<typeof Standing>

export const Listed = z.object({
  id: text,
  name: text,
  fromOn: day,
  untilOn: day.nullable(),
  /** Where the agreement stands today. */
  state: z.enum(['ahead', 'running', 'over']),
  people: z.array(Person),
  campaigns: z.array(Person),
  standing: Standing,
  version: count,
})
export type Listed = z.infer<typeof Listed>

export const Agency = Listed.extend({
  note: text,
  deliverables: z.array(Deliverable),
  can: z.object({ change: z.boolean(), rates: z.boolean(), spending: z.boolean() }),
})
export type Agency = z.infer<typeof Agency>

const Tied = { campaign: Person.nullable(), line: Person }
export const Spending = z.object({
  suppliers: z.array(text),
  orders: z.array(
    z.object({
      ...{ id: text, number: text, supplier: text, what: text, state: text, on: day },
      ...{ ordered: Money, billed: Money, ...Tied },
    }),
  ),
  invoices: z.array(
    z.object({
      id: text,
      number: text,
      supplier: text,
      order: text.nullable(),
      amount: Money,
      on: day,
      ...Tied,
    }),
  ),
  ordered: Money,
  invoiced: Money,
  accepted: count,
  perDeliverable: Money.nullable(),
  /** By campaign: what was invoiced, accepted, and what one deliverable came to. */
  campaigns: z.array(
    z.object({ campaign: Person, invoiced: Money, accepted: count, perDeliverable: Money.nullable() }),
  ),
  notes: z.array(text),
})
export type Spending = z.infer<typeof Spending>

/** What a guest sees of a deliverable: nothing of other agencies, of money, of who else is asked. */
export const Own = Deliverable.omit({ can: true, agency: true }).extend({
  can: z.object({ deliver: z.boolean(), takeBack: z.boolean() }),
})
export type Own = z.infer<typeof Own>
