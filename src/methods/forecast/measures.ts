/** `actual` − `told`, and 0 for a difference that rounding explains. */
export function errorOf(actual: number, told: number): number {
  const error = actual - told
  return Math.abs(error) <= 1e-9 * Math.max(Math.abs(actual), Math.abs(told)) ? 0 : error
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const each = (actual: readonly number[], told: readonly number[], error: (y: number, f: number) => number) =>
  mean(actual.map((value, index) => error(value, told[index]!)))

/** Mean absolute error, in the unit of the series. `actual` and `told` side by side, as in all these measures. */
export const mae = (actual: readonly number[], told: readonly number[]): number =>
  each(actual, told, (y, f) => Math.abs(y - f))

/** Root of the mean squared error, in the unit of the series. */
export const rmse = (actual: readonly number[], told: readonly number[]): number =>
  Math.sqrt(each(actual, told, (y, f) => (y - f) ** 2))

/** Mean absolute percentage error, 0…∞ %. Null where an actual value is 0: it is not defined there. */
export const mape = (actual: readonly number[], told: readonly number[]): number | null =>
  actual.includes(0) ? null : each(actual, told, (y, f) => Math.abs((100 * (y - f)) / y))

/** Symmetric MAPE, mean of 200 |y − f| / (|y| + |f|), 0…200 %; 0 forecast as 0 is no error. Source: M3 competition. */
export const smape = (actual: readonly number[], told: readonly number[]): number =>
  each(actual, told, (y, f) => (y === f ? 0 : (200 * Math.abs(y - f)) / (Math.abs(y) + Math.abs(f))))

/**
 * Mean absolute error of the seasonal naive forecast within `history`, one season back (`period` 1: the value before).
 * Null where it is 0 or the history is no longer than a season.
 */
export function naiveError(history: readonly number[], period: number): number | null {
  const later = history.slice(period)
  if (later.length === 0) return null
  return mae(later, history) || null
}

/** MAE as a multiple of `naiveError`: below 1 beats it. Null where that is. Source: Hyndman & Koehler 2006. */
export function mase(
  actual: readonly number[],
  told: readonly number[],
  history: readonly number[],
  period: number,
): number | null {
  const unit = naiveError(history, period)
  return unit === null ? null : mae(actual, told) / unit
}

type Accuracy = { smape: number; mase: number }

/** Overall weighted average: mean of sMAPE and MASE, each relative to Naive 2; below 1 beats it. Source: M4 competition. */
export const owa = (own: Accuracy, naive2: Accuracy): number =>
  (own.smape / naive2.smape + own.mase / naive2.mase) / 2

export type Interval = { lower: number; upper: number }

/**
 * Mean scaled interval score: width plus 2/α times whatever lies outside, as a multiple of `naiveError`; lower is
 * better. `confidence` = 1 − α. Null where the unit is. Source: Gneiting & Raftery 2007, as in the M4 competition.
 */
export function msis(
  actual: readonly number[],
  intervals: readonly Interval[],
  history: readonly number[],
  options: { period: number; confidence?: number },
): number | null {
  const unit = naiveError(history, options.period)
  if (unit === null) return null
  const penalty = 2 / (1 - (options.confidence ?? 0.95))
  const scores = actual.map((value, index) => {
    const { lower, upper } = intervals[index]!
    const outside = Math.max(0, lower - value, value - upper)
    return upper - lower + penalty * outside
  })
  return mean(scores) / unit
}
