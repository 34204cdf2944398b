import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { freshen, landedBatches } from '../../imports/server/index.ts'
import { importsOf, todayOf } from '../../metrics/server/index.ts'
import type { Behind, pipeline, Stage } from '../contract.ts'
import { cohortWhere } from './cohort.ts'
import { fateSql, hasReached, type Standing } from './fates.ts'
import { standing } from './leads.ts'
import { currentStages, placeOf, stagesInUse } from './stages.ts'

type Asked = Omit<In<typeof pipeline.explain>, 'limit' | 'offset'> & { entered: string }
type Clock = Pick<Standing, 'now' | 'today'>
type Row = Omit<Behind, 'importId' | 'file'> & { batch: number }

/** Who or what a figure of the funnel, the trajectory, a promise or a time in stage counts. */
export async function explain(ctx: Ctx, { limit, offset, ...asked }: In<typeof pipeline.explain>) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  const entered = asked.entered ?? (await stagesInUse(ctx)).stages[0]!.id
  const params: DuckDBValue[] = []
  const clock = { now: ctx.now, today: await todayOf(ctx) }
  const from = `from mart.funnel f where ${conditionsOf(stages, { ...asked, entered }, clock, params)}`
  const made = madeSql(stages[placeOf(stages, asked.reached ?? entered)]!)

  const found = await ctx.use(warehouse).query<Row>(
    `select ${shown(stages, entered, asked.reached)} from (select f.* ${from}
       order by ${entered}_at desc nulls last, entity_id limit ${limit} offset ${offset}) f
     left join mart.person p on p.contact_id = f.contact_id
     left join mart.opportunity o on o.opportunity_id = f.opportunity_id
     left join ${made} m on m.contact_id = f.contact_id
     order by f.${entered}_at desc nulls last, f.entity_id`,
    params,
  )
  const counts = await ctx.use(warehouse).query<{ batch: number; n: number; made: number }>(
    `select batch, count(*) as n, 0 as made ${from} group by 1
       union all select m.batch, 0, count(*) from (select f.contact_id ${from}) f join ${made} m using (contact_id) group by 1`,
    params,
  )

  const landed = new Map((await landedBatches(ctx.db)).map((one) => [one.batch, one]))
  return {
    items: found.map(({ batch, ...row }) => ({
      ...row,
      importId: landed.get(batch)?.id ?? null,
      file: landed.get(batch)?.file ?? null,
    })),
    total: counts.reduce((sum, one) => sum + one.n, 0),
    imports: await importsOf(ctx, rowsOf(counts)),
  }
}

function conditionsOf(stages: Stage[], asked: Asked, clock: Clock, params: DuckDBValue[]): string {
  const { entered, reached, within, fate } = asked
  const at = placeOf(stages, reached ?? entered)
  placeOf(stages, entered)
  const asOf = asked.asOf ? `$${params.push(asked.asOf)}::date` : null
  return [
    `${entered}_at is not null`,
    cohortWhere(asked, `${entered}_on`, params),
    ...(asked.kind ? [`kind = '${asked.kind}'`] : []),
    ...(reached ? [hasReached(reached, entered, within)] : []),
    ...(fate ? [fateSql(fate, { stages, at, start: entered, within, ...clock }, asked.olderThan)] : []),
    ...(asOf ? [`${entered}_on <= ${asOf}`, `${reached ?? entered}_on <= ${asOf}`] : []),
  ]
    .map((one) => `(${one})`)
    .join(' and ')
}

const shown = (stages: Stage[], entered: string, reached: string | undefined): string => `
  f.entity_id as id, f.kind, coalesce(nullif(trim(concat_ws(' ', p.first_name, p.last_name)), ''), p.email, o.name, o.key) as name,
  f.account, f.channel, f.${entered}_on::varchar as "enteredOn", ${reached ? `f.${reached}_on::varchar` : 'null'} as "reachedOn",
  ${standing(stages, 'since')}, coalesce(m.batch, f.batch) as batch, coalesce(m.row_no, f.row_no) as "row"`

/** The people of a batch, or the opportunities of it that made them enter the stage. */
function rowsOf(counts: { batch: number; n: number; made: number }[]): Map<number, number> {
  const rows = new Map<number, number>()
  for (const { batch, n, made } of counts) rows.set(batch, (rows.get(batch) ?? 0) + n + made)
  return rows
}

/** Whoever entered the stage by an opportunity is traced to that: the first that was opened, or won. */
function madeSql({ rules }: Stage): string {
  const by = rules.flatMap((rule) => ('opportunity' in rule ? [rule.opportunity] : []))[0]
  const [at, only] = by === 'won' ? ['closed_at', "o.outcome = 'won'"] : ['opened_at', by ? 'true' : 'false']
  return `(select contact_id, first.batch as batch, first.row_no as row_no from (
    select p.contact_id, min(struct_pack("at" := o.${at}, id := o.opportunity_id, batch := o.batch, row_no := o.row_no)) as first
    from mart.opportunity_person p join mart.opportunity o using (opportunity_id) where ${only} group by 1))`
}
