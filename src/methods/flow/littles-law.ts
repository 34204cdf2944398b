import { dayLength, type FlowItem, isWithin, type Window } from './items.ts'

/**
 * Little’s law over a window, with what keeps its two sides apart. All times are in days, `area` in item-days:
 * `area = cycleTimesOfDone − beforeWindow + ofUnfinished` always, and `averageWip = throughput × averageCycleTime` where
 * the last two make up for each other.
 */
export type LittlesLaw = {
  days: number
  area: number
  averageWip: number
  /** Items done a day. */
  throughput: number
  averageCycleTime: number | null
  cycleTimesOfDone: number
  beforeWindow: number
  ofUnfinished: number
  /** `averageWip − throughput × averageCycleTime`, in items: what the window carries in or leaves behind. */
  gap: number
  isStable: boolean
}

const stableWithin = 0.1

/**
 * Compares both sides of Little’s law (J. D. C. Little 1961; as an identity of areas, Little & Graves 2008). Items that
 * were done without a start are left out. Throws RangeError for a window without length.
 */
export function littlesLaw(items: readonly FlowItem[], window: Window): LittlesLaw {
  if (!(window.to > window.from)) throw new RangeError('The window ends before it begins.')
  const [all, days] = [partsOf(items, window), (window.to - window.from) / dayLength]
  const [averageWip, rate] = [all.area / days, all.done / days]
  const averageCycleTime = all.done === 0 ? null : all.cycleTimesOfDone / all.done
  const gap = averageWip - rate * (averageCycleTime ?? 0)
  const isStable = all.done > 0 && Math.abs(gap) <= stableWithin * averageWip
  const { done: _, ...parts } = all
  return { days, ...parts, averageWip, throughput: rate, averageCycleTime, gap, isStable }
}

function partsOf(items: readonly FlowItem[], window: Window) {
  const all = { area: 0, done: 0, cycleTimesOfDone: 0, beforeWindow: 0, ofUnfinished: 0 }
  for (const { startedAt, doneAt } of items) {
    if (startedAt === null || startedAt >= window.to) continue
    if (doneAt !== null && (doneAt < window.from || doneAt < startedAt)) continue
    const inside = (Math.min(doneAt ?? window.to, window.to) - Math.max(startedAt, window.from)) / dayLength
    all.area += inside
    if (isWithin(doneAt, window)) {
      all.done += 1
      all.cycleTimesOfDone += (doneAt - startedAt) / dayLength
      all.beforeWindow += Math.max(0, window.from - startedAt) / dayLength
    } else all.ofUnfinished += inside
  }
  return all
}
