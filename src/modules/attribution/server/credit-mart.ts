import type { Writer } from '../../../engine/warehouse.ts'
import type { ModelId, Settings } from '../contract.ts'
import { models } from '../rules.ts'
import { decaySql, weightSql } from './model-sql.ts'

const ids = models.map((model) => model.id)

/** Dimensions of the opportunity a credit belongs to; those of the touch are its channel and campaign. */
const carried =
  'o.origin, o.landing_page, o.country, o.region, o.segment, o.industry, o.account, o.owner, o.manager, o.product, o.product_family, o.team, o.kind, o.system'

/**
 * `mart.credit`: one row a touch of a won opportunity with its credit by every model in whole minor units of the
 * opportunity's currency, and one row without a touch for each opportunity nobody's touch led to. Per opportunity and
 * model the credits add up to the revenue exactly.
 */
export async function buildCredits(db: Writer, settings: Settings): Promise<void> {
  await db.run(`create or replace table mart.credit_weight as ${weights(settings)}`)
  await db.run(credits)
  await db.run('drop table mart.credit_weight')
}

/** The channels of a journey share by their weight over all journeys; touches of one channel share alike. */
const byChannel = (model: 'markov' | 'shapley'): string =>
  `case when sum(share_${model}) over journey > 0 then share_${model} / sum(share_${model}) over journey else 1.0 / m end`

function weights(settings: Settings): string {
  const rules = Object.entries(weightSql(settings)).map(([id, sql]) => `${sql} as w_${id}`)
  return `
    with won as (
      select t.*, j.revenue, j.unit, j.currency, ${decaySql(settings.halfLifeDays)} as decay,
        coalesce(s.markov, 0) / count(*) over (partition by t.opportunity_id, t.channel) as share_markov,
        coalesce(s.shapley, 0) / count(*) over (partition by t.opportunity_id, t.channel) as share_shapley
      from mart.journey_touch t join mart.journey j using (opportunity_id)
      left join mart.channel_share s on s.channel is not distinct from t.channel
      where j.outcome = 'won')
    select opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, revenue, unit, currency,
      ${rules.join(', ')}, ${byChannel('markov')} as w_markov, ${byChannel('shapley')} as w_shapley
    from won window journey as (partition by opportunity_id)`
}

/** Whole units by the largest remainder: everybody's whole part first, the rest one by one to the largest fractions. */
const floors = ids
  .map(
    (id) =>
      `trunc(revenue * w_${id})::bigint as f_${id}, abs(revenue * w_${id} - trunc(revenue * w_${id})) as r_${id}`,
  )
  .join(', ')

const whole = (id: ModelId): string => {
  const left = `abs(revenue - sum(f_${id}) over journey)`
  const place = `row_number() over (partition by opportunity_id order by r_${id} desc, n)`
  return isUndivided(id)
    ? `case when w_${id} > 0 then revenue else 0 end as ${id}`
    : `f_${id} + case when ${place} <= ${left} then sign(revenue) else 0 end as ${id}`
}

const isUndivided = (id: ModelId): boolean => id === 'first' || id === 'last' || id === 'last_non_direct'

const credits = `
  create or replace table mart.credit as
  with parts as (select *, ${floors} from mart.credit_weight),
  shared as (
    select opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, unit, currency,
      ${ids.map(whole).join(', ')}, ${ids.map((id) => `w_${id}`).join(', ')}
    from parts window journey as (partition by opportunity_id)),
  alone as (
    select opportunity_id, 0 as n, 0 as m, batch, row_no, unit, currency,
      ${ids.map((id) => `revenue as ${id}`).join(', ')}, ${ids.map((id) => `1.0::double as w_${id}`).join(', ')}
    from mart.journey where outcome = 'won' and touches = 0)
  select c.* exclude (${ids.map((id) => id).join(', ')}), ${ids.map((id) => `c.${id}::bigint as ${id}`).join(', ')},
    o.name as opportunity, o.closed_on, ${carried}
  from (select * from shared union all by name select * from alone) c join mart.opportunity o using (opportunity_id)`
