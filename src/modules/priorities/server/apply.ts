import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { move, requireBoard, stagesOf, visibleItems } from '../../work/server/index.ts'
import { priorities } from '../contract.ts'
import { askedBy } from '../rules.ts'
import { modelFor } from './models.ts'
import { ranked, ranking } from './ranking.ts'
import { scoredItems } from './scoring.ts'

/** The order that is applied: the ranking, or the one that costs least with what it does not know behind it. */
async function orderOf(ctx: Ctx, { boardId, by }: Pick<In<typeof priorities.apply>, 'boardId' | 'by'>) {
  const { items, delay } = await ranking(ctx, { boardId })
  if (by === 'rank') return items.map((one) => one.id)
  const first = delay.order.map((one) => one.id)
  return [...first, ...items.map((one) => one.id).filter((id) => !first.includes(id))]
}

export async function apply(ctx: Ctx, { boardId, stageId, by, seen }: In<typeof priorities.apply>) {
  const stage = (await stagesOf(ctx, [boardId])).find((one) => one.id === stageId)
  if (!stage) throw missing('This stage')
  const order = await orderOf(ctx, { boardId, by })
  if (JSON.stringify(order) !== JSON.stringify(seen))
    throw conflict('The order has changed since you looked at it. Look at it again, then apply it.')
  const rows = await (await visibleItems(ctx)).select('id').where('stage_id', '=', stageId).execute()
  const here = new Set(rows.map((row) => row.id))
  const ids = order.filter((id) => here.has(id))
  if (ids.length < 2) throw conflict(`${stage.name} holds no two items whose order could change.`)

  const moved = await move(ctx, { ids, stageId, afterId: null, reason: '' })
  await ctx.record(priorities.events.applied, boardId, { items: ids.length, stage: stage.name })

  return moved
}

export async function exportRanking(ctx: Ctx, { boardId, format }: In<typeof priorities.export>) {
  const board = await requireBoard(ctx, boardId)
  const model = await modelFor(ctx, boardId)
  const items = await ranked(ctx, boardId, await scoredItems(ctx, boardId, model))
  const names = askedBy(model.definition).map((one) => one.name)
  const heading = [
    'item',
    'title',
    'stage',
    'place',
    'rank',
    'score',
    ...names,
    'why no score',
    'put there by',
    'reason',
  ]
  const rows = items.map((one) => [
    ...[`W-${one.number}`, one.title, one.stage, one.place, one.rank ?? '', one.score ?? ''],
    ...names.map((name) => one.inputs[name]?.value ?? ''),
    ...[one.reason ?? '', one.override?.by ?? '', one.override?.reason ?? ''],
  ])
  return tableFile(format, {
    name: `priorities-${board.name.toLowerCase().replace(/\W+/g, '-')}`,
    heading,
    rows,
  })
}
