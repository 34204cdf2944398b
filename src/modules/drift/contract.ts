import { z } from 'zod'
import { Format } from '../../engine/format.ts'
import { contract, event, route } from '../../kernel/contract.ts'
import { levels } from './rules.ts'

const text = z.string()
const int = z.number().int()
const rate = z.number().nullable()

const Sum = z.object({ total: int, untraced: int, rate })
const Money = z.object({ plan: Sum, committed: Sum, actual: Sum })

export const UntracedLine = z.object({
  id: text,
  name: text,
  area: text,
  campaign: text,
  currency: text,
  plan: int,
  committed: int,
  actual: int,
})
export type UntracedLine = z.infer<typeof UntracedLine>

export const kinds = ['goal', 'kpi', 'campaign', 'budget-line'] as const
export const Kind = z.enum(kinds)
const Waiting = z.object({ id: text, name: text, path: text })

export const Response = z.object({
  kind: Kind,
  title: text,
  all: int,
  answered: int,
  old: int,
  medianDays: z.number().nullable(),
  longestDays: z.number().nullable(),
  rate,
  /** Those that rest on an older version; the first two hundred. */
  waiting: z.array(Waiting),
})
export type Response = z.infer<typeof Response>

export const Figures = z.object({
  distance: rate,
  plan: rate,
  committed: rate,
  actual: rate,
  hours: rate,
  old: rate,
})
export type Figures = z.infer<typeof Figures>

export const Week = z.object({ on: text, keptAt: text, figures: Figures })
export type Week = z.infer<typeof Week>

export const Drift = z.object({
  vision: z
    .object({
      title: text,
      version: int,
      savedBy: text,
      savedOn: text,
      daysSince: int,
      buyIn: z.object({ by: text, on: text, days: int, isForThis: z.boolean() }).nullable(),
    })
    .nullable(),
  distance: rate,
  parts: z.array(z.object({ name: text, rate, says: text })),
  urgency: z.object({ level: z.enum(levels), says: text }),
  /** Null for those who may not read budgets. */
  spend: Money.extend({
    label: text,
    currency: text,
    areas: z.array(Money.extend({ area: text })),
    lines: z.array(UntracedLine),
    notes: z.array(text),
  }).nullable(),
  /** Null for those who may not read positions. */
  hours: z
    .object({ label: text, capacity: int, given: int, traced: int, untraced: int, total: int, rate })
    .nullable(),
  responses: z.array(Response),
  weeks: z.array(Week),
  can: z.object({ manage: z.boolean() }),
})
export type Drift = z.infer<typeof Drift>

const Which = z.object({ kind: Kind, id: text.max(80) })

export const drift = contract(
  'drift',
  {
    show: route({
      method: 'GET',
      path: '/drift',
      access: 'strategy:read',
      summary:
        'Show how far spend, time and what runs have drifted from the vision, and how fast they answer its changes',
      input: z.object({}),
      output: Drift,
    }),
    exportLines: route({
      method: 'GET',
      path: '/drift/lines.csv',
      access: 'budget:read',
      summary: 'Download budget lines that lead nowhere',
      download: true,
      input: z.object({ format: Format }),
      output: z.unknown(),
    }),
    keep: route({
      method: 'POST',
      path: '/drift/weeks',
      access: 'strategy:manage',
      summary: 'Keep the figures of this week, over those kept of it before',
      input: z.object({}),
      output: z.object({ on: text }),
    }),
    review: route({
      method: 'PUT',
      path: '/drift/reviews/{kind}/{id}',
      access: 'strategy:manage',
      summary: 'Confirm that a record still fits the vision as it stands',
      input: Which,
      output: z.object({}),
    }),
    unreview: route({
      method: 'DELETE',
      path: '/drift/reviews/{kind}/{id}',
      access: 'strategy:manage',
      summary: 'Take back that a record was confirmed',
      input: Which,
      output: z.object({}),
    }),
  },
  {
    kept: event('kept the drift of the week of {week}', z.object({ week: text })),
    reviewed: event(
      'confirmed a {kind} against version {version} of the vision',
      z.object({ kind: text, version: int }),
    ),
    unreviewed: event('took back that a {kind} fits the vision', z.object({ kind: text })),
  },
)
