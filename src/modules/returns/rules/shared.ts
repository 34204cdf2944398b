import { creditsOf } from '../../../methods/attribution.ts'

export type Spent = { channel: string | null; minor: number }
export type Leads = { channel: string | null; value: string | null; leads: number }
/** What a value was given of one channel’s cost: so many of its leads. */
export type Part = { channel: string | null; minor: number; leads: number; of: number }
export type Share = { minor: number; parts: Part[] }

/**
 * Costs that say nothing of a dimension, shared among its values: the cost of a channel by the leads that came through
 * it; of a channel nobody came through by all leads; without any lead it stays with no value. The shares add up to the
 * costs to the minor unit (largest remainder).
 */
export function sharedCosts(costs: Spent[], leads: Leads[]): Map<string | null, Share> {
  const shares = new Map<string | null, Share>()
  for (const { channel, minor } of costs) {
    const own = leads.filter((one) => one.channel === channel && one.leads > 0)
    const takers = own.length > 0 ? own : leads.filter((one) => one.leads > 0)
    if (takers.length === 0) give(shares, null, { channel, minor, leads: 0, of: 0 })
    else share(shares, channel, minor, byValue(takers))
  }
  return shares
}

function share(
  shares: Map<string | null, Share>,
  channel: string | null,
  minor: number,
  taken: Map<string | null, number>,
) {
  const weights = [...taken.values()]
  const of = weights.reduce((sum, one) => sum + one, 0)
  const given = creditsOf(minor, weights)
  for (const [at, value] of [...taken.keys()].entries())
    give(shares, value, { channel, minor: given[at]!, leads: weights[at]!, of })
}

function give(shares: Map<string | null, Share>, value: string | null, part: Part): void {
  const known = shares.get(value) ?? { minor: 0, parts: [] }
  shares.set(value, { minor: known.minor + part.minor, parts: [...known.parts, part] })
}

function byValue(leads: Leads[]): Map<string | null, number> {
  const sums = new Map<string | null, number>()
  for (const one of leads) sums.set(one.value, (sums.get(one.value) ?? 0) + one.leads)
  return sums
}
