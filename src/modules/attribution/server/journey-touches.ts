import { localDay } from '../../../engine/query/zone.ts'
import type { Settings } from '../contract.ts'

/** Where touches are read, and which opportunities’ journeys are built from them. */
export type Part = { met: string; ids: string }

/** A bare day, which is kept as its local midnight, lasts until it ends: what happened on it came before. */
export const lastMoment = (at: string, zone: string): string =>
  `case when ${localDay(at, zone)} > ${localDay(`${at} - interval 1 microsecond`, zone)}
    then ${at} + interval 1 day - interval 1 microsecond else ${at} end`

/**
 * Of an account, the same campaign by the same channel on the same day is one touch, however many attended, and one
 * without a campaign stands for itself (`accountTouches`); of persons each is one.
 */
const oneTouch = ({ unit }: Settings, zone: string): string =>
  unit === 'account-touch'
    ? `channel, campaign, case when campaign is null then row_id end, ${localDay('"at"', zone)}`
    : 'row_id'

/** The touches of each opportunity in order, everybody’s together, from the rows in `temp.journey_hit`. */
export const touches = (settings: Settings, zone: string, { ids }: Part): string => `
  ${placed('temp.journey_hit', 'opportunity_id', oneTouch(settings, zone), ids, zone)}
  select p.* exclude (row_id), ${rowOf('row_id')}, last_sought_n, lead_n, opened_n
  from placed p join places using (opportunity_id)`

/** The touches of each person of an opportunity in order; `pooled_n` is the place of each among everybody’s. */
export function ownTouches(settings: Settings, zone: string, { ids }: Part): string {
  const one = oneTouch(settings, zone)
  const hits = `(select * replace (min(row_id) over (partition by opportunity_id, ${one}) as row_id) from temp.journey_hit)`
  return `
    ${placed(`${hits} where contact_id is not null`, 'opportunity_id, contact_id', one === 'row_id' ? one : `row_id, ${one}`, ids, zone)}
    select p.* exclude (row_id, people), t.n as pooled_n, s.last_sought_n, s.lead_n, s.opened_n
    from (select *, ${rowOf('row_id')} from placed) p join places s using (opportunity_id, contact_id)
    join mart.journey_touch t using (opportunity_id, batch, row_no)`
}

export const noOwnTouches = `
  select opportunity_id, contact_id, channel, is_direct, n, m, "at", last_at, last_sought_n, lead_n, opened_n, n as pooled_n
  from mart.journey_touch where false`

const rowOf = (id: string): string =>
  `(${id} // 10000000000)::integer as batch, ${id} % 10000000000 as row_no`

/** Tables `placed` and `places`: touches 1…m of each key, and at which of them the lead and the opportunity came about. */
const placed = (hits: string, key: string, one: string, ids: string, zone: string): string => `
  with single as (
    select opportunity_id, min("at") as "at", any_value(channel) as channel, any_value(campaign) as campaign,
      bool_and(is_direct) as is_direct, arg_min(contact_id, row_id) as contact_id, min(row_id) as row_id,
      count(*) as people
    from ${hits} group by ${key}, ${one}),
  placed as (
    select *, row_number() over (partition by ${key} order by "at", row_id) as n,
      count(*) over (partition by ${key}) as m, max("at") over (partition by ${key}) as last_at
    from single),
  moments as (
    select o.opportunity_id, any_value(${lastMoment('o.opened_at', zone)}) as opened_at, min(f.lead_at) as lead_at
    from mart.opportunity o left join mart.journey_member m using (opportunity_id) left join mart.funnel f on f.contact_id = m.contact_id
    where o.opportunity_id in (${ids}) group by 1),
  places as (
    select ${key}, max(n) filter (where not is_direct) as last_sought_n,
      max(n) filter (where "at" <= lead_at) as lead_n, max(n) filter (where "at" <= opened_at) as opened_n
    from placed join moments using (opportunity_id) group by all)`
