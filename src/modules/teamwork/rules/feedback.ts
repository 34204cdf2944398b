import { type Day, daysBetween } from '../../../methods/fiscal.ts'
import type { Timeliness } from '../things/feedback.ts'

/** The value in the middle; of two in the middle, half way between. Null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

/** How soon somebody’s own feedback comes. */
export function timelinessOf(lags: readonly number[]): Timeliness {
  const middle = median(lags)
  const says = middle === null ? 'No feedback yet.' : `Half of it within ${days(middle)}.`
  return { median: middle, of: lags.length, says }
}

/** Fewer people than these cannot be told apart from their sum. */
const least = 5

/** The same over everybody, said only where at least five people gave feedback and five received it. */
export function timelinessOfAll(all: readonly { from: string; to: string; days: number }[]): Timeliness {
  const [givers, receivers] = [
    new Set(all.map((one) => one.from)).size,
    new Set(all.map((one) => one.to)).size,
  ]
  if (givers < least || receivers < least)
    return {
      ...{ median: null, of: 0 },
      says: `Said once at least ${least} people have given and ${least} have received feedback, so that it tells of nobody.`,
    }
  return timelinessOf(all.map((one) => one.days))
}

/** Why feedback cannot be given so, or null. */
export function whyNotGive(toSelf: boolean, happenedOn: Day, today: Day): string | null {
  if (toSelf) return 'Feedback is to somebody else. What you learnt yourself belongs into the lessons.'
  return daysBetween(happenedOn, today) < 0
    ? 'Feedback is about what happened: choose today or earlier.'
    : null
}
