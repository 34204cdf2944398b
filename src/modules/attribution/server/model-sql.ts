import type { ModelId, Settings } from '../contract.ts'

/**
 * Weights of the touches of a journey as SQL over rows (opportunity_id, n of m, at, closed_at, is_direct, and the
 * places lead_n and opened_n of the touches at which the lead and the opportunity came about). The same arithmetic as
 * `methods/attribution`, which the tests hold it to; here so that millions of touches are weighed where they lie.
 */
export function weightSql(settings: Settings): Record<Exclude<ModelId, 'markov' | 'shapley'>, string> {
  const { first, middle, last } = settings.custom
  return {
    first: 'case when n = 1 then 1.0 else 0.0 end',
    last: 'case when n = m then 1.0 else 0.0 end',
    last_non_direct: 'case when n = coalesce(last_sought_n, m) then 1.0 else 0.0 end',
    linear: '1.0::double / m',
    u_first_last: ends(0.4, 0.2, 0.4),
    u_first_lead: milestones([
      ['1', 0.4],
      ['lead_n', 0.4],
    ]),
    w: milestones([
      ['1', 0.3],
      ['lead_n', 0.3],
      ['opened_n', 0.3],
    ]),
    full_path: milestones([
      ['1', 0.225],
      ['lead_n', 0.225],
      ['opened_n', 0.225],
      ['m', 0.225],
    ]),
    time_decay: `decay::double / (sum(decay) over journey)::double`,
    j: ends(0.2, 0.2, 0.6),
    inverse_j: ends(0.6, 0.2, 0.2),
    custom: ends(first, middle, last),
  }
}

/**
 * 2^(−age ÷ half-life), the age counted back from the last touch so that nothing long ago makes all of it vanish; in
 * whole billiardths, so that their sum does not hang on the order in which they are added.
 */
export const decaySql = (halfLifeDays: number): string =>
  `round(pow(2.0, -(epoch(last_at) - epoch("at")) / ${halfLifeDays * 86_400}) * 1e15)::bigint`

/** Shares of the first touch, those between and the last; of two touches the ends share in proportion. */
function ends(first: number, middle: number, last: number): string {
  const both = first + last
  const [a, b] = both > 0 ? [first / both, last / both] : [0.5, 0.5]
  return `case when m = 1 then 1.0 when m = 2 then case when n = 1 then ${a} else ${b} end
    when n = 1 then ${first} when n = m then ${last} else ${middle}::double / (m - 2) end`
}

/**
 * Shares of milestone touches, the rest to the others. One touch that is several milestones gets their sum; a
 * milestone nobody knows of is left out; what has nobody to go to is spread by scaling up.
 */
function milestones(parts: [place: string, share: number][]): string {
  const rest = Math.round((1 - parts.reduce((sum, [, share]) => sum + share, 0)) * 1e6) / 1e6
  const own = parts.map(([place, share]) => `case when n = ${place} then ${share} else 0 end`).join(' + ')
  const known = parts
    .map(([place, share]) => `case when ${place} is null then 0 else ${share} end`)
    .join(' + ')
  const others = `(m - len(list_distinct(list_filter([${parts.map(([place]) => place).join(', ')}], x -> x is not null))))`
  const isMilestone = parts.map(([place]) => `coalesce(n = ${place}, false)`).join(' or ')
  return `case when ${others} = 0 then (${own})::double / (${known})
    when ${isMilestone} then (${own})::double / (${known} + ${rest})
    else ${rest}::double / ${others} / (${known} + ${rest}) end`
}
