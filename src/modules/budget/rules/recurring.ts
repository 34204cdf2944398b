/** An amount that comes again. Months are counted through, twelve a fiscal year. */
export type Recurring = {
  every: 'month' | 'quarter' | 'year'
  start: number
  /** Its last month; null while no end is set. */
  end: number | null
  /** Hundredths of a percent a year. */
  rises: number
  /** Each holds from its month on, in order; the first begins with the start. */
  steps: readonly { from: number; minor: number }[]
}

const apart = { month: 1, quarter: 3, year: 12 }

/** The amount of a month; null where nothing comes. It rises once a year, counted from the step it rests on. */
export function amountIn(one: Recurring, month: number): number | null {
  if (month < one.start || (one.end !== null && month > one.end)) return null
  if ((month - one.start) % apart[one.every] !== 0) return null
  const step = one.steps.findLast((each) => each.from <= month) ?? one.steps[0]!
  const years = Math.floor((month - step.from) / 12)
  return Math.round(step.minor * (1 + one.rises / 10_000) ** Math.max(0, years))
}

/** Whether a month lies between first and last. */
const isWithin = (one: Recurring, month: number): boolean =>
  month >= one.start && (one.end === null || month <= one.end)

/**
 * The months of a year as a recurrence makes them. What was there and is not what it made before was typed for that
 * month alone, and stays; months outside of both stay as well. `before` is null where the line did not recur.
 */
export function generated(
  cells: readonly number[],
  first: number,
  after: Recurring | null,
  before: Recurring | null,
): number[] {
  return cells.map((cell, at) => {
    const month = first + at
    const made = before && isWithin(before, month) ? (amountIn(before, month) ?? 0) : null
    if (made !== null && cell !== made) return cell
    if (after && isWithin(after, month)) return amountIn(after, month) ?? 0
    return made === null ? cell : 0
  })
}

/** Months of a line that were typed for themselves, by their place in the year. */
export const apartMonths = (cells: readonly number[], first: number, one: Recurring): number[] =>
  cells.flatMap((cell, at) =>
    isWithin(one, first + at) && cell !== (amountIn(one, first + at) ?? 0) ? [at] : [],
  )

/** Why something cannot recur like that; null when it can. */
export function whyNotRecur(one: Recurring): string | null {
  if (one.end !== null && one.end < one.start) return 'It ends before it starts.'
  if (one.steps[0]!.from !== one.start) return 'The first amount holds from the start.'
  const astray = one.steps.findIndex((step, at) => at > 0 && step.from <= one.steps[at - 1]!.from)
  if (astray > 0)
    return 'Amounts follow one another by their month; two begin in the same, or the order is wrong.'
  return null
}

/** The recurrence with another amount from a month on; what came later than that is dropped. */
export const changedFrom = <T extends { from: number | string }>(steps: readonly T[], step: T): T[] => [
  ...steps.filter((one) => one.from < step.from),
  step,
]
