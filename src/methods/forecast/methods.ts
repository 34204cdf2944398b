import { type Season, seasonOf, withoutSeason, withSeason } from './seasonality.ts'
import { ahead, dampedSmoothing, holtSmoothing, simpleSmoothing } from './smoothing.ts'

/** The names of the methods, plain ones first; what each does stands at `Method`. */
export const methods = [
  'naive',
  'seasonal naive',
  'naive 2',
  'simple',
  'holt',
  'damped',
  'theta',
  'comb',
  'default',
] as const

/**
 * 'naive 2': the last value without its season. 'comb': mean of simple, Holt and damped. 'default': mean of Theta and
 * damped, and simple smoothing below `trendLength` values. All but the first two take the season out first and put it
 * back.
 */
export type Method = (typeof methods)[number]

/** Below this many values a trend read from them does more harm than good: so it is on cut-off M3 series. */
export const trendLength = 18

type Curve = (values: readonly number[], horizon: number) => number[]

const flat = (value: number, horizon: number): number[] => new Array<number>(horizon).fill(value)

const meanOf = (curves: readonly number[][]): number[] =>
  curves[0]!.map((_, h) => curves.reduce((sum, curve) => sum + curve[h]!, 0) / curves.length)

const naive: Curve = (values, horizon) => flat(values.at(-1)!, horizon)
const simple: Curve = (values, horizon) => ahead(simpleSmoothing(values), horizon)
const holt: Curve = (values, horizon) => ahead(holtSmoothing(values), horizon)
const damped: Curve = (values, horizon) => ahead(dampedSmoothing(values), horizon)

/**
 * Theta: half the regression line on time, half simple smoothing of what lies at twice the distance from that line.
 * Source: Assimakopoulos & Nikolopoulos 2000.
 */
const theta: Curve = (values, horizon) => {
  const line = lineThrough(values)
  const stretched = values.map((value, t) => 2 * value - line(t))
  const { level } = simpleSmoothing(stretched)
  return Array.from({ length: horizon }, (_, h) => (line(values.length + h) + level) / 2)
}

function lineThrough(values: readonly number[]): (t: number) => number {
  const centre = (values.length - 1) / 2
  let sum = 0
  let product = 0
  let squares = 0
  for (let t = 0; t < values.length; t += 1) {
    sum += values[t]!
    product += values[t]! * (t - centre)
    squares += (t - centre) ** 2
  }
  const slope = squares > 0 ? product / squares : 0
  return (t) => sum / values.length + slope * (t - centre)
}

const curves: Record<Exclude<Method, 'seasonal naive'>, Curve> = {
  naive,
  'naive 2': naive,
  simple,
  holt,
  damped,
  theta,
  comb: (values, horizon) =>
    meanOf([simple(values, horizon), holt(values, horizon), damped(values, horizon)]),
  default: (values, horizon) =>
    values.length < trendLength
      ? simple(values, horizon)
      : meanOf([theta(values, horizon), damped(values, horizon)]),
}

/**
 * Point forecasts 1…`horizon` steps after `values` (oldest first, evenly spaced, finite, at least one).
 * `period` is the number of values in a season, 1 for none; a season is used only where the test finds one, except by
 * 'seasonal naive', which repeats the last season as it stands. `season` spares finding it again.
 */
export function pointForecast(
  values: readonly number[],
  options: { method?: Method; period: number; horizon: number; season?: Season },
): number[] {
  const { method = 'default', period, horizon } = options
  if (method === 'naive') return naive(values, horizon)
  if (method === 'seasonal naive') return repeated(values, period, horizon)
  const season = options.season ?? seasonOf(values, period)
  return withSeason(curves[method](withoutSeason(values, season), horizon), season, values.length)
}

function repeated(values: readonly number[], period: number, horizon: number): number[] {
  const span = period >= 1 && values.length >= period ? period : 1
  return Array.from({ length: horizon }, (_, h) => values[values.length - span + (h % span)]!)
}
