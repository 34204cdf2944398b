import { z } from 'zod'
import { Line as Text } from '../identity/contract.ts'
import { states } from './rules/state.ts'

export const text = z.string()
export const minor = z.number().int()
const version = z.number().int()
export const Named = z.object({ id: text.nullable(), name: text })
const Label = Text(200)
export const Title = Text(200).min(1, 'must not be empty')
const Department = Text(100).min(1, 'must not be empty')
export const Reason = Text(500).min(3, 'takes at least 3 letters')
export const Long = z
  .string()
  .trim()
  .max(1000)
  .regex(/^[^\0]*$/, 'must not hold control characters')
const Currency = z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR')

/** What a position is, but for what it costs. */
export const PositionInput = z.object({
  title: Title,
  team: Label.default(''),
  /** Where it sits. */
  department: Department,
  /** Who pays for it. */
  fundedBy: Department,
  /** The person it reports to, or their name where they do not sign in here. */
  managerId: text.nullable().default(null),
  managerName: Label.default(''),
  startsOn: z.iso.date('is a day, such as 2026-03-01'),
  endsOn: z.iso.date('is a day, such as 2026-03-01').nullable().default(null),
  ftePercent: z.number().int().min(1).max(100).default(100),
  weeklyMinutes: z.number().int().min(60).max(4800).default(2400),
  purpose: Long.default(''),
})

export const CostInput = z.object({
  /** For a year at full time. */
  salaryMinor: minor.min(0),
  onCostMinor: minor.min(0),
  currency: Currency,
})

export const Asking = z.object({
  id: text,
  line: z.object({ id: text, name: text }),
  year: text,
  minor,
  currency: text,
  months: z.array(minor),
  monthsOn: z.array(text),
  reason: text,
  state: z.enum(['waiting', 'approved', 'refused', 'withdrawn', 'released']),
  askedBy: text,
  askedAt: text,
  escalation: z.object({ by: text, at: text, reason: text }).nullable(),
  decision: z.object({ by: text, at: text, reason: text }).nullable(),
  available: minor,
  can: z.object({
    approve: z.boolean(),
    whyNotApprove: text.nullable(),
    refuse: z.boolean(),
    escalate: z.boolean(),
    withdraw: z.boolean(),
  }),
})
export type Asking = z.infer<typeof Asking>

export const Cost = CostInput.extend({
  /** Salary and on-costs for a year, by its share of full time. */
  yearlyMinor: minor,
  setBy: text,
})
export type Cost = z.infer<typeof Cost>

export const Position = z.object({
  id: text,
  title: text,
  team: text,
  department: text,
  fundedBy: text,
  isElsewhere: z.boolean(),
  manager: Named,
  startsOn: text,
  endsOn: text.nullable(),
  ftePercent: minor,
  weeklyMinutes: minor,
  purpose: text,
  state: z.enum(states),
  person: Named,
  filledOn: text.nullable(),
  ended: z.object({ on: text, reason: text }).nullable(),
  version,
  changedBy: text,
  /** Absent for those who may not read what people cost. */
  cost: Cost.nullable().optional(),
})
export type Position = z.infer<typeof Position>

export const Deliverable = z.object({
  id: text,
  positionId: text,
  what: text,
  dueOn: text,
  deliveredOn: text.nullable(),
  minutes: minor,
  evidence: text,
  value: text,
  version,
  changedBy: text,
  isLate: z.boolean(),
})
export type Deliverable = z.infer<typeof Deliverable>

export const Elsewhere = z.object({
  position: Position,
  deliverables: z.array(Deliverable),
  /** Minutes paid for until today, those that delivered things took, and the rate of both. */
  paid: minor,
  delivered: minor,
  rate: z.number().nullable(),
  remark: text.nullable(),
})
export type Elsewhere = z.infer<typeof Elsewhere>

export const targetKinds = ['goal', 'campaign', 'budget-line'] as const
export const Target = z.object({
  kind: z.enum(targetKinds),
  /** Empty where the asker may not see it. */
  id: text,
  title: text,
  name: text.nullable(),
  path: text.nullable(),
})
export type Target = z.infer<typeof Target>

export const HoursRow = z.object({
  positionId: text,
  target: Target,
  minutes: z.array(minor),
  /** In hundredths of a percent where hours are said as a share; null where they are said as hours. */
  shares: z.array(minor.nullable()),
})
export type HoursRow = z.infer<typeof HoursRow>

export const HoursPosition = z.object({
  id: text,
  title: text,
  person: text,
  capacity: z.array(minor),
  allocated: z.array(minor),
  /** By month, what is said about one that is promised too often. */
  over: z.array(text.nullable()),
})
export type HoursPosition = z.infer<typeof HoursPosition>
