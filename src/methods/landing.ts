import { pointAt } from './exits.ts'
import { type Incidence, incidenceAt } from './incidence.ts'
import { normalFrom, randomFrom } from './random.ts'

/**
 * Chance that somebody still open at `age` leaves by `cause` within the next spans: (F(age + to) − F(age + from)) / S(age)
 * for each pair of days from now. F and S as `incidence` gives them; beyond the longest time observed nothing more is
 * expected, and 0 is answered where nobody stayed that long.
 */
export function chancesAhead(
  curves: Incidence,
  cause: string,
  age: number,
  spans: readonly (readonly [from: number, to: number])[],
): number[] {
  const points = Object.values(curves.causes)[0] ?? []
  const still = pointAt(points, age)?.open ?? 1
  if (still <= 0) return spans.map(() => 0)
  const at = (days: number) => incidenceAt(curves, cause, age + days)
  return spans.map(([from, to]) => Math.max(0, at(to) - at(from)) / still)
}

/** Something that may be won in one of the periods, with the chance for each; they add up to at most 1. */
export type Open = { amount: number; chances: readonly number[] }
/** What is still to come in a stretch of time: how many, how sure that is (standard deviation), and their chances. */
export type Arrivals = { expected: number; spread: number; chances: readonly number[] }

export type Landing = {
  mean: number
  p10: number
  p50: number
  p90: number
  fromOpen: number
  fromNew: number
  /** Share of the runs that came to the target or beyond; null without one. */
  reached: number | null
}

export type LandingAsked = {
  periods: number
  open: readonly Open[]
  arrivals: readonly Arrivals[]
  /** Amounts won in the past; what arrives is worth one of them, drawn at random. */
  amounts: readonly number[]
  /** Relative standard deviation of the chances as a whole: how surely they are known. */
  doubt: number
  /** What is won already, for each period. */
  already: readonly number[]
  targets?: readonly (number | null)[]
  seed?: number
  runs?: number
}

const mostDraws = 2e7

/**
 * The sum of what is won in each period, what is won already included: mean and quantiles of a seeded simulation. Each
 * run draws once how far all chances are off (normal, mean 1, sd `doubt`, within 0…2), how many arrive (normal, cut at
 * 0), and for each opportunity in which period it is won, if at all. `mean`, `fromOpen`, `fromNew` are exact where no
 * chance had to be cut. Throws RangeError without a past amount where something arrives.
 */
export function landing(asked: LandingAsked): Landing[] {
  const { periods, open, arrivals, amounts, already, seed = 1 } = asked
  if (arrivals.some((one) => one.expected > 0) && amounts.length === 0)
    throw new RangeError('What arrives is worth what was won before, and nothing was.')
  const items = open.length + arrivals.reduce((sum, one) => sum + one.expected, 0)
  const runs = asked.runs ?? Math.round(Math.min(4000, Math.max(400, mostDraws / Math.max(1, items))))
  const random = randomFrom(seed)
  const sums = Array.from({ length: periods }, () => new Float64Array(runs))
  for (let run = 0; run < runs; run += 1)
    oneRun(asked, random, (period, amount) => {
      sums[period]![run]! += amount
    })

  const average = amounts.length > 0 ? amounts.reduce((sum, one) => sum + one, 0) / amounts.length : 0
  return sums.map((values, period) => {
    const sorted = values.map((value) => value + already[period]!).sort()
    const quantile = (p: number) => sorted[Math.min(runs - 1, Math.floor(p * runs))]!
    const fromOpen = open.reduce((sum, one) => sum + one.amount * one.chances[period]!, 0)
    const fromNew = arrivals.reduce((sum, one) => sum + one.expected * one.chances[period]! * average, 0)
    return {
      mean: already[period]! + fromOpen + fromNew,
      p10: quantile(0.1),
      p50: quantile(0.5),
      p90: quantile(0.9),
      fromOpen,
      fromNew,
      reached: shareFrom(sorted, asked.targets?.[period] ?? null),
    }
  })
}

/**
 * How unsure the chances are as a whole, by what came at past dates over what was expected then: the root mean square of
 * came / expected − 1, less what chance alone makes of so few opportunities (`noise`, relative standard deviation).
 */
export function doubtFrom(past: readonly { expected: number; came: number; noise: number }[]): number {
  const told = past.filter((one) => one.expected > 0)
  if (told.length === 0) return 0
  const mean = (of: (one: (typeof told)[number]) => number) =>
    told.reduce((sum, one) => sum + of(one) ** 2, 0) / told.length
  return Math.sqrt(
    Math.max(0, mean(({ came, expected }) => came / expected - 1) - mean(({ noise }) => noise)),
  )
}

const shareFrom = (sorted: Float64Array, target: number | null): number | null =>
  target === null ? null : sorted.filter((sum) => sum >= target).length / sorted.length

function oneRun(
  { open, arrivals, amounts, doubt }: LandingAsked,
  random: () => number,
  add: (period: number, amount: number) => void,
): void {
  const factor = Math.min(2, Math.max(0, 1 + doubt * normalFrom(random)))
  for (const { amount, chances } of open) {
    const period = drawn(chances, factor, random())
    if (period >= 0) add(period, amount)
  }
  for (const { expected, spread, chances } of arrivals) {
    const number = Math.max(0, Math.round(expected + spread * normalFrom(random)))
    for (let one = 0; one < number; one += 1) {
      const period = drawn(chances, factor, random())
      if (period >= 0) add(period, amounts[Math.floor(random() * amounts.length)]!)
    }
  }
}

/** In which period it is won; −1 for none of them. */
function drawn(chances: readonly number[], factor: number, at: number): number {
  let sum = 0
  for (let period = 0; period < chances.length; period += 1) {
    sum += chances[period]! * factor
    if (at < sum) return period
  }
  return -1
}
