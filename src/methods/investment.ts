/**
 * What cash flows are worth at their start: Σ flowₜ ÷ (1 + rate)ᵗ with t from 0, so that the first is not discounted
 * and the others come at the end of their year. `rate` is a share, 0.08 for 8 %, above −1. Amounts come back unrounded.
 * Source: Brealey, Myers, Allen: Principles of Corporate Finance, “Calculating present values”.
 */
export function presentValue(rate: number, flows: readonly number[]): number {
  if (!(rate > -1)) throw new RangeError('A discount rate lies above −100 %.')
  return flows.reduce((sum, flow, at) => sum + flow / (1 + rate) ** at, 0)
}

/** (Benefits − costs) ÷ costs, undiscounted, as a share; null where nothing is spent. */
export const returnOnInvestment = (benefits: number, costs: number): number | null =>
  costs === 0 ? null : (benefits - costs) / costs

/**
 * Years until what came in has made up for what went out: the first moment at which the running sum is no longer below
 * 0, each year's flow coming evenly over it; 0 where nothing is out at the start, null where it is not made up within
 * the flows. The first flow comes at the start. Source: the simple payback, Brealey, Myers, Allen, “Payback”.
 */
export function paybackYears(flows: readonly number[]): number | null {
  let sum = flows[0] ?? 0
  if (sum >= 0) return 0
  for (const [at, flow] of flows.entries()) {
    if (at === 0) continue
    if (sum + flow >= 0) return at - 1 - sum / flow
    sum += flow
  }
  return null
}

/** Undiscounted sums by year; the first flow is at the start. */
type Sides = { benefits: readonly number[]; costs: readonly number[] }

/** The running sum of yearly flows after so many years, each flowing evenly over its year but the first, at the start. */
function runningSum(flows: readonly number[], years: number): number {
  return flows.reduce(
    (sum, flow, at) => sum + flow * (at === 0 ? 1 : Math.min(1, Math.max(0, years - at + 1))),
    0,
  )
}

/**
 * The share of the benefits that has to come for the payback to be so many years at most: the least of costs ÷ benefits
 * up to any moment until then, which lies at the end of a year or at the last moment; null where nothing comes by then.
 */
export function shareForPayback({ benefits, costs }: Sides, years: number): number | null {
  const moments = [...benefits.keys()].filter((at) => at > 0 && at < years)
  const shares = [...moments, years].map((at) => {
    const come = runningSum(benefits, at)
    return come > 0 ? runningSum(costs, at) / come : Number.POSITIVE_INFINITY
  })
  const least = Math.min(...shares)
  return Number.isFinite(least) ? least : null
}
