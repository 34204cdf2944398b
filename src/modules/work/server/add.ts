import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { requireValues } from '../../fields/server/index.ts'
import { linkUp } from '../../trace/server/index.ts'
import { priorities, work } from '../contract.ts'
import { whyNotDays } from '../rules.ts'
import { keepAssignees, requirePeople } from './assigning.ts'
import { requireBoard, requireInUse, stagesOf, visibleBoards } from './boards.ts'
import { placesFor, stayOf } from './moving.ts'
import { requireParent } from './parents.ts'
import { requireRoom } from './room.ts'
import { toItem } from './show.ts'
import type { BoardRow, ItemRow, StageRow, TypeRow } from './tables.ts'
import { requireType, usualType } from './types.ts'

type Said = In<typeof work.add>

export async function add(ctx: Ctx, said: Said) {
  return toItem(ctx, await addItem(ctx, said))
}

/** Add an item, for modules above, too: a request that is accepted, a repetition that is due. */
export async function addItem(ctx: Ctx, said: Said, checklist?: readonly string[]): Promise<ItemRow> {
  const type = said.typeId ? await requireType(ctx, said.typeId) : await usualType(ctx)
  if (!type) throw invalid('There is no type of items in use. Name one first.')
  const { board, stage } = await placeOf(ctx, said, type)
  requireInUse(board)
  const objection = whyNotDays(said.startsOn ?? null, said.dueOn ?? null)
  if (objection) throw invalid(objection, [{ field: 'dueOn', message: objection }])
  await requirePeople(ctx, said.assigneeIds ?? [])
  const values = await requireValues(ctx, 'item', { before: {}, said: (said.values ?? {}) as never })
  const id = ctx.id('itm')
  if (said.parentId) await requireParent(ctx, [id], said.parentId)
  await requireRoom(ctx, [{ id } as ItemRow], stage, '')

  const [rank] = await placesFor(ctx, [{ id }], stage, undefined)
  const row = await ctx.insert('work_items', {
    ...{ id, rank: rank!, stage_id: stage.id, board_id: board.id, type_id: type.id },
    ...toColumns(said, type),
    ...{ field_values: JSON.stringify(values), ...begun(ctx, stage), ...made(ctx) },
  })
  await ctx.insert('work_stays', stayOf(ctx, id, stage, { reason: '', skipped: new Map() }))
  await keepAssignees(ctx, new Map([[id, said.assigneeIds ?? []]]))
  await beginChecklist(ctx, id, checklist ?? type.checklist)
  await ctx.record(work.events.added, id, { item: `W-${row.number}` })
  const serves = servedBy(said)
  if (serves) await linkUp(ctx, { kind: 'item', id }, serves)

  return row
}

/** A part serves what it is part of, unless somebody says otherwise: to split an item changes nothing of what it is for. */
const servedBy = ({ serves, parentId, notVision }: Said) =>
  serves === undefined && parentId && !notVision ? { kind: 'item', id: parentId } : serves

const toColumns = (said: Said, type: TypeRow) => ({
  ...{ title: said.title, words: said.words ?? '', parent_id: said.parentId ?? null },
  ...{
    labels: [...new Set(said.labels ?? [])],
    starts_on: said.startsOn ?? null,
    due_on: said.dueOn ?? null,
  },
  estimate_minutes: said.estimateMinutes === undefined ? type.estimate_minutes : said.estimateMinutes,
  points: said.points === undefined || said.points === null ? null : String(said.points),
  ...{ relevance: said.relevance ?? 'ahead', arrival: said.arrival ?? 'planned' },
  ...{ priority: priorities.indexOf(said.priority ?? 'normal'), not_vision: said.notVision ?? null },
})

const begun = (ctx: Ctx, stage: StageRow) => ({
  ...{ approved_at: null, approved_by: null, entered_at: ctx.now },
  started_at: stage.kind === 'waiting' ? null : ctx.now,
  done_at: stage.kind === 'done' ? ctx.now : null,
})

const made = (ctx: Ctx) => ({
  ...{ made_by_id: ctx.actor.personId ?? null, made_by: ctx.actor.name },
  ...{ made_at: ctx.now, changed_at: ctx.now, removed_at: null },
})

/** The stage that is named, or the first one of the board that is named or usual for the type. */
async function placeOf(ctx: Ctx, said: Said, type: TypeRow): Promise<{ board: BoardRow; stage: StageRow }> {
  const open = await visibleBoards(ctx, false)
  const boardId = said.boardId ?? (said.stageId ? undefined : (type.board_id ?? open[0]?.id))
  const all = await stagesOf(ctx, boardId ? [boardId] : open.map((one) => one.id))
  const stage = said.stageId ? all.find((one) => one.id === said.stageId) : all[0]
  if (boardId) await requireBoard(ctx, boardId)
  if (!stage && open.length === 0) throw invalid('There is no board yet. Set one up first.')
  if (!stage) throw invalid('This stage is not on the board. Load the board again.')
  return { board: await requireBoard(ctx, stage.board_id), stage }
}

const beginChecklist = (ctx: Ctx, id: string, lines: readonly string[]) =>
  ctx.insertAll(
    'work_checks',
    lines.map((text, place) => ({
      ...{ id: ctx.id('chk'), item_id: id, place, text, done_at: null, done_by: null },
    })),
  )
