import { drawOf, exactSum, firstAt, oneDrawLater, tolerance } from './distribution.ts'
import { mostItems, mostPeriods, refuseFor, type Throughput, whyNotCount, whyNotHistory } from './history.ts'
import { type Simulation, simulateFinish, simulateItems } from './simulation.ts'

/** `chances[d]` is the chance that all items are done within d periods; the list ends where it is certain, or at ten years. */
export type Delivery = { method: 'exact' | 'simulated'; trials: number | null; chances: number[] }

/** `chances[n]` is the chance that at least n items are done within the periods asked for. */
export type Yield = Delivery

/** Above this many items, or with a scope that moves, the days are simulated. */
export const mostExactItems = 500
const mostExactYield = 20_000
const certain = 1 - 1e-12

/** The sentence that refuses a forecast of `items` items from a history, or null. */
export const whyNotDelivery = (history: Throughput, items: number): string | null =>
  whyNotHistory(history) ?? whyNotCount('items', items, mostItems)

/**
 * In how many periods `items` items are done when each period finishes as many as one of the past, drawn with
 * replacement. Exact by convolution up to 500 items; beyond it, and where scope grows or items split, by seeded
 * trials. Throws RangeError with the sentence of `whyNotDelivery`. Source: T. Magennis, "Forecasting and Simulating
 * Software Development Projects" (2011); D. Vacanti, "Actionable Agile Metrics" (2015).
 */
export function daysToFinish(history: Throughput, items: number, how: Simulation): Delivery {
  refuseFor(whyNotDelivery(history, items))
  return how.isSimulated || how.added || how.splits || items > mostExactItems
    ? simulateFinish(history, items, how)
    : { method: 'exact', trials: null, chances: exactFinish(history, items) }
}

function exactFinish(history: Throughput, items: number): number[] {
  const draw = drawOf(history)
  let open = Float64Array.of(1)
  const chances: number[] = [0]
  while (chances.length <= mostPeriods && chances.at(-1)! < certain) {
    open = oneDrawLater(open, draw, items) as Float64Array<ArrayBuffer>
    chances.push(Math.max(chances.at(-1)!, 1 - exactSum(open)))
  }
  return chances
}

/**
 * How many items are done within `periods` periods: the other way round. Throws RangeError where the history or the
 * number of periods is refused.
 */
export function itemsWithin(history: Throughput, periods: number, how: Simulation): Yield {
  refuseFor(whyNotHistory(history), whyNotCount('days', periods, mostPeriods))
  const most = periods * Math.max(...history)
  return how.isSimulated || most > mostExactYield
    ? simulateItems(history, periods, how)
    : { method: 'exact', trials: null, chances: exactItems(history, periods, most) }
}

function exactItems(history: Throughput, periods: number, most: number): number[] {
  const draw = drawOf(history)
  let sums = Float64Array.of(1)
  const top = Math.max(...history)
  for (let period = 1; period <= periods; period += 1)
    sums = oneDrawLater(sums, draw, period * top + 1) as Float64Array<ArrayBuffer>
  const atLeast = new Array<number>(most + 1).fill(0)
  let sum = 0
  for (let n = most; n >= 0; n -= 1) {
    sum += sums[n]!
    atLeast[n] = Math.min(1, sum)
  }
  return atLeast
}

/** The first number of periods within which all is done with a chance of at least `share`; null beyond ten years. */
export const daysAt = ({ chances }: Delivery, share: number): number | null => firstAt(chances, share)

/** The most items done with a chance of at least `share`. */
export const itemsAt = ({ chances }: Yield, share: number): number =>
  chances.findLastIndex((chance) => chance >= share - tolerance)

/** The chance that all is done within a number of periods. */
export const chanceWithin = ({ chances }: Delivery, periods: number): number =>
  chances[Math.min(periods, chances.length - 1)] ?? 0
