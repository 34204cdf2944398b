import { localDay } from '../../../engine/query/zone.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Mart } from '../../imports/server/index.ts'
import type { Stage } from '../contract.ts'
import { isOpened, plainLabel } from '../rules.ts'
import { ownerJoins, ownerName } from './owners.ts'
import { currentStages } from './stages.ts'

/** Stages that metrics name; where an organisation has dropped one, its column stays empty. */
const named = ['lead', 'mql', 'sal', 'sql', 'opportunity', 'won']
const dimensions =
  'origin, channel, campaign, landing_page, country, region, segment, industry, account, owner, manager, product, system, batch, row_no'

/**
 * One row a person (or an opportunity nobody is linked to) with the moment each stage was reached. A skipped stage
 * takes the moment of the next one reached and is marked as put in.
 */
export const funnelMart: Mart = {
  name: 'funnel',
  async build(db, { zone, db: records }) {
    const { stages } = await currentStages(records)
    const ids = stages.map((stage) => stage.id)
    const absent = named.filter((id) => !ids.includes(id))
    const opened = stages.findIndex(isOpened)
    const at = stages.map((stage, place) => {
      const later = ids.slice(place).map((id) => `r_${id}`)
      const filled = `coalesce(${later.join(', ')})`
      return [
        `${place >= opened ? filled : `case when kind = 'contact' then ${filled} end`} as ${stage.id}_at`,
        `r_${stage.id} is null as ${stage.id}_imputed`,
      ].join(', ')
    })
    const days = ids.map((id) => `${localDay(`${id}_at`, zone)} as ${id}_on`)
    const empty = absent
      .map((id) => `, null::timestamp as ${id}_at, null::date as ${id}_on, false as ${id}_imputed`)
      .join('')
    await db.run(`
      create or replace table mart.funnel as
      with history as (${historySql(stages)}), opportunities as (${opportunitiesSql}), raw as (${peopleSql(stages)} union all by name ${looseSql(stages, opened)}),
      filled as (select *, ${at.join(', ')} from raw)
      select entity_id, kind, contact_id, opportunity_id, ${ids.map((id) => `${id}_at, ${id}_imputed`).join(', ')}, ${days.join(', ')}${empty},
        rejected_at, rejection_reason, lost_at, ${localDay('rejected_at', zone)} as rejected_on, ${localDay('lost_at', zone)} as lost_on, ${dimensions}
      from filled where ${ids.map((id) => `${id}_at is not null`).join(' or ')}`)
  },
}

const labels = (stage: Stage): string[] =>
  stage.rules.flatMap((rule) => ('history' in rule ? rule.history.map(plainLabel) : []))

/** The earliest entry of each stage that a source's stage history knows. */
function historySql(stages: Stage[]): string {
  const columns = stages
    .filter((stage) => labels(stage).length > 0)
    .map((stage) => {
      const list = labels(stage)
        .map((label) => `'${label}'`)
        .join(', ')
      return `min(entered_at) filter (where label in (${list})) as h_${stage.id}`
    })
  return `
    select contact_id, ${columns.length > 0 ? columns.join(', ') : 'null as h_none'} from (
      select coalesce(i.contact_id, 'e:' || e.email) as contact_id, e.entered_at,
        regexp_replace(lower(coalesce(w.value, e.stage)), '[^a-z0-9]', '', 'g') as label
      from ${mappedTable('stage_entry')} e
      left join mart.contact_identity i on i.system = e.system and i.key = e.contact_key
      left join mart.word w on w.kind = 'stage' and w.raw = lower(e.stage)
      where e.is_current)
    where contact_id is not null group by contact_id`
}

const opportunitiesSql = `
  select p.contact_id, min(o.opened_at) as opened_at, min(o.closed_at) filter (where o.outcome = 'won') as won_at,
    case when bool_and(o.outcome = 'lost') then max(o.closed_at) end as lost_at,
    first(o.product order by o.opened_at, o.opportunity_id) filter (where o.product is not null and o.opened_at is not null) as product
  from mart.opportunity_person p join mart.opportunity o using (opportunity_id) group by p.contact_id`

/** The earliest moment by any of a stage's rules. */
function reachedSql(stage: Stage, from: { person: boolean }): string {
  const moments = stage.rules.flatMap((rule) => {
    if ('opportunity' in rule) return [rule.opportunity === 'opened' ? 'd.opened_at' : 'd.won_at']
    if (!from.person) return []
    return 'date' in rule ? [`p.${rule.date}`] : []
  })
  if (from.person && labels(stage).length > 0) moments.push(`h.h_${stage.id}`)
  return moments.length > 0 ? `least(${moments.join(', ')})` : 'null::timestamp'
}

/** Fallback dates are tried in order: the creation date counts only where no date of becoming a lead is known. */
function personReached(stage: Stage): string {
  const created = stage.rules.some((rule) => 'date' in rule && rule.date === 'created_at')
  if (!created || stage.rules.length === 1) return reachedSql(stage, { person: true })
  const others = {
    ...stage,
    rules: stage.rules.filter((rule) => !('date' in rule && rule.date === 'created_at')),
  }
  return `coalesce(${reachedSql(others, { person: true })}, p.created_at)`
}

const peopleSql = (stages: Stage[]): string => `
  select p.contact_id as entity_id, 'contact' as kind, p.contact_id, null::varchar as opportunity_id,
    ${stages.map((stage) => `${personReached(stage)} as r_${stage.id}`).join(', ')},
    p.rejected_at, p.rejection_reason, d.lost_at, p.origin, coalesce(w.value, p.origin) as channel, p.campaign, p.landing_page,
    p.account_country as country, p.region, p.account_segment as segment, p.industry, p.company as account,
    ${ownerName('p')} as owner, o.manager, d.product, p.system, p.batch, p.row_no
  from mart.person p
  left join history h on h.contact_id = p.contact_id
  left join opportunities d on d.contact_id = p.contact_id
  left join mart.word w on w.kind = 'channel' and w.raw = lower(trim(p.origin))
  ${ownerJoins('p')}`

/** Opportunities without a known person take part from the stage they open in. */
const looseSql = (stages: Stage[], opened: number): string => `
  select d.opportunity_id as entity_id, 'opportunity' as kind, null::varchar as contact_id, d.opportunity_id,
    ${stages.map((stage, at) => `${at < opened ? 'null::timestamp' : reachedSql(stage, { person: false })} as r_${stage.id}`).join(', ')},
    null::timestamp as rejected_at, d.loss_reason as rejection_reason, case when d.outcome = 'lost' then d.closed_at end as lost_at,
    d.origin, d.channel, d.campaign, d.landing_page, d.country, d.region, d.segment, d.industry, d.account, d.owner, d.manager, d.product,
    d.system, d.batch, d.row_no
  from (select *, case when outcome = 'won' then closed_at end as won_at from mart.opportunity where contact_id is null) d`
