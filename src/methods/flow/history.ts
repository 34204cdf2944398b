/** How many items were finished in each past period (a day, or a week), oldest first; periods with none stay in. */
export type Throughput = readonly number[]

export const leastPeriods = 10
export const mostPeriods = 3650
export const mostItems = 100_000

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= mostItems

/** The sentence that refuses a delivery forecast from a history, or null. */
export function whyNotHistory(history: Throughput): string | null {
  if (history.length < leastPeriods)
    return `A forecast needs at least ${leastPeriods} days of history; there are ${history.length}. Come back when more days have passed.`
  const wrong = history.findIndex((value) => !isCount(value))
  if (wrong >= 0)
    return `Day ${wrong + 1} of the history says ${history[wrong]} items; a day’s count is a whole number from 0 to ${mostItems}.`
  if (history.every((value) => value === 0))
    return `Nothing was finished in the last ${history.length} days, so there is no pace to forecast from. Finish an item first.`
  return null
}

/** The sentence that refuses a number of items or days, or null. */
export const whyNotCount = (what: string, count: number, most: number): string | null =>
  Number.isInteger(count) && count >= 1 && count <= most
    ? null
    : `“${count}” ${what} cannot be forecast; give a whole number from 1 to ${most}.`

/** Throws RangeError with the first sentence there is. */
export function refuseFor(...reasons: (string | null)[]): void {
  const reason = reasons.find((one) => one !== null)
  if (reason) throw new RangeError(reason)
}
