import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { rank } from '../../../methods/priority/index.ts'
import { requireBoard, stagesOf } from '../../work/server/index.ts'
import type { Delay, priorities, RankedLine, Ranking } from '../contract.ts'
import { askedBy, costOfDelay, delaysOf, duration, formulaOf, placed } from '../rules.ts'
import { modelFor } from './models.ts'
import { type Scoring, scoredItems } from './scoring.ts'
import { openOverrides, overridesOf } from './standing.ts'
import { weighingOf } from './weighing.ts'

const most = 2000

/** The items of a board by score, with those somebody put elsewhere at their places. */
export async function ranked(ctx: Ctx, boardId: string, all: readonly Scoring[]): Promise<RankedLine[]> {
  const stages = new Map((await stagesOf(ctx, [boardId])).map((one) => [one.id, one.name]))
  const overrides = await openOverrides(ctx, boardId)
  const lines = rank(all, (one) => one.score).map(({ item: { row, inputs }, rank: own, score }) => ({
    ...{ id: row.id, number: row.number, title: row.title, stage: stages.get(row.stage_id) ?? '' },
    ...{ inputs, score: score.value, reason: score.reason, rank: own },
    override: overrides.get(row.id) ?? null,
  }))
  const places = new Map([...overrides].map(([id, { place }]) => [id, place]))
  return placed(lines, places).map((line, at) => ({ ...line, place: at + 1 }))
}

/** What waiting costs, of the items whose cost of delay and duration are known. */
function delayOf(all: readonly Scoring[], order: readonly RankedLine[]): Delay {
  const jobs = all.flatMap(({ row, numbers }, at) => {
    const [costADay, days] = [numbers[costOfDelay], numbers[duration]]
    const isKnown = costADay != null && days != null && costADay >= 0 && days >= 0
    return isKnown
      ? [{ id: row.id, number: row.number, title: row.title, days, costADay, boardPlace: at + 1 }]
      : []
  })
  const byId = new Map(jobs.map((one) => [one.id, one]))
  const rankedJobs = order.flatMap((line) => byId.get(line.id) ?? [])
  return { counted: jobs.length, missing: all.length - jobs.length, ...delaysOf(jobs, rankedJobs) }
}

export async function ranking(ctx: Ctx, { boardId }: In<typeof priorities.ranking>): Promise<Ranking> {
  const board = await requireBoard(ctx, boardId)
  const model = await modelFor(ctx, boardId)
  const all = await scoredItems(ctx, boardId, model)
  const items = await ranked(ctx, boardId, all)
  const stages = (await stagesOf(ctx, [boardId])).filter((one) => one.kind !== 'done')
  return {
    ...{ board: { id: board.id, name: board.name }, model, formula: formulaOf(model.definition) },
    ...{ inputs: askedBy(model.definition), items: items.slice(0, most) },
    ...{ left: Math.max(0, items.length - most), overrides: await overridesOf(ctx, boardId) },
    ...{ delay: delayOf(all, items), weighing: await weighingOf(ctx, boardId, model, all) },
    stages: stages.map(({ id, name }) => ({
      ...{ id, name, items: all.filter((one) => one.row.stage_id === id).length },
    })),
  }
}
