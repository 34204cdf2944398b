import { z } from 'zod'
import { purposes } from './rules/guard.ts'
import { minor, Named, text } from './things.ts'

const hundredths = z.number().int()
const version = z.number().int()

/** What one campaign gets of a line: an amount in minor units, hundredths of a percent, or a weight; by the mode. */
export const Share = z.object({ campaignId: text, parts: z.number().min(0).max(1e15).default(0) })
export type Share = z.output<typeof Share>
export const Mode = z.enum(['amount', 'percent', 'equal', 'driver'])

const Measures = z.object({ plan: minor, allocation: minor, committed: minor, actual: minor })

/** How a line is shared out over campaigns, and what each gets of it, in the line’s currency. */
export const Split = z.object({
  mode: Mode,
  /** The metric of the catalogue that drives it; null where weights were typed. */
  metric: text.nullable(),
  note: text,
  shares: z.array(Share.extend({ campaign: text, ...Measures.shape })),
  /** What no campaign gets. */
  rest: Measures,
  notes: z.array(text),
  version,
  setBy: text,
  setAt: text,
})
export type Split = z.infer<typeof Split>

/** What a campaign gets of a line: its share, or all of a line that pays for it alone. */
export const Part = Measures.extend({
  line: Named,
  currency: text,
  isWhole: z.boolean(),
})
export type Part = z.infer<typeof Part>

export const Accrual = z.object({
  id: text,
  line: z.object({ id: text, name: text, currency: text }),
  order: z.object({ id: text, number: text }).nullable(),
  supplier: text,
  month: text,
  minor,
  /** What is not reversed yet. */
  open: minor,
  note: text,
  by: text,
  at: text,
  reversals: z.array(
    z.object({
      month: text,
      minor,
      reason: text,
      by: text,
      invoice: z.object({ id: text, number: text }).nullable(),
    }),
  ),
})
export type Accrual = z.infer<typeof Accrual>

/** An order that was delivered and not invoiced; `minor` is what is not accrued of it either. */
export const Expected = z.object({
  order: z.object({ id: text, number: text, supplier: text, what: text }),
  line: z.object({ id: text, name: text, currency: text }),
  dueOn: text,
  minor,
})
export type Expected = z.infer<typeof Expected>

const Step = z.object({ from: z.iso.date(), minor: minor.min(0, 'cannot be negative') })
/** An amount that comes again; each step holds from its day on, the first from the start. */
export const Recurrence = z.object({
  every: z.enum(['month', 'quarter', 'year']),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullable().default(null),
  /** Hundredths of a percent a year, on the day a step began. */
  rises: hundredths.min(-9999, 'cannot fall by all of it').max(100_000, 'is at most 1,000 %').default(0),
  steps: z.array(Step).min(1, 'needs an amount').max(200),
})
export type Recurrence = z.output<typeof Recurrence>

export const Purpose = z.enum(purposes)
const share = hundredths.min(0, 'cannot be negative').max(10_000, 'is at most 100 %')
/** What the organisation holds itself to. */
export const Guard = z.object({
  areas: z.record(text.max(200), Purpose),
  /** The least share of each, in hundredths of a percent. */
  least: z.object({ brand: share, advocacy: share, social: share }),
  /** Changes that go under it are refused, rather than asked a reason for. */
  refuses: z.boolean(),
  /** Orders for a campaign that is not approved are refused, rather than shown to whoever decides. */
  needsApprovedCampaign: z.boolean(),
})
export type Guard = z.output<typeof Guard>
