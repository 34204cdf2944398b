import { z } from 'zod'
import { Line } from '../identity/contract.ts'
import { levels } from './rules/skills.ts'

export const text = z.string()
export const count = z.number().int()
const earliest = '1990-01-01'
const latest = '2100-12-31'
export const Day = z.iso
  .date('is a day, such as 2026-03-01')
  .refine((day) => day >= earliest && day <= latest, `lies between ${earliest} and ${latest}`)
export const Reason = Line(500).min(3, 'takes at least 3 letters')
export const Id = text.min(1, 'is missing').max(80)
export const Version = count.min(0)
export const Named = z.object({ id: text, name: text })
export type Named = z.infer<typeof Named>

/** Seven days from Monday on; a day has 24 hours. */
export const Minutes = z
  .array(count.min(0, 'cannot be negative').max(1440, 'is more than a day has'))
  .length(7)
/** The country in two letters and, where holidays differ within it, the part of it. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'is a country in two capital letters, such as DE')
export const Region = z
  .string()
  .regex(/^[A-Z0-9-]{1,10}$/, 'is a part of the country as holidays name it, such as BY')

export const Week = z.object({
  id: text,
  fromOn: text,
  minutes: z.array(count),
  /** Of what other duties leave, the share that may be planned. */
  focusPercent: count,
  reason: text,
  by: text,
  at: text,
})
export type Week = z.infer<typeof Week>

export const dutyKinds = ['meetings', 'support', 'lines', 'other'] as const
export const Duty = z.object({
  id: text,
  kind: z.enum(dutyKinds),
  minutes: count,
  fromOn: text,
  toOn: text.nullable(),
  reason: text,
  version: count,
})
export type Duty = z.infer<typeof Duty>

export const leaveKinds = ['holiday', 'sick', 'parental', 'training', 'other'] as const
export const leaveStates = ['waiting', 'approved', 'declined', 'withdrawn'] as const
export const Leave = z.object({
  id: text,
  person: Named,
  /** Null where it is not for the asker to know: they read that the person is away. */
  kind: z.enum(leaveKinds).nullable(),
  fromOn: text,
  toOn: text,
  startsHalf: z.boolean(),
  endsHalf: z.boolean(),
  /** Working days it takes of the person’s week; halves count half. */
  days: z.number(),
  note: text,
  standIn: Named.nullable(),
  state: z.enum(leaveStates),
  askedBy: text,
  decision: z.object({ by: text, at: text, reason: text }).nullable(),
  version: count,
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), reopen: z.boolean() }),
})
export type Leave = z.infer<typeof Leave>

export const DayHours = z.object({
  day: text,
  scheduled: count,
  absent: count,
  duties: count,
  available: count,
  why: z.array(text),
})
export type DayHours = z.infer<typeof DayHours>

export const Level = count.min(0).max(levels.length - 1, `is at most ${levels.length - 1}`)
export const Held = z.object({
  skillId: text,
  personId: text,
  stated: count,
  confirmed: count.nullable(),
  confirmedBy: text.nullable(),
  version: count,
})
export type Held = z.infer<typeof Held>

export const scales = ['department', 'enterprise'] as const
export const Hub = z.object({
  id: text,
  name: text,
  purpose: text,
  region: text,
  scale: z.enum(scales),
  lead: Named.nullable(),
  people: z.array(Named),
  teams: z.array(Named),
  version: count,
})
export type Hub = z.infer<typeof Hub>

export const FreeDay = z.object({ day: Day, name: Line(80).min(1, 'needs a name') })
export const Holiday = z.object({
  day: text,
  name: text,
  /** Where it comes from: the public calendar of the place, or somebody here. */
  isAdded: z.boolean(),
  isOff: z.boolean(),
  by: text.nullable(),
})
export type Holiday = z.infer<typeof Holiday>
