import type { DuckDBValue } from '@duckdb/node-api'
import type { z } from 'zod'
import { warehouse } from '../../../engine/port.ts'
import { dimensionOf } from '../../../engine/query/compile.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { wilson } from '../../../methods/proportion.ts'
import { freshen } from '../../imports/server/index.ts'
import type { FunnelStep, pipeline, Stage } from '../contract.ts'
import { cohortWhere, daysSql, interval, leadFact } from './cohort.ts'
import { hasReached, type Standing, stayed } from './fates.ts'
import { currentStages, placeOf, stagesInUse } from './stages.ts'

type Step = z.infer<typeof FunnelStep>
type Row = Record<string, number | string | null>

export async function funnel(ctx: Ctx, { by, horizon, ...cohort }: In<typeof pipeline.funnel>) {
  await freshen(ctx)
  const { stages, kind } = await stagesInUse(ctx)
  const first = stages[0]!
  const params: DuckDBValue[] = []
  const where = `kind = '${kind}' and ${first.id}_at is not null and ${cohortWhere(cohort, `${first.id}_on`, params)}`
  const count = (group: string | null): Promise<Row[]> =>
    ctx.use(warehouse).query<Row>(countSql(stages, where, { within: horizon, now: ctx.now }, group), params)

  const [all] = await count(null)
  const groups = by ? await count(dimensionOf(leadFact, by)) : []
  const rejections = await ctx
    .use(warehouse)
    .query<{ reason: string | null; leads: number }>(
      `select rejection_reason as reason, count(*) as leads from mart.funnel where ${where} and rejected_at is not null group by 1 order by 2 desc, 1 limit 20`,
      params,
    )
  const total = steps(stages, all!)
  return {
    cohort: { from: cohort.from ?? null, to: cohort.to ?? null, size: total[0]?.reached ?? 0, kind },
    horizon: horizon ?? null,
    total,
    groups: groups.map((row) => ({ value: row.value as string | null, steps: steps(stages, row) })),
    rejections,
    finding: biggestLeak(total),
    notes: notesOf(total, horizon),
  }
}

function countSql(
  stages: Stage[],
  where: string,
  { within: horizon, now }: Pick<Standing, 'within' | 'now'>,
  group: string | null,
): string {
  const start = stages[0]!.id
  const within = (id: string) => hasReached(id, start, horizon)
  const columns = stages.flatMap(({ id }, at) => {
    const next = stages[at + 1]?.id
    const isHere = within(id)
    const { gone, waiting } = stayed({ stages, at, start, within: horizon, now })
    const took = next
      ? `case when (${within(next)}) and not ${next}_imputed then ${daysSql(`${id}_on`, `${next}_on`)} end`
      : 'null::integer'
    return [
      `count(*) filter (where ${isHere}) as reached_${id}`,
      `count(*) filter (where (${isHere}) and ${id}_imputed) as imputed_${id}`,
      `count(*) filter (where (${isHere}) and ${gone}) as leaked_${id}`,
      `count(*) filter (where (${isHere}) and ${waiting}) as open_${id}`,
      `quantile_cont(case when (${isHere}) and not ${id}_imputed then ${daysSql(`${start}_on`, `${id}_on`)} end, 0.5) as whole_${id}`,
      `quantile_cont(${took}, 0.5) as median_${id}`,
      `quantile_cont(${took}, 0.85) as p85_${id}`,
    ]
  })
  const value = group ? `${group}::varchar as value, ` : ''
  return `select ${value}${columns.join(', ')} from mart.funnel where ${where}${group ? ` group by 1 order by reached_${stages[0]!.id} desc, 1 limit 100` : ''}`
}

function steps(stages: Stage[], row: Row): Step[] {
  const number = (name: string) => Number(row[name] ?? 0)
  const start = number(`reached_${stages[0]!.id}`)
  return stages.map(({ id, name }, at) => {
    const reached = number(`reached_${id}`)
    const before = at === 0 ? null : number(`reached_${stages[at - 1]!.id}`)
    const rate = before === null ? null : wilson(Math.min(reached, before), before)
    return {
      stage: id,
      name,
      reached,
      imputed: number(`imputed_${id}`),
      fromPrevious: rate?.rate ?? null,
      fromPreviousInterval: interval(rate),
      fromFirst: start === 0 ? null : reached / start,
      medianFromFirst: at === 0 ? null : ((row[`whole_${id}`] as number | null) ?? null),
      leaked: number(`leaked_${id}`),
      open: number(`open_${id}`),
      medianDays: (row[`median_${id}`] as number | null) ?? null,
      p85Days: (row[`p85_${id}`] as number | null) ?? null,
    }
  })
}

/** The step that loses most people, in words. */
function biggestLeak(total: Step[]): string | null {
  const drops = total
    .slice(1)
    .map((step, at) => ({ step, before: total[at]!, lost: total[at]!.reached - step.reached }))
  const worst = drops.sort((a, b) => b.lost - a.lost)[0]
  if (!worst || worst.lost <= 0 || worst.step.fromPrevious === null) return null
  const share = (worst.step.fromPrevious * 100).toLocaleString('en', { maximumFractionDigits: 1 })
  return `Most stay behind between ${worst.before.name} and ${worst.step.name}: ${share} % went on, ${worst.lost.toLocaleString('en')} have not`
}

function notesOf(total: Step[], horizon: number | undefined): string[] {
  const imputed = total.reduce((sum, step) => sum + step.imputed, 0)
  return [
    ...(imputed > 0
      ? [`${imputed.toLocaleString('en')} stage entries are put in: a later stage was reached without them.`]
      : []),
    ...(horizon
      ? [`Only what happened within ${horizon} days of the first stage counts.`]
      : ['Without a horizon, young cohorts look worse than they will be.']),
  ]
}

export async function conversion(
  ctx: Ctx,
  { fromStage, toStage, horizon, grain, ...cohort }: In<typeof pipeline.conversion>,
) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  if (placeOf(stages, toStage) <= placeOf(stages, fromStage))
    throw invalid(
      `Choose two stages, the first before the second: ${stages.map((stage) => stage.id).join(', ')}.`,
    )
  const params: DuckDBValue[] = [ctx.now.toISOString()]
  const where = cohortWhere(cohort, `${fromStage}_on`, params)
  const rows = await ctx
    .use(warehouse)
    .query<{ period: string; entered: number; converted: number; mature: boolean }>(
      `select c.${grain} as period, count(*) as entered,
       count(*) filter (where ${hasReached(toStage, fromStage, horizon)}) as converted,
       max(${fromStage}_at) + interval ${horizon} day <= $1::timestamp as mature
     from mart.funnel join mart.calendar c on c.on_day = ${fromStage}_on
     where ${where} group by 1 order by min(c.${grain}_from)`,
      params,
    )
  return {
    cohorts: rows.map((row) => {
      const rate = wilson(row.converted, row.entered)
      return { ...row, rate: rate?.rate ?? null, interval: interval(rate) }
    }),
    notes: rows.some((row) => !row.mature)
      ? [`Cohorts younger than ${horizon} days are not finished and are drawn in grey.`]
      : [],
  }
}
