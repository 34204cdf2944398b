import { localDay } from '../../../engine/query/zone.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Settings } from '../contract.ts'
import { deliveries } from '../rules.ts'

const list = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ')

/**
 * The touches before each closed opportunity, in order, once for all models: `mart.journey` has one row a closed
 * opportunity, `mart.journey_touch` its touches 1…m, `mart.journey_member` its people. What is decided here is decided
 * for every model: who belongs to it, the window, what counts as one touch, the order of ties.
 */
export async function buildJourneys(db: Writer, settings: Settings, zone: string): Promise<void> {
  await db.run(members(zone))
  await db.run(hits(settings))
  await db.run(touches(settings, zone))
  await db.run(journeys)
  await db.run('drop table mart.journey_hit')
}

/** The people of an opportunity; where none is named, everybody of its account, by key or by web domain. */
const members = (zone: string): string => `
  create or replace table mart.journey_member as
  with closed as (
    select opportunity_id, account_id, ${lastMoment('closed_at', zone)} as closes_at, outcome
    from mart.opportunity where outcome <> 'open' and closed_at is not null)
  select c.opportunity_id, p.contact_id, c.closes_at, c.outcome from closed c join mart.opportunity_person p using (opportunity_id)
  union all
  select c.opportunity_id, p.contact_id, c.closes_at, c.outcome from closed c join mart.person p using (account_id)
  where not exists (select 1 from mart.opportunity_person n where n.opportunity_id = c.opportunity_id)`

/** A bare day, which is kept as its local midnight, lasts until it ends: what happened on it came before. */
const lastMoment = (at: string, zone: string): string =>
  `case when ${localDay(at, zone)} > ${localDay(`${at} - interval 1 microsecond`, zone)}
    then ${at} + interval 1 day - interval 1 microsecond else ${at} end`

/** Touches of the kinds that say that somebody met us. */
export const metSql = `(select * from ${mappedTable('touch')}
  where is_current and "at" is not null and coalesce(kind, '') not in (${list(deliveries)}))`

/** Touches within the window before the close, by key, by e-mail address where no key is known, or of the account itself. */
function hits({ windowDays, sales }: Settings): string {
  const columns = `t."at", t.channel, t.campaign, t.is_direct, ${rowNumber} as row_id`
  const isReset = sales === 'reset'
  return `
    create or replace table mart.journey_hit as
    with member as (select m.*, ${isReset ? soldBefore('contact_id') : never} as sold_before from mart.journey_member m),
    account as (
      select opportunity_id, account_id, closes_at, ${isReset ? soldBefore('account_id') : never} as sold_before
      from (select distinct opportunity_id, o.account_id, closes_at, m.outcome from mart.journey_member m join mart.opportunity o using (opportunity_id))),
    met as (
      select m.opportunity_id, m.contact_id, m.closes_at, m.sold_before, ${columns}
      from member m join mart.contact_identity i using (contact_id) join ${metSql} t on t.system = i.system and t.contact_key = i.key
      union all
      select m.opportunity_id, m.contact_id, m.closes_at, m.sold_before, ${columns}
      from member m join ${metSql} t on 'e:' || t.email = m.contact_id
      left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key where t.email is not null and i.key is null
      union all
      select o.opportunity_id, null, o.closes_at, o.sold_before, ${columns}
      from ${metSql} t join mart.account_identity i on i.system = t.system and i.key = t.account_key
      join account o on o.account_id = i.account_id
      where t.account_key is not null and t.contact_key is null and t.email is null)
    select m.* exclude (channel, sold_before, is_direct), coalesce(word.value, m.channel) as channel,
      coalesce(is_direct, coalesce(word.value, m.channel) = 'Direct', false) as is_direct
    from met m left join mart.word word on word.kind = 'channel' and word.raw = lower(m.channel)
    where m."at" <= m.closes_at and m."at" >= closes_at - interval ${windowDays} day and (sold_before is null or m."at" > sold_before)`
}

const never = 'null::timestamp'

/** When the same person or account bought before: a touch serves the next sale only. */
const soldBefore = (
  of: string,
): string => `max(closes_at) filter (where outcome = 'won') over (partition by ${of} order by closes_at
  range between unbounded preceding and interval 1 microsecond preceding)`

/** One number for the row of a batch, in the order in which rows came in. */
const rowNumber = '(t.batch::bigint * 10000000000 + t.row_no)'

/** Of an account, the same campaign on the same day is one touch, however many attended; of persons each is one. */
function touches({ unit }: Settings, zone: string): string {
  const one = unit === 'account-touch' ? `channel, campaign, ${localDay('"at"', zone)}` : 'row_id'
  return `
    create or replace table mart.journey_touch as
    with single as (
      select opportunity_id, min("at") as "at", any_value(channel) as channel, any_value(campaign) as campaign,
        bool_and(is_direct) as is_direct, arg_min(contact_id, row_id) as contact_id, min(row_id) as row_id,
        count(*) as people
      from mart.journey_hit group by opportunity_id, ${one}),
    placed as (
      select *, row_number() over (partition by opportunity_id order by "at", row_id) as n,
        count(*) over (partition by opportunity_id) as m, max("at") over (partition by opportunity_id) as last_at
      from single),
    moments as (
      select o.opportunity_id, any_value(${lastMoment('o.opened_at', zone)}) as opened_at, min(f.lead_at) as lead_at
      from mart.opportunity o left join mart.journey_member m using (opportunity_id) left join mart.funnel f on f.contact_id = m.contact_id
      group by 1),
    places as (
      select p.opportunity_id, max(n) filter (where not is_direct) as last_sought_n,
        max(n) filter (where "at" <= lead_at) as lead_n, max(n) filter (where "at" <= opened_at) as opened_n
      from placed p join moments using (opportunity_id) group by 1)
    select p.* exclude (row_id), (row_id // 10000000000)::integer as batch, row_id % 10000000000 as row_no, last_sought_n, lead_n, opened_n
    from placed p join places using (opportunity_id)`
}

/**
 * Revenue in whole minor units from here on, `unit` being the worth of one; money is added up in one currency only,
 * that of the rows which are `is_counted`.
 */
const journeys = `
  create or replace table mart.journey as
  select o.opportunity_id, o.outcome, o.amount, o.currency, o.currency = (select currency from mart.sale_currency) as is_counted, coalesce(d.unit, 0.01)::decimal(11, 10) as unit,
    case when o.outcome = 'won' then round(coalesce(o.amount, 0) / coalesce(d.unit, 0.01))::bigint end as revenue,
    o.closed_at, o.closed_on, o.opened_at, coalesce(t.m, 0) as touches, t.first_at, o.batch, o.row_no
  from mart.opportunity o
  left join (select opportunity_id, max(m) as m, min("at") as first_at from mart.journey_touch group by 1) t using (opportunity_id)
  left join mart.currency_unit d on d.currency = o.currency
  where o.outcome <> 'open'`
