import { conformalWidth, knownAt, originsOf, spreadOf, studentWidth, toldFrom } from './conformal.ts'
import { type Method, pointForecast } from './methods.ts'
import { noticesOf, noticesOfGuess, type Refusal, requireWhole, shiftOf, whyNotForecast } from './notices.ts'
import { type Season, seasonOf } from './seasonality.ts'
import { lastingShifts, type Tidied, tidy } from './tidy.ts'

export type ForecastOptions = {
  /** Values in a season: 12 for months, 4 for quarters, 7 for days, 1 for none. */
  period: number
  /** Steps ahead. */
  horizon: number
  method?: Method
  /** Counts cannot fall below 0: forecasts and limits are cut off there. */
  isCount?: boolean
  /** 'pulled in': forecast from the series as `tidy` leaves it; its limits still count what really came. */
  outliers?: 'kept' | 'pulled in'
  /**
   * The last value is a `nowcast`, and these are what each value was taken for while its period still ran, in step with
   * `values`: the limits then hold for a forecast that goes on from a period not yet over.
   */
  asSeen?: readonly (number | null)[]
}

export type ForecastPoint = {
  /** Steps ahead, 1 being the next value. */
  h: number
  point: number
  lo80: number
  hi80: number
  lo95: number
  hi95: number
}

export type Forecast = {
  method: Method
  /** 'none' also for 'naive' and 'seasonal naive', which do not take a season out. */
  season: Season
  points: ForecastPoint[]
  /** The width of the intervals grows with h^growth. */
  growth: number
  /** Number of past dates the intervals were learnt from. */
  origins: number
  /** The newest six values all came in on one side of what was expected one step before. */
  hasShifted: boolean
  /** What was changed in the history to forecast from it; null where nothing was to be. */
  tidied: Pick<Tidied, 'pulledIn' | 'shift'> | null
  /** What a reader should know before trusting the figures, as sentences. */
  notices: string[]
}

/**
 * Forecast of an evenly spaced series, oldest value first, with intervals that held in its own past: the method is run
 * again from earlier origins, its absolute errors are divided by h^growth and pooled, and their conformal quantiles are
 * laid around the point forecast.
 *
 * Values and limits in the unit of the series; the current, unfinished period must not be in it. Refused below 3 values
 * or with one that is not finite; below 6 the last value is repeated within limits of Student's t. Throws RangeError
 * for a period or horizon that is not a whole number above 0. Method: `pointForecast`; intervals: `conformalWidth`.
 */
export function forecast(values: readonly number[], options: ForecastOptions): Forecast | Refusal {
  requireWhole('period', options.period)
  requireWhole('horizon', options.horizon)
  const refused = whyNotForecast(values)
  if (refused) return { refused }

  return values.length < fewestForLearning ? guess(values, options) : learnt(values, options)
}

const fewestForLearning = 6
const noSeason: Season = { kind: 'none', factors: [] }

function guess(values: readonly number[], options: ForecastOptions): Forecast {
  const moves = values.slice(1).map((value, index) => value - values[index]!)
  const points = pointForecast(values, { ...options, method: 'naive' })
  const growth = 0.5
  return {
    method: 'naive',
    season: noSeason,
    points: around(
      points,
      growth,
      (confidence) => studentWidth(moves, moves.length - 1, confidence),
      options,
    ),
    growth,
    origins: moves.length,
    hasShifted: false,
    tidied: null,
    notices: noticesOfGuess(values),
  }
}

function learnt(values: readonly number[], options: ForecastOptions): Forecast {
  const { method = 'default', period, asSeen } = options
  const isRaw = method === 'naive' || method === 'seasonal naive'
  const whole = asSeen ? values.slice(0, -1) : values
  const origins = originsOf(whole.length)
  const { readUpTo, now } = reading(values, options)
  const told = toldFrom(whole, origins, { ...options, method, readUpTo })
  const { growth, scores } = spreadOf(told)
  const season = isRaw ? noSeason : seasonOf(now.values, period)
  const points = pointForecast(now.values, { ...options, season })
  return {
    method,
    season,
    points: around(
      points,
      growth,
      (confidence) => conformalWidth(scores, origins.length, confidence),
      options,
    ),
    growth,
    origins: origins.length,
    hasShifted: shiftOf(told) !== 0,
    tidied: options.outliers === 'pulled in' ? { pulledIn: now.pulledIn, shift: now.shift } : null,
    notices: noticesOf(values, options, { told, scores }),
  }
}

/** How the series is read now, and how it would have been at an earlier date, knowing only what came before. */
function reading(values: readonly number[], { outliers, asSeen, period }: ForecastOptions) {
  const shifts = outliers === 'pulled in' ? lastingShifts(values, period) : []
  const read = (known: readonly number[]): Tidied =>
    outliers === 'pulled in'
      ? tidy(known, { period, shifts: shifts.filter(({ index }) => index < known.length) })
      : { values: [...known], pulledIn: [], shift: null }
  const readUpTo = (origin: number) => read(knownAt(values, origin, asSeen)).values
  return { readUpTo, now: read(values) }
}

function around(
  points: readonly number[],
  growth: number,
  widthOf: (confidence: number) => number,
  { isCount = false }: ForecastOptions,
): ForecastPoint[] {
  const [narrow, wide] = [widthOf(0.8), widthOf(0.95)]
  const cut = (value: number) => (isCount ? Math.max(0, value) : value)
  return points.map((point, index) => {
    const h = index + 1
    const [inner, outer] = [narrow * h ** growth, wide * h ** growth]
    return {
      h,
      point: cut(point),
      lo80: cut(point - inner),
      hi80: cut(point + inner),
      lo95: cut(point - outer),
      hi95: cut(point + outer),
    }
  })
}
