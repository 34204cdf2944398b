import { literal } from '../../../engine/ingest/index.ts'
import type { ModelId, Settings } from '../contract.ts'
import { decaySql, weightSql } from './model-sql.ts'

/** Whether a model gives a sale to one touch, so that there is no remainder to divide. */
export const isUndivided = (id: ModelId, { buyingGroup }: Settings): boolean =>
  buyingGroup === 'pooled' && (id === 'first' || id === 'last' || id === 'last_non_direct')

/**
 * The touches of sales with their weight by each model, which add up to 1 for each sale. Pooled, a model runs over the
 * touches of everybody together; on two levels it runs over each person’s own, and people share by their role.
 */
export function weighedSql(settings: Settings, ids: ModelId[], some: string): string {
  const shown =
    'opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, revenue, unit, currency'
  const pooled = modelled(settings, ids, some, { of: 'mart.journey_touch', key: 'opportunity_id', shown })
  if (settings.buyingGroup === 'pooled') return pooled
  const own = modelled(settings, ids, some, {
    of: 'mart.journey_own',
    key: 'opportunity_id, contact_id',
    shown: 'opportunity_id, contact_id, pooled_n',
  })
  const names = ids.map((id) => `w_${id}`)
  return `
    with member as (${membersSql(settings)}),
    own as (
      select opportunity_id, pooled_n as n, ${names.map((name) => `sum(share * ${name}) as ${name}`).join(', ')}
      from (${own}) join member using (opportunity_id, contact_id) group by 1, 2),
    passed as (
      select opportunity_id, 1 - coalesce(sum(share) filter (where touched), 0) as rest from member group by 1)
    select p.* replace (${names.map((name) => `coalesce(o.${name}, 0) + coalesce(rest, 1) * p.${name} as ${name}`).join(', ')})
    from (${pooled}) p left join own o using (opportunity_id, n) left join passed using (opportunity_id)`
}

type Journeys = { of: string; key: string; shown: string }

function modelled(settings: Settings, ids: ModelId[], some: string, { of, key, shown }: Journeys): string {
  const weights = { ...weightSql(settings), markov: byChannel('markov'), shapley: byChannel('shapley') }
  return `
    select ${shown}, ${ids.map((id) => `${weights[id]} as w_${id}`).join(', ')}
    from (
      select t.*, j.revenue, j.unit, j.currency, ${decaySql(settings.halfLifeDays)} as decay,
        ${partOf('markov', key)} as share_markov, ${partOf('shapley', key)} as share_shapley
      from ${of} t join (select opportunity_id, revenue, unit, currency from mart.journey where outcome = 'won' ${some}) j using (opportunity_id)
      left join mart.channel_share s on s.channel is not distinct from t.channel)
    window journey as (partition by ${key})`
}

/** In whole billionths, so that their sum does not hang on the order in which they are added. */
const partOf = (model: 'markov' | 'shapley', key: string): string =>
  `round(coalesce(s.${model}, 0) / count(*) over (partition by ${key}, t.channel) * 1e9)::bigint`

/** The channels of a journey share by their weight over all journeys; touches of one channel share alike. */
const byChannel = (model: 'markov' | 'shapley'): string =>
  `case when sum(share_${model}) over journey > 0 then share_${model}::double / (sum(share_${model}) over journey)::double else 1.0 / m end`

/** The people of a sale, the share of each by the weight of their role, and whether a touch of theirs is known. */
const membersSql = ({ roleWeights }: Settings): string => `
  select opportunity_id, contact_id, touched,
    case when sum(weight) over sale > 0 then weight / sum(weight) over sale else 0 end as share
  from (
    select m.opportunity_id, m.contact_id, ${weightOf(roleWeights)} as weight, t.contact_id is not null as touched
    from (select distinct opportunity_id, contact_id from mart.journey_member) m
    left join mart.opportunity_person p using (opportunity_id, contact_id)
    left join (select distinct opportunity_id, contact_id from mart.journey_own) t using (opportunity_id, contact_id))
  window sale as (partition by opportunity_id)`

const weightOf = (weights: Settings['roleWeights']): string =>
  weights.length === 0
    ? '1.0::double'
    : `case lower(trim(coalesce(p.role, ''))) ${weights
        .map(({ role, weight }) => `when ${literal(role.trim().toLowerCase())} then ${weight}`)
        .join(' ')} else 1 end::double`
