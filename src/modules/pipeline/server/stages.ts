import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { versioned } from '../../../kernel/versions.ts'
import { rebuildFigures } from '../../imports/server/index.ts'
import { pipeline, type Stage } from '../contract.ts'
import { defaultStages, isOpened, stageDates, whyNotStages } from '../rules.ts'
import './tables.ts'

const kept = versioned<'stages', Stage[]>({
  table: 'pipeline_stage_sets',
  name: 'stages',
  prefix: 'stg',
  what: 'the stages',
  first: defaultStages,
  firstReason: 'The stages Fullscore begins with',
})

/** The stage definitions in force. */
export const currentStages = kept.current

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
  const versions = await kept.all(ctx.db)
  return { current: versions[0]!, versions, attributes: stageDates }
}

export async function changeStages(
  ctx: Ctx,
  { stages: wanted, ...change }: In<typeof pipeline.changeStages>,
) {
  await kept.requireCurrent(ctx.db, change.version)
  const objection = whyNotStages(wanted)
  if (objection) throw invalid(objection)

  const changed = await kept.keep(ctx, wanted, change)
  const { version, reason } = changed
  await ctx.record(pipeline.events.stagesChanged, 'stages', { version, reason })
  ctx.enqueue(rebuildFigures, {})

  return changed
}
