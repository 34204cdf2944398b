import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { conditions, dimensionOf } from '../../../engine/query/compile.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Incidence, incidence } from '../../../methods/incidence.ts'
import { countsOf } from '../../../methods/survival.ts'
import { outlook } from '../../../methods/trajectory.ts'
import { daysSql, leadFact } from '../../pipeline/server/index.ts'
import type { Asked } from '../contract.ts'

type Fate = {
  value: string | null
  inside: boolean
  fate: 'done' | 'left' | 'open'
  days: number
  age: number
  n: number
}
/** What a group of leads is expected to come to in the end. */
export type Expected = { entered: number; expected: number; soFar: number; maturity: number | null }

/** Fewer conversions of its own say too little: such a group is judged by everybody's course. */
export const enough = 30

/**
 * For each value of a dimension, what becomes of the people who became leads in the period: so far, and in the end by
 * what older leads of the same age went on to do (Aalen–Johansen, the Kaplan–Meier with other exits, as in Trajectory).
 */
export async function outlooks(
  ctx: Ctx,
  asked: Pick<Asked, 'from' | 'to' | 'where' | 'by'>,
  stage: 'opportunity' | 'won',
  today: string,
): Promise<Map<string | null, Expected>> {
  const fates = await fatesOf(ctx, asked, stage, today)
  const everybody = historyOf(fates)
  const groups = new Map<string | null, Fate[]>()
  for (const one of fates) {
    const group = groups.get(one.value)
    if (group) group.push(one)
    else groups.set(one.value, [one])
  }
  return new Map(
    [...groups].map(([value, all]) => {
      const done = sum(all.filter((one) => one.fate === 'done'))
      const inside = all.filter((one) => one.inside)
      return [value, expectedOf(inside, done >= enough ? historyOf(all) : everybody)]
    }),
  )
}

function fatesOf(
  ctx: Ctx,
  { from, to, where, by }: Pick<Asked, 'from' | 'to' | 'where' | 'by'>,
  stage: 'opportunity' | 'won',
  today: string,
): Promise<Fate[]> {
  const params: DuckDBValue[] = [today]
  const tomorrow = '($1::date + 1)'
  const gone = `least(rejected_on, lost_on, ${stage}_on)`
  const inside = conditions(leadFact, { from, to, where: [] }, 'lead_on', params)
  const like = conditions(leadFact, { where }, 'lead_on', params)
  return ctx.use(warehouse).query<Fate>(
    `select value, inside, fate, ${daysSql('lead_on', 'until')} as days, ${daysSql('lead_on', tomorrow)} as age, count(*) as n from (
       select ${dimensionOf(leadFact, by)}::varchar as value, ${['true', ...inside].join(' and ')} as inside, lead_on,
         case when own.done_on < ${tomorrow} then 'done' when ${gone} < ${tomorrow} then 'left' else 'open' end as fate,
         case fate when 'done' then own.done_on when 'left' then ${gone} else ${tomorrow} end as until
       from mart.funnel left join (${ownSql[stage]}) own using (contact_id)
       where kind = 'contact' and lead_on < ${tomorrow} and ${['true', ...like].join(' and ')})
     group by all`,
    params,
  )
}

/** When a lead's own opportunity opened or was won: the one whose first contact they are, so that none counts twice. */
const ownSql = {
  opportunity: 'select contact_id, min(opened_on) as done_on from mart.lead_opportunity group by 1',
  won: "select contact_id, min(closed_on) as done_on from mart.lead_opportunity where outcome = 'won' group by 1",
}

const sum = (fates: Fate[]): number => fates.reduce((total, one) => total + one.n, 0)

function* observations(fates: Fate[]) {
  for (const { fate, days, n } of fates)
    for (let i = 0; i < n; i += 1) yield { time: days, cause: fate === 'open' ? null : fate }
}

const historyOf = (fates: Fate[]): Incidence => incidence(countsOf(observations(fates)))

function expectedOf(inside: Fate[], history: Incidence): Expected {
  const soFar = sum(inside.filter((one) => one.fate === 'done'))
  const seen = outlook(history, 'done', {
    entered: inside.map((one) => ({ age: one.age, count: one.n })),
    open: inside.filter((one) => one.fate === 'open').map((one) => ({ age: one.age, count: one.n })),
    converted: soFar,
  })
  return { entered: seen.entered, expected: seen.expected, soFar, maturity: seen.maturity }
}
