import { z } from 'zod'
import { Line as BudgetLine, Currency, Kind, Label, Months, minor, Name, Year } from '../budget/contract.ts'
import { Unit } from '../metrics/contract.ts'

const text = z.string()
const Amounts = z.object({ before: minor, after: minor })

/** A scenario as lists show it. Sums are of the lines that the asker may read, in the year’s currency. */
export const Scenario = z.object({
  id: text,
  name: text,
  why: text,
  year: Year,
  state: z.enum(['open', 'adopted']),
  version: z.number().int(),
  madeBy: text,
  madeAt: text,
  changedBy: text,
  changedAt: text,
  adopted: z.object({ by: text, at: text }).nullable(),
  /** What was copied, and what it says now. */
  total: Amounts,
  can: z.object({ change: z.boolean(), adopt: z.boolean() }),
})
export type Scenario = z.infer<typeof Scenario>

/** A line of a scenario in the shape of a budget line: `plan` is the copy, `forecast` what the scenario says. */
export const ScenarioLine = BudgetLine.extend({
  /** The line of the budget; null where the scenario adds one. */
  lineId: text.nullable(),
  isDropped: z.boolean(),
})
export type ScenarioLine = z.infer<typeof ScenarioLine>

export const conflictKinds = ['load', 'changed', 'removed', 'past', 'actual', 'total', 'limit'] as const
export const Conflict = z.object({
  kind: z.enum(conflictKinds),
  /** The line of the scenario; null where it is about all of it. */
  id: text.nullable(),
  name: text,
  says: text,
})
export type Conflict = z.infer<typeof Conflict>

export const Cells = z
  .record(text, minor)
  .refine(
    (cells) => Object.keys(cells).every((at) => /^(\d|1[01])$/.test(at)),
    'names months by their place, 0 to 11',
  )

/** What changes on a line of a scenario; months by their place, 0 to 11. */
export const LineEdit = z.object({
  id: text,
  version: z.number().int().optional(),
  months: Cells.optional(),
  isDropped: z.boolean().optional(),
})
export type LineEdit = z.output<typeof LineEdit>

export const NewLine = z.object({
  name: Name,
  area: Label.default(''),
  programme: Label.default(''),
  campaign: Label.default(''),
  kind: Kind.default('other'),
  channel: Label.default(''),
  currency: Currency.optional(),
  months: Months.optional(),
})

/** Sums of both sides and their difference, in the year’s currency. */
export const Sides = Amounts.extend({ difference: minor })
export type Sides = z.infer<typeof Sides>

export const ComparedLine = z.object({
  id: text,
  /** The line of the budget, to be opened. */
  lineId: text.nullable(),
  name: text,
  area: text,
  currency: text,
  before: Months,
  after: Months,
  /** In the line’s own currency. */
  difference: minor,
  how: z.enum(['added', 'dropped', 'changed', 'same']),
})
export type ComparedLine = z.infer<typeof ComparedLine>

export const Comparison = z.object({
  against: z.object({ id: text.nullable(), name: text }),
  lines: z.array(ComparedLine),
  areas: z.array(Sides.extend({ area: text })),
  months: z.array(Sides.extend({ month: text })),
  total: Sides,
  currency: text,
  conflicts: z.array(Conflict),
  notes: z.array(text),
})
export type Comparison = z.infer<typeof Comparison>

export const Effect = z.object({
  kpi: z.object({ id: text, name: text }),
  unit: Unit,
  currency: text.nullable(),
  target: z.number(),
  period: z.object({ from: text, to: text }),
  /** Where it is heading today; null where it cannot be told. */
  today: z.number().nullable(),
  /** Where the scenario would take it: from nothing changed to the average return, the lower first. */
  scenario: z.object({ low: z.number(), high: z.number() }).nullable(),
  known: z.enum(['reckoned', 'likely', 'none']),
  says: text,
})
export type Effect = z.infer<typeof Effect>
