import { z } from 'zod'

export const text = z.string()
export const number = z.number()
export const count = z.number().int()
export const Money = z.object({ amount: number, currency: text })
export type Money = z.infer<typeof Money>
export const MetricId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'is not a name')

export const Interval = z.object({ low: number, high: number })

/** What can be asked of a metric before anything is fitted. */
export const Readiness = z.object({
  metric: z.object({ id: text, title: text, unit: text, currency: text.nullable() }),
  weeks: z.object({ count, from: text.nullable(), to: text.nullable() }),
  /** Why nothing can be fitted; null where it can. */
  refused: text.nullable(),
  channels: z.array(
    z.object({
      name: text,
      spend: Money,
      today: Money,
      /** Why its response cannot be told. */
      leftAlone: text.nullable(),
    }),
  ),
  notices: z.array(text),
})
export type Readiness = z.infer<typeof Readiness>

export const Run = z.object({
  id: text,
  metric: text,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  draws: count,
  done: count,
  reason: text.nullable(),
  askedAt: text,
  askedBy: text,
})
export type Run = z.infer<typeof Run>

/** A channel's curve over even spends a week, with the limits that eight in ten redraws keep to. */
export const CurveShown = z.object({
  name: text,
  /** How it flattens, in words: `half of its most at 1,200 a week`. */
  says: text,
  /** Share of the effect that carries over into the next week. */
  alpha: number,
  today: Money,
  observed: z.object({ least: Money, most: Money }),
  points: z.array(
    z.object({ spend: number, outcome: number, low: number, high: number, low95: number, high95: number }),
  ),
  spend: Money,
  contribution: number,
  contributionInterval: Interval,
  share: number,
  /** Outcome per unit of spend over the weeks seen. */
  returned: number.nullable(),
  returnedInterval: Interval.nullable(),
  notices: z.array(text),
})
export type CurveShown = z.infer<typeof CurveShown>

export const Fitted = z.object({
  run: Run,
  metric: Readiness.shape.metric,
  currency: text,
  weeks: z.object({ count, from: text, to: text }),
  isStale: z.boolean(),
  family: z.enum(['hill', 'logistic']),
  rSquared: number,
  /** Whether the curves say more than level, trend and season do by themselves. */
  isTold: z.boolean(),
  outcome: number,
  baseline: number,
  curves: z.array(CurveShown),
  leftAlone: z.array(z.object({ name: text, today: Money, reason: text })),
  series: z.array(z.object({ week: text, outcome: number, fitted: number, baseline: number })),
  notices: z.array(text),
})
export type Fitted = z.infer<typeof Fitted>

export const Limit = z.object({
  channel: text.min(1).max(200),
  /** Parts of today's spend: 0.7 and 1.3 are 30 % less and more. */
  lo: number.min(0).max(100),
  hi: number.min(0).max(100),
})
export type Limit = z.infer<typeof Limit>

const readLimit = (said: string): Limit | null => {
  const match = /^\s*(.+?)\s*=\s*(\d+(?:\.\d+)?)\s*\.\.\s*(\d+(?:\.\d+)?)\s*$/.exec(said)
  return match ? { channel: match[1]!, lo: Number(match[2]), hi: Number(match[3]) } : null
}

/** Limits travel as objects or as text: `TV=0.7..1.3`. */
export const LimitAsked = z.union([
  text.max(300).transform((said, context): Limit => {
    const limit = Limit.safeParse(readLimit(said))
    if (limit.success) return limit.data
    context.addIssue({
      code: 'custom',
      message: `“${said}” is no limit. Write channel=0.7..1.3, in parts of today’s spend.`,
    })
    return z.NEVER
  }),
  Limit,
])

export const ProposedRow = z.object({
  channel: text,
  today: Money,
  proposed: Money,
  /** Proposed ÷ today − 1; null where nothing is spent today. */
  change: number.nullable(),
  least: Money,
  most: Money,
  outcomeToday: number,
  outcomeProposed: number,
  /** What one unit of spend more brings; of the proposal before it is rounded to whole minor units. */
  marginalToday: number,
  marginalProposed: number,
  /** Where eight in ten redraws would put it. */
  interval: z.object({ low: Money, high: Money }),
  atLimit: z.enum(['least', 'most']).nullable(),
  flags: z.array(text),
})
export type ProposedRow = z.infer<typeof ProposedRow>

export const Proposal = z.object({
  isStale: z.boolean(),
  metric: Readiness.shape.metric,
  /** A week. */
  budget: z.object({ today: Money, asked: Money.nullable(), proposed: Money }),
  outcome: z.object({ today: number, proposed: number }),
  gain: z.object({ point: number, expected: number, downside: number, upside: number, likely: number }),
  /** The marginal return that all channels between their limits share; null where none is. */
  marginal: number.nullable(),
  rows: z.array(ProposedRow),
  leftAlone: Fitted.shape.leftAlone,
  says: z.array(text),
})
export type Proposal = z.infer<typeof Proposal>
