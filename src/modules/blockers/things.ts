import { z } from 'zod'
import { PlanDay } from '../../kernel/plan-day.ts'
import { Line } from '../identity/contract.ts'
import { Words } from '../work/contract.ts'

export const text = z.string()
const maybe = text.nullable()
export const count = z.number().int()
export const OnDay = z.iso.date('is not a date: write it like 2026-02-28')
export const Named = z.object({ id: text, name: text })

export const causes = [
  ...(['approval', 'material', 'decision', 'access', 'capacity', 'technical', 'other'] as const),
] as const
export const causeNames: Record<(typeof causes)[number], string> = {
  ...{ approval: 'Approval', material: 'Material', decision: 'Decision', access: 'Access' },
  ...{ capacity: 'Nobody has time', technical: 'Technical', other: 'Other' },
}
export const partyKinds = ['team', 'department', 'agency', 'vendor', 'client'] as const
export type PartyKind = (typeof partyKinds)[number]

export const BlockerTerms = z.object({
  reason: Line(300).min(3, 'needs words: what is missing'),
  cause: z.enum(causes),
  partyKind: z.enum(partyKinds),
  /** Of a team, a department or an agency that is kept here; a name alone for all others. */
  partyId: text.max(80).nullable().default(null),
  party: Line(120).default(''),
  /** Who sees to it that it ends. */
  ownerId: text.max(80),
  /** The day it is expected to end. */
  expectedOn: PlanDay.nullable().default(null),
  workaround: Words(2000).default(''),
})
export type BlockerTerms = z.infer<typeof BlockerTerms>

export const Answer = z.object({
  ...{ id: text, text, expectedOn: maybe, by: text, isGuest: z.boolean(), at: text },
})

export const Blocker = z.object({
  id: text,
  item: z.object({ id: text, number: count, title: text, boardId: text, isDone: z.boolean() }),
  ...{ reason: text, cause: z.enum(causes), kind: z.enum(['internal', 'external']) },
  ...{ partyKind: z.enum(partyKinds), partyId: maybe, party: text, owner: Named },
  ...{ sinceAt: text, expectedOn: maybe, workaround: text },
  /** Days it has lasted, begun ones not counted. */
  days: count,
  isOverdue: z.boolean(),
  escalated: z.object({ to: text, at: text, why: text }).nullable(),
  remindedAt: maybe,
  ended: z.object({ at: text, by: text, with: text }).nullable(),
  madeBy: text,
  answers: z.array(Answer),
  /** What stands behind it: items by their links, who works on them, what they serve. */
  waits: z.object({
    items: z.array(z.object({ id: text, number: count, title: text })),
    people: z.array(text),
    serves: z.array(text),
  }),
  version: count,
  can: z.object({ change: z.boolean() }),
})
export type Blocker = z.infer<typeof Blocker>

/** A blocker as the agency's people see it: what is asked of them, and nothing of the item but its number. */
export const Asked = z.object({
  ...{ id: text, item: text, reason: text, sinceAt: text, expectedOn: maybe, days: count },
  answers: z.array(Answer),
})

export type Asked = z.infer<typeof Asked>

const Share = z.object({ name: text, days: z.number(), blockers: count })
export const Ledger = z.object({
  ...{ from: text, to: text, days: z.number(), internal: z.number(), external: z.number() },
  causes: z.array(Share),
  parties: z.array(Share.extend({ kind: z.enum(['internal', 'external']) })),
  /** What lay behind the figures. */
  lines: z.array(
    z.object({
      ...{ id: text, item: text, reason: text, party: text, kind: z.enum(['internal', 'external']) },
      ...{ cause: z.enum(causes), days: z.number(), isOpen: z.boolean(), workaround: text },
    }),
  ),
})
export type Ledger = z.infer<typeof Ledger>
