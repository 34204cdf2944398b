import type { Measure } from './contract.ts'

type Estimated = { estimateMinutes: number | null; points: number | null }

/** What an item counts in a measure; what is not estimated counts nothing. */
export const amountOf = (item: Estimated, measure: Measure): number =>
  measure === 'items' ? 1 : measure === 'hours' ? (item.estimateMinutes ?? 0) / 60 : (item.points ?? 0)

export const hasAmount = (item: Estimated, measure: Measure): boolean =>
  measure === 'items' || (measure === 'hours' ? item.estimateMinutes : item.points) !== null

type Span = { startsOn: string; endsOn: string }
const longest = 60

/** Why days do not make a sprint, or null. */
export function whyNotSpan({ startsOn, endsOn }: Span, daysBetween: number): string | null {
  if (endsOn < startsOn) return `It would end on ${endsOn}, before it begins on ${startsOn}.`
  return daysBetween > longest ? `A sprint lasts ${longest} days at most. Make it shorter.` : null
}

/** Why a sprint cannot begin, or null. */
export function whyNotStart(
  sprint: { state: string; name: string; goal: string; items: number },
  running: string | null,
): string | null {
  if (sprint.state !== 'planned') return `${sprint.name} has begun already.`
  if (running) return `The team is in ${running} still. End that one first: one at a time.`
  if (sprint.items === 0) return 'There is nothing in it yet. Take items in first.'
  return sprint.goal ? null : 'Say its goal first: what is different when it is over.'
}

/** Why a change of scope needs more, or null. */
export const whyNotScope = (state: string, name: string, reason: string): string | null =>
  state === 'closed'
    ? `${name} has ended: what was in it stays as it was.`
    : state === 'open' && reason.length < 3
      ? `${name} has begun: say why its scope changes. The reason is kept.`
      : null

/** Which open items nobody decided on, or null. */
export const whyNotClose = (undecided: readonly number[]): string | null =>
  undecided.length === 0
    ? null
    : `Decide where ${undecided.map((number) => `W-${number}`).join(', ')} go: into the next sprint, or back to the board.`

/** Why the end of a sprint cannot be taken back, or null. */
export function whyNotReopen(
  { state, name }: { state: string; name: string },
  { running, taken }: { running: string | null; taken: readonly { number: number; sprint: string }[] },
): string | null {
  if (state !== 'closed') return `${name} has not ended.`
  if (running)
    return `The team is in ${running} by now. Take the start of that one back first: one at a time.`
  if (taken.length === 0) return null
  const where = taken.map((one) => `W-${one.number} is in ${one.sprint}`).join(', ')
  return `${where} by now. Take it out there first.`
}

/** The share of what was committed that was done, by amount where it has one, else by items. */
export function adherenceOf(all: { committed: number | null; isDone: boolean }[]): number | null {
  const own = all.filter((one) => one.committed !== null)
  if (own.length === 0) return null
  const amount = own.reduce((sum, one) => sum + one.committed!, 0)
  const done = own.filter((one) => one.isDone)
  return amount === 0 ? done.length / own.length : done.reduce((sum, one) => sum + one.committed!, 0) / amount
}

/** What the last sprints got done, from the least to the most; null of fewer than two. */
export function velocityOf(done: readonly number[]): { low: number; high: number; sprints: number } | null {
  if (done.length < 2) return null
  return { low: Math.min(...done), high: Math.max(...done), sprints: done.length }
}
