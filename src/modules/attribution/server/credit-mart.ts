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
  await db.run(`create or replace table mart.credit_part as ${parts(settings)}`)
  await db.run(credits)
  await db.run('drop table mart.credit_part')
}

/** The channels of a journey share by their weight over all journeys; touches of one channel share alike. */
const byChannel = (model: 'markov' | 'shapley'): string =>
  `case when sum(share_${model}) over journey > 0 then share_${model} / sum(share_${model}) over journey else 1.0 / m end`

function parts(settings: Settings): string {
  const rules = Object.entries(weightSql(settings)).map(([id, sql]) => `${sql} as w_${id}`)
  return `
    with won as (
      select t.*, j.revenue, j.unit, j.currency, ${decaySql(settings.halfLifeDays)} as decay,
        coalesce(s.markov, 0) / count(*) over (partition by t.opportunity_id, t.channel) as share_markov,
        coalesce(s.shapley, 0) / count(*) over (partition by t.opportunity_id, t.channel) as share_shapley
      from mart.journey_touch t join mart.journey j using (opportunity_id)
      left join mart.channel_share s on s.channel is not distinct from t.channel
      where j.outcome = 'won'),
    weighed as (
      select opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, revenue, unit, currency,
        ${rules.join(', ')}, ${byChannel('markov')} as w_markov, ${byChannel('shapley')} as w_shapley
      from won window journey as (partition by opportunity_id))
    select *, ${ids.map(floor).join(', ')} from weighed`
}

const isUndivided = (id: ModelId): boolean => id === 'first' || id === 'last' || id === 'last_non_direct'

/** The whole units of a credit, and the place of its fraction: the larger first, of equal ones the earlier touch. */
const floor = (id: ModelId): string =>
  isUndivided(id)
    ? `case when w_${id} > 0 then revenue else 0 end as f_${id}`
    : `trunc(revenue * w_${id} + sign(revenue) * 1e-9)::bigint as f_${id},
      greatest(0, round(abs(revenue * w_${id} - f_${id}) * 1e9))::bigint * 10000000 - n as p_${id}`

const divided = ids.filter((id) => !isUndivided(id))

/** By the largest remainder: everybody's whole part first, what is left one by one to the largest fractions. */
const credits = `
  create or replace table mart.credit as
  with left_over as (
    select opportunity_id, ${divided
      .map(
        (id) => `(any_value(revenue) - sum(f_${id}))::bigint as l_${id},
      list_reverse_sort(list(p_${id}))[greatest(1, abs(l_${id}))] as t_${id}`,
      )
      .join(', ')}
    from mart.credit_part group by 1),
  shared as (
    select p.opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, unit, currency,
      ${ids.map(whole).join(', ')}, ${ids.map((id) => `w_${id}`).join(', ')}
    from mart.credit_part p join left_over using (opportunity_id)),
  alone as (
    select opportunity_id, 0 as n, 0 as m, batch, row_no, unit, currency,
      ${ids.map((id) => `revenue as ${id}`).join(', ')}, ${ids.map((id) => `1.0::double as w_${id}`).join(', ')}
    from mart.journey where outcome = 'won' and touches = 0)
  select c.*, o.name as opportunity, o.closed_on, ${carried}
  from (select * from shared union all by name select * from alone) c join mart.opportunity o using (opportunity_id)`

function whole(id: ModelId): string {
  if (isUndivided(id)) return `f_${id}::bigint as ${id}`
  return `(f_${id} + case when l_${id} <> 0 and p_${id} >= t_${id} then sign(l_${id}) else 0 end)::bigint as ${id}`
}
