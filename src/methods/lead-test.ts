import { chiSquareTail } from './chi-square.ts'
import { autocorrelations, discoveries, mase } from './forecast/index.ts'
import { leastSquares } from './least-squares.ts'

export type LeadTest = {
  verdict: 'proven' | 'unproven'
  /** Pairs of values that were compared. */
  n: number
  /** The steps by which the lead comes first, of the strongest correlation; null where none could be computed. */
  lag: number | null
  /** Of the pre-whitened series at that lag. */
  correlation: number | null
  /** Whether it stands out after Benjamini–Hochberg over all lags. */
  isSignificant: boolean
  /** MASE of one-step forecasts of the outcome without the lead, and with it. */
  without: number | null
  with: number | null
  /** In a sentence: why. */
  says: string
}

export const leastPairs = 30
const falseRate = 0.05
const mustGain = 0.05

/** What an AR(1) leaves: e_t = (y_t − ȳ) − φ (y_{t−1} − ȳ), φ the first autocorrelation. One value shorter. */
export function whitened(values: readonly number[]): number[] {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const [phi = 0] = autocorrelations(values, 1)
  return values.slice(1).map((value, t) => value - mean - phi * (values[t]! - mean))
}

/** Pearson's correlation; 0 where one side is constant. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length
  const [am, bm] = [mean(a), mean(b)]
  let product = 0
  let left = 0
  let right = 0
  for (let t = 0; t < a.length; t += 1) {
    product += (a[t]! - am) * (b[t]! - bm)
    left += (a[t]! - am) ** 2
    right += (b[t]! - bm) ** 2
  }
  return left > 1e-18 && right > 1e-18 ? product / Math.sqrt(left * right) : 0
}

/**
 * Whether `lead` comes before `outcome`: two series of the same periods, oldest first, evenly spaced. Both are
 * pre-whitened by AR(1) and correlated at lags 1…`lags`; proven is a correlation that is significant after
 * Benjamini–Hochberg at 5 % (|ρ| against 1.96 / √n), at a lag by which the lead, added to an AR(1) of the outcome,
 * lowers the MASE of one-step forecasts from a rolling origin over the second half by at least 5 %. It says nothing of
 * causes. Below 30 pairs nothing is proven. Source: Haugh 1976; Benjamini & Hochberg 1995; Hyndman & Koehler 2006.
 */
export function leadTest(lead: readonly number[], outcome: readonly number[], lags = 8): LeadTest {
  if (lead.length !== outcome.length) throw new RangeError('Both series need the same periods.')
  const n = lead.length
  const none = { n, lag: null, correlation: null, isSignificant: false, without: null, with: null }
  const unproven = (says: string, found = {}): LeadTest => ({ verdict: 'unproven', ...none, ...found, says })
  if (n < leastPairs + lags)
    return unproven(`There are ${n} periods with both; the test needs ${leastPairs + lags}.`)

  const { lag, rho, isSignificant } = strongest(whitened(lead), whitened(outcome), lags)
  const errors = rolling(lead, outcome, lag)
  const found = { lag, correlation: rho, isSignificant, ...errors }
  if (!isSignificant) return unproven('No lag from 1 to the longest correlates beyond chance.', found)
  if (errors.without === null || errors.with === null)
    return unproven('The outcome hardly moves, so no forecast of it can be bettered.', found)
  const gain = 1 - errors.with / errors.without
  const words = `${Math.abs(gain * 100).toFixed(0)} %`
  if (gain < mustGain)
    return unproven(
      `It correlates, but forecasts of the outcome ${gain > 0 ? `gain only ${words}` : 'gain nothing'} by it.`,
      found,
    )
  return {
    verdict: 'proven',
    n,
    ...found,
    says: `${lag} ${lag === 1 ? 'period' : 'periods'} ahead it lowers the error of forecasts of the outcome by ${words}.`,
  }
}

function strongest(lead: readonly number[], outcome: readonly number[], lags: number) {
  const found = Array.from({ length: lags }, (_, index) => {
    const lag = index + 1
    const pairs = lead.length - lag
    const rho = correlation(lead.slice(0, pairs), outcome.slice(lag))
    return { lag, rho, p: chiSquareTail(rho * rho * pairs, 1) }
  })
  const counts = discoveries(
    found.map((one) => one.p),
    falseRate,
  )
  const best = found.reduce((a, b) => (b.p < a.p ? b : a))
  return { lag: best.lag, rho: best.rho, isSignificant: counts[best.lag - 1] === true }
}

/** MASE of one-step forecasts from every origin of the second half, by AR(1) alone and with the lagged lead. */
function rolling(lead: readonly number[], outcome: readonly number[], lag: number) {
  const first = Math.ceil(outcome.length / 2)
  const actual = outcome.slice(first)
  const told = { without: [] as number[], with: [] as number[] }
  for (let origin = first; origin < outcome.length; origin += 1) {
    const rows = Array.from({ length: origin - lag }, (_, index) => index + lag)
    const past = rows.map((t) => outcome[t]!)
    const own = (t: number) => [1, outcome[t - 1]!]
    const both = (t: number) => [...own(t), lead[t - lag]!]
    for (const [name, row] of [['without', own] as const, ['with', both] as const]) {
      const weights = leastSquares(rows.map(row), past)
      told[name].push(row(origin).reduce((sum, value, at) => sum + value * weights[at]!, 0))
    }
  }
  const history = outcome.slice(0, first)
  return { without: mase(actual, told.without, history, 1), with: mase(actual, told.with, history, 1) }
}
