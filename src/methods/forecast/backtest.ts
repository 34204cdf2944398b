import { knownAt } from './conformal.ts'
import { type ForecastOptions, type ForecastPoint, forecast } from './forecast.ts'
import { mae, naiveError, rmse, smape } from './measures.ts'
import { pointForecast } from './methods.ts'
import { type Refusal, requireWhole, whyNotForecast } from './notices.ts'

export type BacktestRow = ForecastPoint & {
  /** Number of values that were known. */
  origin: number
  actual: number
  /** What repeating the last season (the last value, without one) would have told. */
  naive: number
}

export type Accuracy = {
  /** Number of forecasts compared. */
  count: number
  mae: number
  rmse: number
  smape: number
  /** MAE as a multiple of the seasonal naive error one season back within the whole series; null where that is 0. */
  mase: number | null
  /** MAE and sMAPE of the naive forecast on the same dates. */
  naiveMae: number
  naiveSmape: number
  /** Shares (0…1) of the values within their limits; 0.8 and 0.95 are what was promised. */
  coverage80: number
  coverage95: number
}

export type Backtest = {
  overall: Accuracy
  /** One per step ahead, the nearest first; a step no origin reaches is left out. */
  steps: (Accuracy & { h: number })[]
  rows: BacktestRow[]
}

/**
 * How wrong would we have been: from `origins` dates in the second half of the series, the forecast with its intervals
 * that would have been made knowing only the values before, beside what came. Values oldest first, in their own unit.
 * Refused below 12 values or with one that is not finite; throws RangeError as `forecast` does.
 * Source: rolling-origin evaluation, Tashman 2000.
 */
export function backtest(
  values: readonly number[],
  options: ForecastOptions & { origins?: number },
): Backtest | Refusal {
  requireWhole('period', options.period)
  requireWhole('horizon', options.horizon)
  const { origins = 12 } = options
  requireWhole('number of origins', origins)
  const refused = whyNotForecast(values) ?? whyNotLookBack(values.length)
  if (refused) return { refused }

  const rows = originsBetween(Math.ceil(values.length / 2), values.length - 1, origins).flatMap((origin) =>
    rowsFrom(values, origin, options),
  )

  const unit = naiveError(values, options.period)
  return { overall: accuracyOf(rows, unit), steps: stepsOf(rows, unit), rows }
}

const fewest = 12

const whyNotLookBack = (length: number): string | null =>
  length < fewest ? `Looking back needs at least ${fewest} values, and there are ${length}.` : null

function originsBetween(first: number, last: number, count: number): number[] {
  const gap = count > 1 ? (last - first) / (count - 1) : 0
  const spaced = Array.from({ length: count }, (_, i) => Math.round(last - gap * i))
  return [...new Set(spaced)].reverse()
}

function rowsFrom(values: readonly number[], origin: number, options: ForecastOptions): BacktestRow[] {
  const { asSeen } = options
  const horizon = Math.min(options.horizon, values.length - origin)
  const seen = typeof asSeen?.[origin - 1] === 'number' ? { asSeen: asSeen.slice(0, origin) } : {}
  const told = forecast(knownAt(values, origin, asSeen), { ...options, asSeen: undefined, ...seen, horizon })
  if ('refused' in told) return []
  const naive = pointForecast(values.slice(0, origin), { ...options, horizon, method: 'seasonal naive' })
  return told.points.map((point, index) => ({
    ...point,
    origin,
    actual: values[origin + index]!,
    naive: naive[index]!,
  }))
}

function stepsOf(rows: readonly BacktestRow[], unit: number | null): Backtest['steps'] {
  const reached = [...new Set(rows.map(({ h }) => h))].sort((a, b) => a - b)
  return reached.map((h) => {
    const own = rows.filter((row) => row.h === h)
    return { h, ...accuracyOf(own, unit) }
  })
}

function accuracyOf(rows: readonly BacktestRow[], unit: number | null): Accuracy {
  const actual = rows.map((row) => row.actual)
  const told = rows.map((row) => row.point)
  const naive = rows.map((row) => row.naive)
  const share = (isHeld: (row: BacktestRow) => boolean) => rows.filter(isHeld).length / rows.length
  const error = mae(actual, told)
  return {
    count: rows.length,
    mae: error,
    rmse: rmse(actual, told),
    smape: smape(actual, told),
    mase: unit === null ? null : error / unit,
    naiveMae: mae(actual, naive),
    naiveSmape: smape(actual, naive),
    coverage80: share(({ actual: value, lo80, hi80 }) => lo80 <= value && value <= hi80),
    coverage95: share(({ actual: value, lo95, hi95 }) => lo95 <= value && value <= hi95),
  }
}
