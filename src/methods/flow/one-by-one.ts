import { randomFrom } from '../random.ts'
import { drawOf, firstAt, oneDrawLater, percentile } from './distribution.ts'
import { leastPeriods, refuseFor, whyNotCount } from './history.ts'

export type OneByOne = {
  method: 'exact' | 'simulated'
  trials: number | null
  days: (share: number) => number
}

const mostAtOnce = 10_000
const mostExactWork = 50_000_000
const mostDraws = 5_000_000

/** The sentence that refuses a forecast of `items` items one after another, or null. */
export function whyNotOneByOne(cycleTimes: readonly number[], items: number): string | null {
  if (cycleTimes.length < leastPeriods)
    return `A forecast needs at least ${leastPeriods} finished items; there are ${cycleTimes.length}.`
  if (cycleTimes.some((days) => !(days >= 0 && Number.isFinite(days))))
    return 'A cycle time is a number of days from 0.'
  return whyNotCount('items', items, mostAtOnce)
}

/**
 * The days that `items` items take when one begins as the one before is done, each as long as one of the past, drawn
 * with replacement. Exact where cycle times are whole days, else by seeded trials. Throws RangeError with the sentence
 * of `whyNotOneByOne`.
 */
export function oneByOne(
  cycleTimes: readonly number[],
  items: number,
  { seed, isSimulated = false, trials }: { seed: number; isSimulated?: boolean; trials?: number },
): OneByOne {
  refuseFor(whyNotOneByOne(cycleTimes, items))
  const draw = drawOf(cycleTimes)
  const top = draw.at(-1)!.value
  const work = (items * items * top * draw.length) / 2
  const isWhole = cycleTimes.every(Number.isInteger)
  return isSimulated || !isWhole || work > mostExactWork
    ? simulated(cycleTimes, items, randomFrom(seed), trials)
    : exact(draw, items, top)
}

function exact(draw: ReturnType<typeof drawOf>, items: number, top: number): OneByOne {
  let sums = Float64Array.of(1)
  for (let item = 1; item <= items; item += 1)
    sums = oneDrawLater(sums, draw, item * top + 1) as Float64Array<ArrayBuffer>
  let chance = 0
  const within = Array.from(sums, (one) => {
    chance += one
    return chance
  })
  return { method: 'exact', trials: null, days: (share) => firstAt(within, share) ?? items * top }
}

function simulated(
  cycleTimes: readonly number[],
  items: number,
  random: () => number,
  asked: number | undefined,
): OneByOne {
  const trials = asked ?? Math.max(1_000, Math.min(100_000, Math.floor(mostDraws / items)))
  const sums = Array.from({ length: trials }, () => {
    let sum = 0
    for (let item = 0; item < items; item += 1) sum += cycleTimes[(random() * cycleTimes.length) | 0]!
    return sum
  })
  return { method: 'simulated', trials, days: (share) => percentile(sums, share) ?? Number.NaN }
}
