import { z } from 'zod'
import { Where } from '../../engine/query/query.ts'

export const text = z.string()
export const count = z.number().int()
export const day = z.iso.date()
export const conditions = z.array(Where).max(20).default([])

export const grains = ['week', 'month', 'quarter'] as const
export const Grain = z.enum(grains)
export type Grain = z.infer<typeof Grain>

export const Unit = z.enum(['count', 'money', 'ratio', 'days'])
const limits = { lo80: z.number(), hi80: z.number(), lo95: z.number(), hi95: z.number() }

/** A period with the label figures bear in answers, and its first and last day. */
export const Span = z.object({ period: text, from: day, to: day })
export type Span = z.infer<typeof Span>

export const HistoryPoint = Span.extend({ value: z.number() })
export const FuturePoint = Span.extend({ h: count, point: z.number(), ...limits })
export type FuturePoint = z.infer<typeof FuturePoint>

const Accuracy = z.object({
  /** Number of forecasts compared. */
  count,
  mae: z.number(),
  rmse: z.number(),
  /** 0…200 %. */
  smape: z.number(),
  /** Below 1 beats repeating the last season; null where that was never wrong. */
  mase: z.number().nullable(),
  naiveMae: z.number(),
  naiveSmape: z.number(),
  /** Shares of what came within the limits; 0.8 and 0.95 were promised. */
  coverage80: z.number(),
  coverage95: z.number(),
})
export const LookBack = z.object({
  overall: Accuracy,
  steps: z.array(Accuracy.extend({ h: count })),
  rows: z.array(
    z.object({
      /** The last period that was known. */
      known: text,
      period: text,
      h: count,
      actual: z.number(),
      point: z.number(),
      ...limits,
      naive: z.number(),
    }),
  ),
})

/** What is done with lone extremes and lasting shifts of level before a history is forecast from. */
export const Outliers = z.enum(['kept', 'pulled_in'])

/** The period after the last whole one, as far as it has come in. */
const Running = Span.extend({
  /** The last day of it that counts. */
  seenTo: day,
  soFar: z.number().nullable(),
  /** What it is expected to come to, and the share of a period that has usually come in by then. */
  expected: z.object({ point: z.number(), ...limits, share: z.number() }).nullable(),
  /** It is the last point of the history: nearer, looking back, than the forecast made before the period began. */
  isUsed: z.boolean(),
  says: text,
})

export const MetricForecast = z.object({
  metric: text,
  title: text,
  unit: Unit,
  /** Of money; other currencies among the rows stand in `otherCurrencies` and are forecast by themselves. */
  currency: text.nullable(),
  otherCurrencies: z.array(text),
  grain: Grain,
  horizon: count,
  outliers: Outliers,
  history: z.array(HistoryPoint),
  running: Running.nullable(),
  points: z.array(FuturePoint),
  method: text.nullable(),
  season: z.enum(['none', 'additive', 'multiplicative']),
  /** What a reader should know before trusting the figures. */
  notices: z.array(text),
  /** Why there is no forecast. */
  refused: text.nullable(),
  backtest: LookBack.nullable(),
  backtestRefused: text.nullable(),
})
export type MetricForecast = z.infer<typeof MetricForecast>
