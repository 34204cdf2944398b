import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Accrual, Expected, Guard, Mode, Part, Purpose, Recurrence, Share, Split } from '../planning.ts'
import { Label, minor, Note, Reason, text } from '../things.ts'

const version = z.number().int()
const hundredths = z.number()
const ofYear = z.object({ year: text.optional() })

const Cells = z.record(text, minor.min(0, 'cannot be negative'))
const Recurring = z.object({
  id: text,
  /** Of the line, as it was when this was begun. */
  version,
  recurrence: Recurrence.nullable(),
  /** Months as they are to be, where not as the recurrence makes them: what an undo puts back. */
  plan: Cells.optional(),
  forecast: Cells.optional(),
})

export const planningRoutes = {
  split: route({
    method: 'GET',
    path: '/budget/lines/{id}/split',
    access: 'budget:read',
    summary: 'Show how a line is shared out over campaigns, and what each gets of it',
    input: One,
    output: z.object({ split: Split.nullable(), campaigns: z.array(z.object({ id: text, name: text })) }),
  }),
  setSplit: route({
    method: 'PUT',
    path: '/budget/lines/{id}/split',
    access: 'budget:write',
    summary: 'Share a line out over campaigns: by amount, percent, equally, or by a driver',
    input: One.extend({
      /** 0 where it is not shared out yet. */
      version,
      mode: Mode,
      /** A metric of the catalogue whose values over the year are the weights. */
      metric: text.max(100).optional(),
      shares: z.array(Share).max(200),
      note: Note,
    }),
    output: z.object({ split: Split.nullable() }),
  }),
  endSplit: route({
    method: 'DELETE',
    path: '/budget/lines/{id}/split',
    access: 'budget:write',
    summary: 'Share a line out no more',
    input: One.extend({ version }),
    output: z.object({}),
  }),
  campaignBudget: route({
    method: 'GET',
    path: '/budget/campaigns/{id}',
    access: 'budget:read',
    summary: 'Show what a campaign gets of which budget lines, beside its planned cost',
    input: One.extend({ year: text.optional() }),
    output: z.object({
      year: z.object({ id: text, label: text }).nullable(),
      parts: z.array(Part),
      /** In the organisation’s currency. */
      total: z.object({ plan: minor, allocation: minor, committed: minor, actual: minor, currency: text }),
      notes: z.array(text),
    }),
  }),
  recurrence: route({
    method: 'GET',
    path: '/budget/lines/{id}/recurrence',
    access: 'budget:read',
    summary: 'Show how a line recurs, and which months were typed for themselves',
    input: One,
    output: z.object({ recurrence: Recurrence.nullable(), apart: z.array(z.number().int()) }),
  }),
  setRecurrence: route({
    method: 'PUT',
    path: '/budget/lines/{id}/recurrence',
    access: 'budget:write',
    summary: 'Let a line recur, change it from a month on, or end it; answers what takes it back',
    input: Recurring,
    output: z.object({ undo: Recurring }),
  }),
  carryOn: route({
    method: 'POST',
    path: '/budget/years/{id}/recurring',
    access: 'budget:write',
    summary: 'Add to a year in draft the recurring lines of the year before that go on',
    input: One,
    output: z.object({ ids: z.array(text) }),
  }),
  accruals: route({
    method: 'GET',
    path: '/budget/accruals',
    access: 'budget:read',
    summary: 'List what was delivered and not invoiced: accrued, and still to accrue at the end of a month',
    input: ofYear.extend({ month: z.iso.date().optional(), line: text.optional() }),
    output: z.object({
      year: z.object({ id: text, label: text, months: z.array(text) }).nullable(),
      month: text.nullable(),
      items: z.array(Accrual),
      expected: z.array(Expected),
    }),
  }),
  accrue: route({
    method: 'POST',
    path: '/budget/accruals',
    access: 'budget:invoice',
    summary: 'Accrue what is expected and not invoiced, on an order or on a line',
    input: z.object({
      orderId: text.optional(),
      lineId: text.optional(),
      /** Of an accrual without an order: the invoice of this supplier on the line reverses it. */
      supplier: Label.optional(),
      month: z.iso.date(),
      /** In the currency of the line. */
      minor,
      note: Note,
    }),
    output: Accrual,
  }),
  accrueExpected: route({
    method: 'POST',
    path: '/budget/accruals/month-end',
    access: 'budget:invoice',
    summary: 'Accrue everything that was delivered by the end of a month and is neither invoiced nor accrued',
    input: z.object({ year: text, month: z.iso.date() }),
    output: z.object({ ids: z.array(text) }),
  }),
  reverseAccrual: route({
    method: 'POST',
    path: '/budget/accruals/{id}/reversal',
    access: 'budget:invoice',
    summary: 'Reverse what is open of an accrual, with the reason',
    input: One.extend({ reason: Reason }),
    output: Accrual,
  }),
  guard: route({
    method: 'GET',
    path: '/budget/guard',
    access: 'budget:read',
    summary: 'Show the shares of brand, advocacy, social and demand, and the guard-rail they are held to',
    input: ofYear,
    output: z.object({
      guard: Guard,
      version,
      changedBy: text.nullable(),
      year: z.object({ id: text, label: text, currency: text }).nullable(),
      areas: z.array(text),
      shares: z.array(
        z.object({
          purpose: Purpose,
          plan: minor,
          allocation: minor,
          committed: minor,
          actual: minor,
          share: z.object({
            plan: hundredths.nullable(),
            allocation: hundredths.nullable(),
            committed: hundredths.nullable(),
            actual: hundredths.nullable(),
          }),
        }),
      ),
      crossings: z.array(z.object({ id: text, what: text, said: text, reason: text, by: text, at: text })),
      notes: z.array(text),
    }),
  }),
  setGuard: route({
    method: 'PUT',
    path: '/budget/guard',
    access: 'budget:control',
    summary: 'Set the least shares of brand, advocacy and social, and what each area is for',
    input: z.object({ guard: Guard, reason: Reason, version }),
    output: z.object({ guard: Guard, version }),
  }),
}
