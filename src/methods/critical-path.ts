import type { Day } from './days.ts'
import { addWorkingDays, type FreeDays, workingDaysBetween } from './working-days.ts'

/** A step that takes `days` working days and begins when those it comes after are done; 0 days is a milestone. */
export type Step = { id: string; days: number; after: readonly string[] }

/** Steps that come after each other in a circle, the first again at the end; null where there is none. */
export function circleIn(steps: readonly Step[]): string[] | null {
  const byId = new Map(steps.map((one) => [one.id, one]))
  const settled = new Set<string>()
  const walk = (id: string, path: string[]): string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (settled.has(id)) return null
    for (const before of byId.get(id)?.after ?? []) {
      const found = walk(before, [...path, id])
      if (found) return found
    }
    settled.add(id)
    return null
  }
  for (const { id } of steps) {
    const found = walk(id, [])
    if (found) return found.reverse()
  }
  return null
}

/** Each step after those it comes after. Throws RangeError where they go round in a circle. */
export function inOrder<T extends Step>(steps: readonly T[]): T[] {
  if (circleIn(steps)) throw new RangeError('The steps come after each other in a circle.')
  const byId = new Map(steps.map((one) => [one.id, one]))
  const placed = new Map<string, T>()
  const place = (one: T): void => {
    if (placed.has(one.id)) return
    for (const id of one.after) {
      const before = byId.get(id)
      if (before) place(before)
    }
    placed.set(one.id, one)
  }
  for (const one of steps) place(one)
  return [...placed.values()]
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const later = (a: Day, b: Day): Day => (a > b ? a : b)

/**
 * The last day on which each step may be done so that all are by `lastDay`: the backward pass of the critical path
 * method (Kelley & Walker 1959), in working days.
 */
export function countBack(steps: readonly Step[], lastDay: Day, free: FreeDays): Map<string, Day> {
  const end = addWorkingDays(lastDay, 0, free)
  const dues = new Map(steps.map((one) => [one.id, end]))
  for (const one of inOrder(steps).reverse()) {
    const begins = addWorkingDays(dues.get(one.id) ?? end, -one.days, free)
    for (const id of one.after) {
      const due = dues.get(id)
      if (due) dues.set(id, earlier(due, begins))
    }
  }
  return dues
}

/**
 * The first day on which each step can be done when work goes on after `since`: the forward pass. Steps named in
 * `done` take no more days.
 */
export function countForward(
  steps: readonly Step[],
  { since, done, free }: { since: Day; done: ReadonlySet<string>; free: FreeDays },
): Map<string, Day> {
  const start = addWorkingDays(since, 0, free)
  const finishes = new Map<string, Day>()
  for (const one of inOrder(steps)) {
    const before = one.after.map((id) => finishes.get(id) ?? start).reduce(later, start)
    finishes.set(one.id, done.has(one.id) ? start : addWorkingDays(before, one.days, free))
  }
  return finishes
}

/**
 * The steps without slack, of those that are not done: whoever is late with one of them is late with the whole. Where
 * the whole is late already, the chain that makes it so.
 */
export function criticalPath(
  steps: readonly Step[],
  {
    due,
    finish,
    done,
    free,
  }: { due: Map<string, Day>; finish: Map<string, Day>; done: ReadonlySet<string>; free: FreeDays },
): string[] {
  const slacks = inOrder(steps)
    .filter((one) => !done.has(one.id))
    .map(({ id }) => ({ id, slack: workingDaysBetween(finish.get(id) ?? '', due.get(id) ?? '', free) }))
  const least = Math.min(...slacks.map((one) => one.slack))
  return slacks.filter((one) => one.slack === least).map((one) => one.id)
}

/** A step with the day it is planned to be done by. */
export type Dated = Step & { due: Day; isDone: boolean }

/**
 * What else moves when a step is planned for another day: those behind it that would begin too early, and those before
 * it that would be done too late. Answers the new day of every step that moves, the moved one included.
 */
export function moveOf(steps: readonly Dated[], id: string, day: Day, free: FreeDays): Map<string, Day> {
  const order = inOrder(steps)
  const dues = new Map(steps.map((one) => [one.id, one.due]))
  const isDone = new Set(steps.filter((one) => one.isDone).map((one) => one.id))
  dues.set(id, day)
  const earlierOnes = allBefore(order, id)
  for (const one of [...order].reverse().filter((step) => step.id === id || earlierOnes.has(step.id))) {
    const begins = addWorkingDays(dues.get(one.id)!, -one.days, free)
    for (const before of one.after)
      if (!isDone.has(before) && (dues.get(before) ?? '') > begins) dues.set(before, begins)
  }
  const laterOnes = allBehind(order, id)
  for (const one of order.filter((step) => laterOnes.has(step.id) && !isDone.has(step.id))) {
    const ready = one.after.flatMap((before) => dues.get(before) ?? []).reduce(later)
    const first = addWorkingDays(ready, one.days, free)
    if (first > dues.get(one.id)!) dues.set(one.id, first)
  }
  return new Map([...dues].filter(([step, due]) => due !== steps.find((one) => one.id === step)?.due))
}

/** Everything a step comes after, however far. */
function allBefore(order: readonly Step[], id: string): Set<string> {
  const found = new Set(order.find((one) => one.id === id)?.after)
  for (const one of [...order].reverse())
    if (found.has(one.id)) for (const before of one.after) found.add(before)
  return found
}

/** Everything that comes after a step, however far. */
function allBehind(order: readonly Step[], id: string): Set<string> {
  const found = new Set<string>()
  for (const one of order)
    if (one.after.some((before) => before === id || found.has(before))) found.add(one.id)
  return found
}
