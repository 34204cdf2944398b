import { type Journeys, sum } from './journeys.ts'
import { windowNumbers } from './windows.ts'

export type OrderScore = {
  order: number
  /** How well the state a journey ended in tells converting journeys from others: area under the ROC curve. */
  auc: number
  /** The same, less what so many states would reach by chance. */
  penalised: number
}

const thresholds = 100

/**
 * The order whose penalised AUC is highest, the lower one when two are equal, and the score of every order tried.
 *
 * A journey's score is the share that converted of those that ended in the same state; the ROC curve is read at 100
 * evenly spaced thresholds. Penalised as adjusted R² is: 1 − (1 − AUC)(n − 1)/(n − s − 1), n journeys counted with their
 * frequency and s = C(channels + k − 1, k) states; an order with s ≥ n is not tried, 0 below 0. Needs journeys of both
 * kinds: order null without conversions or without nulls. A best order equal to `most` says to try more.
 * Source: `choose_order` of ChannelAttribution 2.2.4, whose figures for its PathData these are.
 */
export function chooseOrder(journeys: Journeys, most = 10): { order: number | null; scores: OrderScore[] } {
  const [conversions, nulls] = [sum(journeys.conversions), sum(journeys.nulls)]
  if (conversions === 0 || nulls === 0) return { order: null, scores: [] }
  const scores: OrderScore[] = []
  for (let order = 1; order <= most; order++) {
    const states = combinations(journeys.channels.length + order - 1, order)
    const spare = conversions + nulls - states - 1
    if (spare <= 0) break
    const auc = areaOf(journeys, order)
    const penalised = Math.max(0, 1 - ((1 - auc) * (conversions + nulls - 1)) / spare)
    scores.push({ order, auc, penalised })
  }
  const best = scores.reduce<OrderScore | null>((a, b) => (a && a.penalised >= b.penalised ? a : b), null)
  return { order: best?.order ?? null, scores }
}

function areaOf(journeys: Journeys, order: number): number {
  const { states, rates } = endings(journeys, order)
  const lowest = states.reduce((least, state) => Math.min(least, rates[state]!), 1)
  const spread = states.reduce((most, state) => Math.max(most, rates[state]!), 0) - lowest
  const converted = new Float64Array(thresholds)
  const failed = new Float64Array(thresholds)
  for (const [j, state] of states.entries()) {
    const bin = binOf(rates[state]!, lowest, spread)
    converted[bin]! += journeys.conversions[j]!
    failed[bin]! += journeys.nulls[j]!
  }
  return areaUnder(converted, failed)
}

/** The state every journey ended in, and how often journeys that ended in a state converted. */
function endings({ starts, steps, conversions, nulls }: Journeys, order: number) {
  const windows = windowNumbers()
  const states = Int32Array.from(conversions, (_, j) =>
    windows.stateOf(steps, Math.max(starts[j]!, starts[j + 1]! - order), starts[j + 1]!),
  )
  const converted = new Float64Array(windows.count() + 1)
  const ended = new Float64Array(windows.count() + 1)
  for (const [j, state] of states.entries()) {
    converted[state]! += conversions[j]!
    ended[state]! += conversions[j]! + nulls[j]!
  }
  return { states, rates: converted.map((count, state) => (count === 0 ? 0 : count / ended[state]!)) }
}

/** The highest threshold a score reaches; the estimate can be one off where it falls on a threshold exactly. */
function binOf(score: number, lowest: number, spread: number): number {
  const threshold = (k: number) => lowest + (k * spread) / (thresholds - 1)
  if (spread === 0) return thresholds - 1
  let bin = Math.floor(((score - lowest) / spread) * (thresholds - 1))
  if (bin + 1 < thresholds && score >= threshold(bin + 1)) bin++
  if (bin > 0 && score < threshold(bin)) bin--
  return bin
}

function areaUnder(converted: Float64Array, failed: Float64Array): number {
  const [positives, negatives] = [sum(converted), sum(failed)]
  let area = 0
  let height = 0
  for (let bin = thresholds - 1; bin >= 0; bin--) {
    const rise = converted[bin]! / positives
    area += (failed[bin]! / negatives) * (height + rise / 2)
    height += rise
  }
  return area
}

function combinations(n: number, k: number): number {
  let count = 1
  for (let i = 1; i <= k; i++) count = (count * (n - k + i)) / i
  return count
}
