import { z } from 'zod'
import { Line } from '../identity/contract.ts'

export const text = z.string()
export const count = z.number().int()
export const Id = text.min(1).max(80)
export const Named = z.object({ id: text, name: text })
export type Named = z.infer<typeof Named>
export const Day = z.iso.date('is a day, such as 2026-03-01')

/** What would be, were it so; nothing of it is stored. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move'), itemId: Id, personId: Id }),
  z.object({
    kind: z.literal('hire'),
    name: Line(80).min(1, 'needs a name'),
    startsOn: Day,
    minutesPerWeek: count.min(60, 'is an hour at least').max(4800, 'is 80 hours at most'),
  }),
  z.object({ kind: z.literal('leave'), personId: Id, from: Day, to: Day }),
  z.object({ kind: z.literal('shift'), itemId: Id, days: count.min(-365).max(365) }),
])
export type Change = z.infer<typeof Change>

export const WeekLoad = z.object({ planned: count, available: count })
export const LoadLine = z.object({
  id: text,
  name: text,
  hint: text,
  weeks: z.array(WeekLoad),
  people: count,
})
export type LoadLine = z.infer<typeof LoadLine>

export const OpenItem = z.object({
  id: text,
  number: count,
  title: text,
  type: text,
  minutes: count,
  isGuessed: z.boolean(),
  dueOn: text.nullable(),
})
export type OpenItem = z.infer<typeof OpenItem>

export const groupings = ['person', 'team', 'role', 'hub', 'scale'] as const
export const Asked = {
  from: Day.optional(),
  weeks: count.min(1).max(26, 'is 26 at most').default(13),
  by: z.enum(groupings).default('person'),
  teamId: Id.optional(),
  hubId: Id.optional(),
  roleId: Id.optional(),
  /** Work of boards of this scale alone. */
  scale: z.enum(['department', 'enterprise']).optional(),
  changes: z.array(Change).max(50, 'are 50 at most').default([]),
}

export const Load = z.object({
  weeks: z.array(text),
  today: text,
  lines: z.array(LoadLine),
  totals: z.array(WeekLoad),
  /** Person-weeks that are too full, and those with more than half of their hours free. */
  over: count,
  idle: count,
  unestimated: z.array(OpenItem),
  unassigned: z.array(OpenItem),
  suggestions: z.array(z.object({ words: text, itemId: text, toId: text, fromId: text, week: text })),
  choices: z.object({ teams: z.array(Named), hubs: z.array(Named), roles: z.array(Named) }),
})
export type Load = z.infer<typeof Load>

export const Signal = z.object({
  id: text,
  person: Named,
  kind: z.enum(['overload', 'evenings', 'no-leave']),
  words: text,
  noticedAt: text,
  isShared: z.boolean(),
  /** On which day whoever leads the person reads it, shared or not. */
  toldOn: text,
  isOwn: z.boolean(),
})
export type Signal = z.infer<typeof Signal>

export const Agreed = z.object({
  overPercent: count.min(100, 'is 100 % at least').max(200, 'is 200 % at most'),
  weeks: count.min(2).max(12),
  leaveDays: count.min(30).max(400),
  evenings: count.min(1).max(28),
  quietDays: count.min(0).max(90, 'is 90 days at most'),
})
export const AgreedVersion = z.object({
  version: count,
  reason: text,
  by: text.nullable(),
  changedAt: text.nullable(),
  agreement: Agreed,
})
