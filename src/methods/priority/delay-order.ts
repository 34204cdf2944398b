/** Work that takes `days` days, and costs `costADay` for each day until it is done (minor units, one currency). */
export type Delayed = { id: string; days: number; costADay: number }

/** What it costs that each waits for those before it, done one after another in the order given. */
export function delayCost(order: readonly Delayed[]): number {
  let day = 0
  return order.reduce((cost, one) => {
    day += one.days
    return cost + day * one.costADay
  }, 0)
}

/**
 * The order in which delay costs least when one is done after another: by cost a day ÷ days, the greatest first, as they
 * came where equal. Throws RangeError for days or costs below 0. Source: W. E. Smith, "Various optimizers for
 * single-stage production" (1956).
 */
export function leastDelayOrder<T extends Delayed>(jobs: readonly T[]): T[] {
  for (const { id, days, costADay } of jobs)
    if (!(days >= 0 && costADay >= 0 && Number.isFinite(days * costADay)))
      throw new RangeError(`“${id}” needs its days and its cost of delay as numbers from 0.`)
  // Nothing to do costs nothing to do first, and 0 ÷ 0 must not decide.
  return [...jobs].sort(
    (a, b) => Number(a.days > 0) - Number(b.days > 0) || b.costADay * a.days - a.costADay * b.days,
  )
}
