import { literal } from '../../../engine/ingest/index.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { Settings } from '../contract.ts'
import { deliveries } from '../rules.ts'
import { letterSql, numberChannels } from './channels.ts'
import { lastMoment, noOwnTouches, ownTouches, type Part, touches } from './journey-touches.ts'

/**
 * The touches before each closed opportunity, in order, once for all models: `mart.journey` has one row a closed
 * opportunity, `mart.journey_touch` its touches 1…m, `mart.journey_member` its people, and `mart.journey_own` the touches of
 * each of these, where a sale is shared among people first. What is decided here is decided
 * for every model: who belongs to it, the window, what counts as one touch, the order of ties.
 */
export async function buildJourneys(db: Writer, settings: Settings, zone: string): Promise<void> {
  await numberChannels(db)
  await db.run(members(zone))
  await db.run(`create or replace temp table journey_hit as ${hits(settings, everything)}`)
  await db.run(`create or replace table mart.journey_touch as ${touches(settings, zone, everything)}`)
  const own = hasOwnJourneys(settings) ? ownTouches(settings, zone, everything) : noOwnTouches
  await db.run(`create or replace table mart.journey_own as ${own}`)
  await db.run('drop table temp.journey_hit')
  await db.run(journeys)
}

/** The journeys of some opportunities anew, where nothing but touches has changed of what they are built from. */
export async function updateJourneys(
  db: Writer,
  settings: Settings,
  zone: string,
  part: Part,
): Promise<void> {
  await db.run(`create or replace temp table journey_hit as ${hits(settings, part)}`)
  await db.run(`delete from mart.journey_touch where opportunity_id in (${part.ids})`)
  await db.run(`insert into mart.journey_touch ${touches(settings, zone, part)}`)
  if (hasOwnJourneys(settings)) {
    await db.run(`delete from mart.journey_own where opportunity_id in (${part.ids})`)
    await db.run(`insert into mart.journey_own ${ownTouches(settings, zone, part)}`)
  }
  await db.run('drop table temp.journey_hit')
  await db.run(journeys)
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

/** Touches of the kinds that say that somebody met us. */
export const metSql = `(select * from ${mappedTable('touch')}
  where is_current and "at" is not null and coalesce(kind, '') not in (${deliveries.map(literal).join(', ')}))`

const hasOwnJourneys = ({ buyingGroup }: Settings): boolean => buyingGroup === 'two-level'

const everything: Part = { met: metSql, ids: 'select opportunity_id from mart.opportunity' }

/** Touches within the window before the close, by key, by e-mail address where no key is known, or of the account itself. */
function hits({ windowDays, sales }: Settings, { met, ids }: Part): string {
  const columns = `t."at", t.channel, t.campaign, t.is_direct, ${rowNumber} as row_id`
  const isReset = sales === 'reset'
  return `
    with every_member as (select m.*, ${isReset ? soldBefore('contact_id') : never} as sold_before from mart.journey_member m),
    every_account as (
      select opportunity_id, account_id, closes_at, ${isReset ? soldBefore('account_id') : never} as sold_before
      from (select distinct opportunity_id, o.account_id, closes_at, m.outcome from mart.journey_member m join mart.opportunity o using (opportunity_id))),
    member as (select * from every_member where opportunity_id in (${ids})),
    account as (select * from every_account where opportunity_id in (${ids})),
    met as (
      select m.opportunity_id, m.contact_id, m.closes_at, m.sold_before, ${columns}
      from member m join mart.contact_identity i using (contact_id) join ${met} t on t.system = i.system and t.contact_key = i.key
      union all
      select m.opportunity_id, m.contact_id, m.closes_at, m.sold_before, ${columns}
      from member m join ${met} t on 'e:' || t.email = m.contact_id
      left join mart.contact_identity i on i.system = t.system and i.key = t.contact_key where t.email is not null and i.key is null
      union all
      select o.opportunity_id, null, o.closes_at, o.sold_before, ${columns}
      from ${met} t join mart.account_identity i on i.system = t.system and i.key = t.account_key
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

/**
 * Revenue in whole minor units from here on, `unit` being the worth of one; money is added up in one currency only,
 * that of the rows which are `is_counted`.
 */
const journeys = `
  create or replace table mart.journey as
  select o.opportunity_id, o.outcome, s.currency, s.sold_currency, s.currency = (select currency from mart.sale_currency) as is_counted, coalesce(d.unit, 0.01)::decimal(11, 10) as unit,
    case when o.outcome = 'won' then round(coalesce(s.amount, 0) / coalesce(d.unit, 0.01))::bigint end as revenue,
    o.closed_at, o.closed_on, o.opened_at, coalesce(t.m, 0) as touches, t.first_at, t.path, o.batch, o.row_no
  from mart.opportunity o join mart.sale_price s using (opportunity_id)
  left join (
    select opportunity_id, max(m) as m, min("at") as first_at,
      array_to_string(list_transform(list_sort(list(n * 65536 + c.no)), lambda x: ${letterSql('x % 65536')}), '') as path
    from mart.journey_touch t join (select distinct channel, no from mart.path_channel) c on c.channel is not distinct from t.channel
    group by 1) t using (opportunity_id)
  left join mart.currency_unit d on d.currency = s.currency`
