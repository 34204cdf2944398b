import { isVouchedFor, type Told } from './conformal.ts'
import { errorOf } from './measures.ts'
import { type Method, trendLength } from './methods.ts'

export type Refusal = { refused: string }

/** Throws RangeError for what has to be a whole number above 0 and is not. */
export function requireWhole(name: string, value: number): void {
  if (!(Number.isInteger(value) && value > 0))
    throw new RangeError(`The ${name} of a forecast must be a whole number above 0, not ${value}.`)
}

/** The reason a series cannot be forecast, or null. At least three finite values are needed. */
export function whyNotForecast(values: readonly number[]): string | null {
  const wrong = values.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0)
    return `Value ${wrong + 1} of ${values.length} is not a number: fill the gap, or begin after it.`
  if (values.length >= 3) return null
  const there = values.length === 1 ? 'is 1' : `are ${values.length}`
  return `A forecast needs at least 3 values, and there ${there}: come back with more periods.`
}

const shiftLength = 6

/**
 * 1 or −1 when the newest six values all came in above, or below, what was expected one step before; else 0. By chance
 * alone that happens to one series in 32.
 */
export function shiftOf(told: readonly Told[]): -1 | 0 | 1 {
  const next = told.filter(({ h }) => h === 1).slice(-shiftLength)
  const signs = new Set(next.map(({ actual, forecast }) => Math.sign(errorOf(actual, forecast))))
  const [sign] = signs
  return next.length === shiftLength && signs.size === 1 ? (sign as -1 | 0 | 1) : 0
}

type Asked = { period: number; horizon: number; method?: Method }

/** What is to be said when there are too few values for anything but the last one, within limits of Student's t. */
export function noticesOfGuess(values: readonly number[]): string[] {
  return isConstant(values)
    ? [
        `All ${values.length} values are the same: limits cannot be told from so few, and those shown have no width. That is not certainty.`,
      ]
    : [
        `With ${values.length} values this repeats the last one; the limits are wide because so little is known.`,
      ]
}

/** What a reader of a forecast should know, as sentences. `told` and `scores` are those of the look back. */
export function noticesOf(
  values: readonly number[],
  asked: Asked,
  back: { told: readonly Told[]; scores: readonly number[] },
): string[] {
  return [
    ...constancy(values),
    ...seasons(values.length, asked),
    ...trend(values.length, asked),
    ...proof(asked.horizon, back),
    ...shift(shiftOf(back.told)),
  ]
}

const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0])

function constancy(values: readonly number[]): string[] {
  return isConstant(values)
    ? ['The series has never moved, so the limits have no width: that is not a promise that it never will.']
    : []
}

function seasons(length: number, { period, method }: Asked): string[] {
  if (period < 2 || length >= 3 * period || method === 'naive') return []
  if (method === 'seasonal naive')
    return length < period
      ? [`There is no whole season of ${period} yet, so the last value is repeated.`]
      : []
  return length < 2 * period
    ? [`There are fewer than two seasons of ${period}, so no season is assumed.`]
    : [`A season of ${period} can be tested only after three of them, so none is assumed yet.`]
}

function trend(length: number, { method = 'default' }: Asked): string[] {
  return method === 'default' && length < trendLength
    ? [`There are fewer than ${trendLength} values, so no trend is read from them.`]
    : []
}

function proof(
  horizon: number,
  { told, scores }: { told: readonly Told[]; scores: readonly number[] },
): string[] {
  const farthest = told.reduce((most, { h }) => Math.max(most, h), 0)
  return [
    ...(isVouchedFor(scores.length, 0.95)
      ? []
      : [`Only ${scores.length} errors of the past are known, so the 95 % limits rest on Student's t.`]),
    ...(horizon > farthest
      ? [
          `The past is long enough to test ${farthest} steps ahead; limits beyond that are extended from there.`,
        ]
      : []),
  ]
}

function shift(direction: -1 | 0 | 1): string[] {
  return direction === 0
    ? []
    : [
        `The newest six values all came in ${direction > 0 ? 'above' : 'below'} what was expected: the level may have shifted.`,
      ]
}
