import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { incidence } from '../../../methods/incidence.ts'
import { type Counts, kaplanMeier, median, quantile } from '../../../methods/survival.ts'
import { freshen } from '../../imports/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { pipeline, Stage } from '../contract.ts'
import { type CohortInput, cohortWhere } from './cohort.ts'
import { dated, exitSql, promises } from './fates.ts'
import { currentStages, placeOf } from './stages.ts'

/** How people leave a stage: on to the next, rejected, or lost; the others are still there (censored today). */
export async function exitsFrom(
  ctx: Ctx,
  stages: Stage[],
  at: number,
  cohort: CohortInput,
): Promise<Counts[]> {
  const { id } = stages[at]!
  const params: DuckDBValue[] = []
  const { cause, days } = exitSql({ stages, at, today: await todayOf(ctx) })
  const rows = await ctx.use(warehouse).query<{ days: number; cause: string; n: number }>(
    `select ${days} as days, ${cause} as cause, count(*) as n from mart.funnel
     where ${dated(id)} and ${cohortWhere(cohort, `${id}_on`, params)} group by 1, 2`,
    params,
  )
  const byDay = new Map<number, { time: number; exits: Record<string, number>; censored: number }>()
  for (const { days, cause, n } of rows) {
    const one = byDay.get(days) ?? { time: days, exits: {}, censored: 0 }
    if (cause === 'open') one.censored += n
    else one.exits[cause] = (one.exits[cause] ?? 0) + n
    byDay.set(days, one)
  }
  return [...byDay.values()].sort((a, b) => a.time - b.time)
}

export async function timeInStage(ctx: Ctx, { stage, ...cohort }: In<typeof pipeline.timeInStage>) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  const at = placeOf(stages, stage)
  const counts = await exitsFrom(ctx, stages, at, cohort)
  const curve = kaplanMeier(counts)
  const middle = median(curve)
  const p85 = quantile(curve, 0.85)
  const exits = incidence(counts)
  const open = counts.reduce((sum, one) => sum + one.censored, 0)
  return {
    stage,
    entries: exits.n,
    open,
    median: middle.value,
    medianInterval: [middle.lower, middle.upper] as [number | null, number | null],
    p85,
    curve: thinned(curve.points).map((point) => ({
      day: point.time,
      stays: point.survival,
      lower: point.lower ?? point.survival,
      upper: point.upper ?? point.survival,
    })),
    exits: Object.entries(exits.causes).map(([cause, points]) => ({
      cause,
      share: points.at(-1)?.incidence ?? 0,
      curve: thinned(points).map((point) => ({ day: point.time, share: point.incidence })),
    })),
    overdue:
      p85 === null ? 0 : counts.filter((one) => one.time > p85).reduce((sum, one) => sum + one.censored, 0),
    notes:
      middle.value === null && exits.n > 0
        ? ['Fewer than half have left the stage, so the median is not known yet.']
        : [],
  }
}

/** At most two hundred points of a curve: more cannot be seen. */
function thinned<P>(points: readonly P[]): P[] {
  const step = Math.ceil(points.length / 200)
  return points.filter((_, at) => at % step === 0 || at === points.length - 1)
}

export async function sla(ctx: Ctx, cohort: In<typeof pipeline.sla>) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  const limited = stages.filter(
    (stage) => stage.slaDays !== null && stages.indexOf(stage) < stages.length - 1,
  )
  const kept = await Promise.all(limited.map((stage) => slaOf(ctx, stages, stage, cohort)))
  const params: DuckDBValue[] = []
  const where = cohortWhere(cohort, 'rejected_on', params)
  const rejections = await ctx
    .use(warehouse)
    .query<{ reason: string | null; leads: number }>(
      `select rejection_reason as reason, count(*) as leads from mart.funnel where rejected_at is not null and ${where} group by 1 order by 2 desc, 1`,
      params,
    )
  return { stages: kept, rejections }
}

async function slaOf(ctx: Ctx, stages: Stage[], stage: Stage, cohort: CohortInput) {
  const { id, name, slaDays } = stage
  const params: DuckDBValue[] = []
  const where = cohortWhere(cohort, `${id}_on`, params)
  const { kept, broken, due, overdue } = promises({ stages, at: stages.indexOf(stage), now: ctx.now })
  const [row] = await ctx
    .use(warehouse)
    .query<{ kept: number; broken: number; open: number; overdue: number }>(
      `select count(*) filter (where ${kept}) as kept, count(*) filter (where ${broken}) as broken,
       count(*) filter (where ${due}) as open, count(*) filter (where ${overdue}) as overdue
     from mart.funnel where ${where}`,
      params,
    )
  return { stage: id, name, slaDays: slaDays as number, ...row! }
}
