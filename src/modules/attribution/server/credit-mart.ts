import { replaceView } from '../../../engine/schema.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { ModelId, Settings } from '../contract.ts'
import { models } from '../rules.ts'
import { ofOpportunity } from './facts.ts'
import { isUndivided, weighedSql } from './weights.ts'

const all = models.map((model) => model.id)
const learned: ModelId[] = ['markov', 'shapley']

/** Dimensions of the opportunity a credit belongs to; those of the touch are its channel and campaign. */
export const carried = ofOpportunity.map((name) => `o.${name}`).join(', ')

/**
 * `mart.touch_credit`: one row a touch of a won opportunity with its credit by every model in whole minor units, and one
 * row without a touch for each opportunity nobody’s touch led to. Per opportunity and model the credits add up to the
 * revenue exactly. `mart.credit` sees the same beside what is known of the opportunity.
 */
export async function buildCredits(db: Writer, settings: Settings): Promise<void> {
  await weigh(db, settings, all, '')
  await db.run(
    `create or replace table mart.touch_credit as from (${credits(settings)}) union all by name from (${alone})`,
  )
  await db.run('drop table temp.credit_part')
  await replaceView(
    db,
    'credit',
    `select c.*, o.name as opportunity, o.closed_on, ${carried}
    from mart.touch_credit c join mart.opportunity o using (opportunity_id)`,
  )
}

/**
 * The credits of some opportunities anew, and those of the data-driven models everywhere, for what these have learned
 * from all journeys has changed.
 */
export async function updateCredits(db: Writer, settings: Settings, ids: string): Promise<void> {
  const some = `and opportunity_id in (${ids})`
  await weigh(db, settings, all, some)
  await db.run(`delete from mart.touch_credit where opportunity_id in (${ids})`)
  await db.run(`insert into mart.touch_credit by name
    from (${credits(settings)}) union all by name from (${alone} ${some})`)
  await weigh(db, settings, learned, '')
  const sets = learned.flatMap((id) => [`${id} = s.${id}`, `w_${id} = s.w_${id}`])
  await db.run(`update mart.touch_credit c set ${sets.join(', ')} from (${sharesOf(learned, settings)}) s
    where c.opportunity_id = s.opportunity_id and c.n = s.n`)
  await db.run('drop table temp.credit_part')
}

/** The touches of sales with the whole units each model gives them, and the places of the fractions. */
const weigh = (db: Writer, settings: Settings, ids: ModelId[], some: string): Promise<number> =>
  db.run(`create or replace temp table credit_part as
    select *, ${ids.map((id) => floor(id, settings)).join(', ')} from (${weighedSql(settings, ids, some)})`)

/** The whole units of a credit, and the place of its fraction: the larger first, of equal ones the earlier touch. */
const floor = (id: ModelId, settings: Settings): string =>
  isUndivided(id, settings)
    ? `case when w_${id} > 0 then revenue else 0 end as f_${id}`
    : `trunc(revenue * w_${id} + sign(revenue) * 1e-9)::bigint as f_${id},
      greatest(0, round(abs(revenue * w_${id} - f_${id}) * 1e9))::bigint * 10000000 - n as p_${id}`

/** By the largest remainder: everybody’s whole part first, what is left one by one to the largest fractions. */
function sharesOf(ids: ModelId[], settings: Settings, shown = 'opportunity_id, n'): string {
  const divided = ids.filter((id) => !isUndivided(id, settings))
  const lefts = divided.map(
    (id) => `(any_value(revenue) - sum(f_${id}))::bigint as l_${id},
      list_reverse_sort(list(p_${id}))[greatest(1, abs(l_${id}))] as t_${id}`,
  )
  return `
    with left_over as (select ${['opportunity_id', ...lefts].join(', ')} from temp.credit_part group by 1)
    select ${shown}, ${ids.map((id) => whole(id, divided.includes(id))).join(', ')}, ${ids.map((id) => `w_${id}`).join(', ')}
    from temp.credit_part join left_over using (opportunity_id)`
}

const shown =
  'opportunity_id, n, m, "at", channel, campaign, contact_id, is_direct, batch, row_no, unit, currency'
const credits = (settings: Settings): string => sharesOf(all, settings, shown)

const alone = `
  select opportunity_id, 0 as n, 0 as m, batch, row_no, unit, currency,
    ${all.map((id) => `revenue as ${id}`).join(', ')}, ${all.map((id) => `1.0::double as w_${id}`).join(', ')}
  from mart.journey where outcome = 'won' and touches = 0`

function whole(id: ModelId, isDivided: boolean): string {
  if (!isDivided) return `f_${id}::bigint as ${id}`
  return `(f_${id} + case when l_${id} <> 0 and p_${id} >= t_${id} then sign(l_${id}) else 0 end)::bigint as ${id}`
}
