import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { conditions, count, day, Span, text } from '../things.ts'

const amount = z.number()

export const Path = z.object({
  /** Still missing to the target, of what is expected; 0 when it is reached. */
  gap: amount,
  /** New opportunities needed besides those expected; null when none opened now would be won in time. */
  opportunities: count.nullable(),
  /** What the win rate, or the average value, would have to be instead, all else as it is; null when it is out of reach. */
  winRate: z.number().nullable(),
  averageValue: amount.nullable(),
  says: text,
})

export const Target = z.object({ amount, setBy: text, setAt: text })

export const LandingQuarter = Span.extend({
  label: text,
  /** Won in the quarter up to the day it is seen from. */
  already: amount,
  alreadyCount: count,
  /** Expected from what is open, and from what is yet to be opened. */
  fromOpen: amount,
  fromNew: amount,
  mean: amount,
  p10: amount,
  p50: amount,
  p90: amount,
  target: Target.nullable(),
  /** The chance (0…1) of reaching the target. */
  reached: z.number().nullable(),
  path: Path.nullable(),
})
export type LandingQuarter = z.infer<typeof LandingQuarter>

export const OpenOpportunity = z.object({
  id: text,
  key: text,
  name: text.nullable(),
  account: text.nullable(),
  owner: text.nullable(),
  stage: text.nullable(),
  amount,
  /** False where it has none of its own and is counted at the average won value. */
  hasAmount: z.boolean(),
  /** Days in its stage, or since it opened; null when neither is known, and it is taken as just opened. */
  age: count.nullable(),
  basis: z.enum(['stage', 'opened', 'unknown']),
  /** The chance (0…1) of being won in this quarter, and in the next. */
  thisQuarter: z.number(),
  nextQuarter: z.number(),
})
export type OpenOpportunity = z.infer<typeof OpenOpportunity>

export const Landing = z.object({
  /** The day it is seen from: today, or the newest day of the data. */
  on: day,
  currency: text,
  otherCurrencies: z.array(text),
  quarters: z.array(LandingQuarter),
  /** The same look at earlier quarters, as long before their end: what was expected to come still, and what came. */
  lookBack: z.array(z.object({ quarter: text, on: day, expected: amount, came: amount })),
  assumptions: z
    .object({
      decided: count,
      won: count,
      /** Share of all opened that is won in the end (Aalen–Johansen). */
      winRate: z.number(),
      averageValue: amount,
      medianDays: z.number().nullable(),
      newPerMonth: z.number(),
      stages: z.array(text),
    })
    .nullable(),
  open: z.array(OpenOpportunity),
  openTotal: count,
  openValue: amount,
  notices: z.array(text),
  refused: text.nullable(),
})
export type Landing = z.infer<typeof Landing>

export const landingRoutes = {
  landing: route({
    method: 'GET',
    path: '/forecast/landing',
    access: 'metrics:read',
    summary:
      'Where bookings of this and the next fiscal quarter will land, and what must be true to reach the target',
    input: z.object({
      /** Seen from this day, knowing only what had happened by then. */
      on: day.optional(),
      where: conditions,
      limit: count.min(1).max(1000).default(200),
    }),
    output: Landing,
  }),
  setTarget: route({
    method: 'PUT',
    path: '/forecast/targets/{startsOn}',
    access: 'forecast:act',
    summary: 'Set the bookings target of a fiscal quarter, or lift it with null',
    input: z.object({
      /** The first day of the quarter. */
      startsOn: day,
      amount: z.number().positive().max(1e12).nullable(),
      /** The organisation’s unless said otherwise. */
      currency: z.string().length(3).toUpperCase().optional(),
    }),
    output: z.object({ startsOn: day, currency: text, target: Target.nullable() }),
  }),
}
