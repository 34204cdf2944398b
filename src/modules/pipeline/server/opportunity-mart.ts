import { literal } from '../../../engine/ingest/index.ts'
import { localDay } from '../../../engine/query/zone.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { dailyRates } from '../../costs/server/index.ts'
import type { Mart } from '../../imports/server/index.ts'
import { latest, ownerJoins, ownerName } from './owners.ts'

/**
 * Opportunities with their outcome, people, product and owner; expected close dates of open ones are no close. Amounts
 * in another currency count in the organisation’s at the rate of the day they closed, of open ones at the newest rate;
 * where none is known they stay in their own.
 */
export const opportunityMart: Mart = {
  name: 'opportunity',
  async build(db, { zone, currency }) {
    await linkPeople(db)
    await db.run(`
      create or replace table mart.opportunity as
      with judged as (
        select o.*, o.system || ':' || o.key as opportunity_id, coalesce(s.label, w.value, o.stage) as stage_name,
          coalesce(o.is_won, s.is_won, regexp_matches(lower(coalesce(stage_name, '')), '\\bwon\\b')) as won,
          coalesce(o.is_closed, s.is_closed, regexp_matches(lower(coalesce(stage_name, '')), '\\b(won|lost|closed|disqualified)\\b')) as closed
        from ${mappedTable('opportunity')} o
        left join ${latest('pipeline_stage')} s on s.system = o.system and s.key = o.stage
        left join mart.word w on w.kind = 'stage' and w.raw = lower(o.stage)
        where o.is_current and not coalesce(o.is_deleted, false)),
      decided as (
        select * exclude (currency), coalesce(currency, ${literal(currency)}) as sold_currency,
          case when won then 'won' when closed then 'lost' else 'open' end as outcome from judged),
      priced as (
        select d.*, e.rate, try_cast(try_cast(d.amount as decimal(22, 8)) * e.rate as decimal(28, 10)) as own_amount
        from (select *, ${localDay("case when outcome <> 'open' then closed_at end", zone)} as closed_on from decided) d
        asof left join ${dailyRates} e on e.currency = d.sold_currency and e.on_day <= coalesce(d.closed_on, date '9999-12-31')),
      counted as (
        select *, rate is not null and (amount is null or own_amount is not null) and sold_currency <> ${literal(currency)} as is_converted
        from priced)
      select d.opportunity_id, d.system, d.key, d.batch, d.row_no, d.name, d.stage_name as stage, d.outcome,
        case when is_converted then own_amount else d.amount end as amount,
        case when is_converted then ${literal(currency)} else sold_currency end as currency,
        sold_currency, case when is_converted then d.amount end as sold_amount,
        case when d.outcome <> 'open' then d.closed_at end as closed_at, case when d.outcome = 'open' then d.closed_at end as expected_close_at,
        coalesce(d.opened_at, case when d.outcome <> 'open' then d.closed_at end) as opened_at, d.opened_at is null as opened_imputed,
        d.closed_on,
        ${localDay("coalesce(d.opened_at, case when d.outcome <> 'open' then d.closed_at end)", zone)} as opened_on,
        d.loss_reason, d.kind, d.probability, d.forecast_category, d.developer,
        ${ownerName('d')} as owner, o.manager, coalesce(o.region, p.region) as region, o.team,
        coalesce(r.name, pw.value, d.product) as product, r.family as product_family, d.product as raw_product, coalesce(d.account_key, d.account_name) as raw_account,
        first_person.contact_id, coalesce(a.account_id, p.account_id) as account_id, coalesce(a.name, d.account_name, p.company) as account,
        coalesce(a.industry, p.industry) as industry, coalesce(a.country, p.account_country) as country,
        coalesce(d.segment, a.segment, p.account_segment) as segment,
        coalesce(d.origin, p.origin) as origin, coalesce(d.campaign, p.campaign) as campaign, p.landing_page,
        coalesce(cw.value, d.origin, p.origin) as channel
      from counted d
      ${ownerJoins('d')}
      left join mart.word pw on pw.kind = 'product' and pw.raw = lower(d.product)
      left join ${latest('product')} r on r.system = d.system and r.key = coalesce(pw.value, d.product)
      left join mart.word aw on aw.kind = 'account' and aw.raw = lower(d.account_key)
      left join mart.account_identity ai on ai.system = d.system and ai.key = coalesce(aw.value, d.account_key)
      left join mart.account a on a.account_id = ai.account_id
      left join (select opportunity_id, first(contact_id order by place, contact_id) as contact_id from mart.opportunity_person group by opportunity_id) first_person
        on first_person.opportunity_id = d.opportunity_id
      left join mart.person p on p.contact_id = first_person.contact_id
      left join mart.word cw on cw.kind = 'channel' and cw.raw = lower(trim(coalesce(d.origin, p.origin)))`)
  },
}

/** Who belongs to an opportunity: named on it, by its contact roles, or as the lead it was converted from. */
async function linkPeople(db: Writer): Promise<void> {
  await db.run(`
    create or replace table mart.opportunity_person as
    with named as (
      select system, key as opportunity_key, contact_key, null as role, 0 as place from ${mappedTable('opportunity')}
        where is_current and contact_key is not null and not coalesce(is_deleted, false)
      union all
      select system, opportunity_key, contact_key, role, 1 from ${mappedTable('opportunity_contact')} where is_current
      union all
      select system, opportunity_key, key, null, 2 from ${mappedTable('contact')}
        where is_current and opportunity_key is not null and not coalesce(is_deleted, false))
    select n.system || ':' || n.opportunity_key as opportunity_id, i.contact_id, min(n.place) as place, min(n.role) as role
    from named n join mart.contact_identity i on i.system = n.system and i.key = n.contact_key
    group by 1, 2`)
}
