import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from '../days.ts'
import type { FlowItem, StageInterval } from './items.ts'

/** Moments in order that part time into periods: the beginning of each, and the end of the last. */
export type Edges = readonly number[]

/** The midnights of a zone from the day `from` to the one after `to`, every `days` days; days of a change are 23 or 25 hours. */
export function edgesOf(from: Day, to: Day, { zone, days = 1 }: { zone: string; days?: number }): number[] {
  const edges: number[] = []
  for (let day = from; day <= to; day = addDays(day, days)) edges.push(midnight(day, zone))
  edges.push(midnight(addDays(from, edges.length * days), zone))
  return edges
}

const midnight = (day: Day, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds

/** The place of the last edge that is not after a moment; −1 before the first. */
function periodOf(edges: Edges, at: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** How many items were done in each period. */
export function throughput(items: readonly FlowItem[], edges: Edges): number[] {
  const counts = new Array<number>(Math.max(0, edges.length - 1)).fill(0)
  for (const { doneAt } of items) {
    const period = doneAt === null ? -1 : periodOf(edges, doneAt)
    if (period >= 0 && period < counts.length) counts[period]! += 1
  }
  return counts
}

/** How many items were begun and not done at each edge. */
export function workInProgress(items: readonly FlowItem[], edges: Edges): number[] {
  const spans = items
    .filter((one) => one.startedAt !== null)
    .map(({ startedAt, doneAt }) => ({ from: startedAt!, to: doneAt }))
  return heldAt(spans, edges)
}

/** How many spans hold each edge: those which began at or before it and end after it, or never. */
function heldAt(spans: readonly { from: number; to: number | null }[], edges: Edges): number[] {
  const changes = new Array<number>(edges.length + 1).fill(0)
  const firstNotBefore = (at: number) => {
    const period = periodOf(edges, at)
    return edges[period] === at ? period : period + 1
  }
  for (const { from, to } of spans) {
    changes[firstNotBefore(from)]! += 1
    if (to !== null) changes[firstNotBefore(to)]! -= 1
  }
  let held = 0
  return edges.map((_, at) => {
    held += changes[at]!
    return held
  })
}

export type FlowBand = { stage: string; counts: number[] }

/**
 * The bands of a cumulative flow diagram: how many items are in each stage at each edge, stages in the order given;
 * stages not named are left out.
 */
export function cumulativeFlow(
  intervals: readonly StageInterval[],
  stages: readonly string[],
  edges: Edges,
): FlowBand[] {
  return stages.map((stage) => {
    const spans = intervals
      .filter((one) => one.stage === stage)
      .map(({ enteredAt, leftAt }) => ({ from: enteredAt, to: leftAt }))
    return { stage, counts: heldAt(spans, edges) }
  })
}
