import { randomFrom } from '../random.ts'
import { mostPeriods, refuseFor, type Throughput } from './history.ts'

/**
 * How trials are drawn. `added` is how many items were added to the scope in each period of the history (drawn as a
 * pair with what that period finished); `splits` into how many each past item fell apart (1 where it stayed whole).
 */
export type Simulation = {
  seed: number
  trials?: number
  isSimulated?: boolean
  added?: Throughput
  splits?: readonly number[]
}

export type Simulated = { method: 'simulated'; trials: number; chances: number[] }

const usualTrials = 100_000
const leastTrials = 2_000

/** Draws in one answer; what is far away gets fewer trials rather than a longer wait. */
const mostDraws = 20_000_000

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

const trialsFor = (how: Simulation, draws: number): number =>
  how.trials ?? Math.max(leastTrials, Math.min(usualTrials, Math.floor(mostDraws / Math.max(1, draws))))

function whyNotGrowth(history: Throughput, { added, splits, trials }: Simulation): string | null {
  if (added && added.length !== history.length)
    return `The history has ${history.length} days and the additions ${added.length}; give both for the same days.`
  if (added?.some((value) => !(value >= 0 && Number.isInteger(value))))
    return 'Added items are whole numbers from 0, one for each day of the history.'
  if (splits && (splits.length === 0 || splits.some((value) => !(value >= 1 && Number.isInteger(value)))))
    return 'Splits are whole numbers from 1: into how many items each past one fell apart.'
  if (trials !== undefined && !(Number.isInteger(trials) && trials >= 1 && trials <= 1_000_000))
    return `“${trials}” trials cannot be run; give a whole number from 1 to 1000000.`
  return null
}

/** Chances by period of trials that ended in it; what never ended within ten years is in none. */
function chancesOf(ended: Uint32Array, last: number, trials: number): number[] {
  let sum = 0
  return Array.from(ended.subarray(0, last + 1), (count) => {
    sum += count
    return sum / trials
  })
}

/**
 * In how many periods all items are done, by seeded trials that draw whole past periods with replacement. A trial that
 * is not done in ten years counts as never done. Throws RangeError where `how` does not fit the history.
 */
export function simulateFinish(history: Throughput, items: number, how: Simulation): Simulated {
  refuseFor(whyNotGrowth(history, how))
  const net = Int32Array.from(history, (done, at) => done - (how.added?.[at] ?? 0))
  const pace = mean([...net])
  const scope = items * mean(how.splits ?? [1])
  const draws = (how.splits ? items : 0) + (pace > 0 ? Math.min(mostPeriods, scope / pace) : mostPeriods)
  const trials = trialsFor(how, draws)
  const random = randomFrom(how.seed)
  const ended = new Uint32Array(mostPeriods + 1)
  let last = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const period = finishOf(net, scopeOf(items, how.splits, random), random)
    if (period === null) continue
    ended[period]! += 1
    if (period > last) last = period
  }
  return { method: 'simulated', trials, chances: chancesOf(ended, last, trials) }
}

function scopeOf(items: number, splits: readonly number[] | undefined, random: () => number): number {
  if (!splits) return items
  let scope = 0
  for (let item = 0; item < items; item += 1) scope += splits[Math.floor(random() * splits.length)]!
  return scope
}

function finishOf(net: Int32Array, scope: number, random: () => number): number | null {
  let left = scope
  for (let period = 1; period <= mostPeriods; period += 1) {
    left -= net[(random() * net.length) | 0]!
    if (left <= 0) return period
  }
  return null
}

/** How many items are done within a number of periods, by seeded trials. */
export function simulateItems(history: Throughput, periods: number, how: Simulation): Simulated {
  refuseFor(whyNotGrowth(history, how))
  const trials = trialsFor(how, periods)
  const random = randomFrom(how.seed)
  const done: number[] = []
  for (let trial = 0; trial < trials; trial += 1) {
    let sum = 0
    for (let period = 0; period < periods; period += 1) sum += history[(random() * history.length) | 0]!
    done.push(sum)
  }
  return { method: 'simulated', trials, chances: atLeast(done) }
}

function atLeast(done: readonly number[]): number[] {
  const chances = new Array<number>(done.reduce((most, one) => Math.max(most, one), 0) + 1).fill(0)
  for (const one of done) chances[one]! += 1
  for (let n = chances.length - 2; n >= 0; n -= 1) chances[n]! += chances[n + 1]!
  return chances.map((count) => count / done.length)
}
