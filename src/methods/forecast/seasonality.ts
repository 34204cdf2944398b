export type Season = {
  kind: 'none' | 'additive' | 'multiplicative'
  /** One factor (mean 1) or amount (mean 0) per position in the season, the first belonging to the first value. */
  factors: number[]
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Autocorrelations at lags 1…`lags`; all 0 for a constant series. */
export function autocorrelations(values: readonly number[], lags: number): number[] {
  const middle = mean(values)
  const gaps = values.map((value) => value - middle)
  const variance = gaps.reduce((sum, gap) => sum + gap * gap, 0)
  // What rounding leaves of a constant series is no variance.
  const isFlat = variance <= values.length * (1e-12 * middle) ** 2
  return Array.from({ length: lags }, (_, index) => {
    if (isFlat) return 0
    let product = 0
    for (let t = index + 1; t < gaps.length; t += 1) product += gaps[t]! * gaps[t - index - 1]!
    return product / variance
  })
}

/**
 * Whether a series has a season of `period` values: |r_m| > 1.645 √((1 + 2 Σ_{k<m} r_k²) / n), a one-sided 95 % test of
 * the autocorrelation at the seasonal lag. False below three seasons, and for a period below 2.
 * Source: the benchmark methods of the M4 competition (Makridakis, Spiliotis & Assimakopoulos 2020).
 */
export function isSeasonal(values: readonly number[], period: number): boolean {
  if (period < 2 || values.length < 3 * period) return false
  const found = autocorrelations(values, period)
  const squares = found.slice(0, -1).reduce((sum, one) => sum + one * one, 0)
  return Math.abs(found.at(-1)!) > 1.645 * Math.sqrt((1 + 2 * squares) / values.length)
}

/**
 * The season of a series by classical decomposition: each value against its centred moving average over one season,
 * averaged by position (by the mean, or by `average`) and normalised. Multiplicative where every value is above 0, else additive.
 * Needs two whole seasons; throws RangeError with fewer, or with a period below 2.
 * Source: Makridakis, Wheelwright & Hyndman 1998, §3.4.
 */
export function classicalSeason(
  values: readonly number[],
  period: number,
  average: (values: readonly number[]) => number = mean,
): Season {
  if (period < 2 || values.length < 2 * period)
    throw new RangeError(`A season of ${period} needs ${2 * period} values; there are ${values.length}.`)
  const isRatio = values.every((value) => value > 0)
  const gaps = Array.from({ length: period }, (): number[] => [])
  centredAverage(values, period).forEach((level, index) => {
    const t = index + Math.floor(period / 2)
    gaps[t % period]!.push(isRatio ? values[t]! / level : values[t]! - level)
  })
  const raw = gaps.map(average)
  const middle = mean(raw)
  return isRatio
    ? { kind: 'multiplicative', factors: raw.map((factor) => factor / middle) }
    : { kind: 'additive', factors: raw.map((amount) => amount - middle) }
}

/** Moving average over one season, centred; the first belongs to position ⌊period / 2⌋. Even periods: 2 × m. */
function centredAverage(values: readonly number[], period: number): number[] {
  const isEven = period % 2 === 0
  const span = isEven ? period + 1 : period
  return Array.from({ length: values.length - span + 1 }, (_, from) => {
    let sum = 0
    for (let t = from; t < from + span; t += 1) sum += values[t]!
    return isEven ? (sum - (values[from]! + values[from + span - 1]!) / 2) / period : sum / period
  })
}

/** The season the test finds: `kind` is 'none' where it finds none. */
export function seasonOf(values: readonly number[], period: number): Season {
  return isSeasonal(values, period) ? classicalSeason(values, period) : { kind: 'none', factors: [] }
}

/** The values without their season. */
export function withoutSeason(values: readonly number[], season: Season): number[] {
  const { kind, factors } = season
  if (kind === 'none') return [...values]
  return values.map((value, t) =>
    kind === 'additive' ? value - factors[t % factors.length]! : value / factors[t % factors.length]!,
  )
}

/** Forecasts with their season put back; the first of them follows `length` observed values. */
export function withSeason(forecasts: readonly number[], season: Season, length: number): number[] {
  const { kind, factors } = season
  if (kind === 'none') return [...forecasts]
  return forecasts.map((value, h) => {
    const factor = factors[(length + h) % factors.length]!
    return kind === 'additive' ? value + factor : value * factor
  })
}
