import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { rebuildFigures } from '../../imports/server/index.ts'
import { pipeline, type Stage } from '../contract.ts'
import { defaultStages, isOpened, stageDates, whyNotStages } from '../rules.ts'
import './tables.ts'

type StageSet = {
  version: number
  stages: Stage[]
  changedAt: string | null
  by: string | null
  reason: string
}
const first: StageSet = {
  version: 0,
  stages: defaultStages,
  changedAt: null,
  by: null,
  reason: 'The stages Fullscore begins with',
}

/** Every version of the stage definitions, newest first; the built-in one is the oldest. */
async function versions(db: Reader | Database): Promise<StageSet[]> {
  const rows = await db.selectFrom('pipeline_stage_sets').selectAll().orderBy('version', 'desc').execute()
  const kept = rows.map((row) => ({
    version: row.version,
    stages: row.stages,
    changedAt: row.changed_at.toISOString(),
    by: row.changed_by,
    reason: row.reason,
  }))
  return [...kept, first]
}

/** The stage definitions in force. */
export async function currentStages(db: Reader | Database): Promise<StageSet> {
  return (await versions(db))[0] as StageSet
}

/** The place of a stage by its short name. */
export function placeOf(stages: Stage[], id: string): number {
  const at = stages.findIndex((one) => one.id === id)
  if (at < 0)
    throw invalid(`There is no stage “${id}”. The stages are ${stages.map((one) => one.id).join(', ')}.`)
  return at
}

/** People go through all stages; where there are only opportunities, the funnel begins where they open. */
export async function stagesInUse(ctx: Ctx): Promise<{ stages: Stage[]; kind: 'contact' | 'opportunity' }> {
  const { stages } = await currentStages(ctx.db)
  const [found] = await ctx.use(warehouse).query(`select 1 from mart.funnel where kind = 'contact' limit 1`)
  return found
    ? { stages, kind: 'contact' }
    : { stages: stages.slice(stages.findIndex(isOpened)), kind: 'opportunity' }
}

export async function stages(ctx: Ctx) {
  const all = await versions(ctx.db)
  return { current: all[0] as StageSet, versions: all, attributes: stageDates }
}

export async function changeStages(
  ctx: Ctx,
  { stages: wanted, reason, version }: In<typeof pipeline.changeStages>,
) {
  const now = await currentStages(ctx.db)

  if (now.version !== version)
    throw conflict(
      'Somebody changed the stages since you opened this page. Load it again and repeat your change.',
    )
  const objection = whyNotStages(wanted)
  if (objection) throw invalid(objection)

  const row = {
    id: ctx.id('stg'),
    version: version + 1,
    stages: JSON.stringify(wanted),
    reason,
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
  await ctx.insert('pipeline_stage_sets', row)
  await ctx.record(pipeline.events.stagesChanged, 'stages', { version: row.version, reason })
  ctx.enqueue(rebuildFigures, {})

  return {
    version: row.version,
    stages: wanted,
    changedAt: ctx.now.toISOString(),
    by: row.changed_by,
    reason,
  }
}
