import type { Ctx } from '../../../kernel/ctx.ts'
import { ranksBetween } from '../../../kernel/rank.ts'
import { forget } from '../../threads/server/index.ts'
import { unlinkAll } from '../../trace/server/index.ts'
import { any } from './records.ts'

/** An item with its past, as another tool had it. */
export type Foreign = {
  id: string
  title: string
  words: string
  stageId: string
  typeId: string
  parentId: string | null
  labels: string[]
  /** Names of its checklists, those without lines, too. */
  lists: string[]
  startsOn: string | null
  dueOn: string | null
  estimateMinutes: number | null
  points: number | null
  priority: number
  assigneeIds: string[]
  madeAt: Date
  changedAt: Date
  startedAt: Date | null
  doneAt: Date | null
  checks: { list: string; text: string; isDone: boolean }[]
  stays: { stageId: string; enteredAt: Date; leftAt: Date | null; by: string }[]
}

/** Add items with their past behind those that are there. Parents come before their parts; records nothing. */
export async function addForeign(ctx: Ctx, boardId: string, items: readonly Foreign[]): Promise<void> {
  const ranks = await ranksFor(ctx, items)
  await ctx.insertAll(
    'work_items',
    items.map((item) => toRow(ctx, item, boardId, ranks.get(item.id)!)),
  )
  await ctx.insertAll(
    'work_assignees',
    items.flatMap((item) =>
      item.assigneeIds.map((personId, place) => ({ item_id: item.id, person_id: personId, place })),
    ),
  )
  await ctx.insertAll(
    'work_checks',
    items.flatMap((item) => item.checks.map((check, place) => toCheck(ctx, item, check, place))),
  )
  await ctx.insertAll(
    'work_stays',
    items.flatMap((item) => item.stays.map((stay) => toStay(ctx, item, stay))),
  )
}

async function ranksFor(ctx: Ctx, items: readonly Foreign[]): Promise<Map<string, string>> {
  const ranks = new Map<string, string>()
  for (const stageId of new Set(items.map((item) => item.stageId))) {
    const last = await ctx.db
      .selectFrom('work_items')
      .select('rank')
      .where('stage_id', '=', stageId)
      .where('removed_at', 'is', null)
      .orderBy('rank', 'desc')
      .limit(1)
      .executeTakeFirst()
    const own = items.filter((item) => item.stageId === stageId)
    const free = ranksBetween(last?.rank ?? null, null, own.length, Math.random)
    for (const [at, item] of own.entries()) ranks.set(item.id, free[at]!)
  }
  return ranks
}

const toRow = (ctx: Ctx, item: Foreign, boardId: string, rank: string) => ({
  ...{ id: item.id, title: item.title, words: item.words, board_id: boardId, stage_id: item.stageId, rank },
  ...{
    type_id: item.typeId,
    parent_id: item.parentId,
    labels: item.labels,
    lists: item.lists,
    starts_on: item.startsOn,
  },
  ...{ due_on: item.dueOn, estimate_minutes: item.estimateMinutes, priority: item.priority },
  points: item.points === null ? null : String(item.points),
  ...{ relevance: 'ahead' as const, arrival: 'planned' as const, not_vision: null, field_values: '{}' },
  ...{ approved_at: null, approved_by: null, entered_at: item.stays.at(-1)?.enteredAt ?? item.madeAt },
  ...{ started_at: item.startedAt, done_at: item.doneAt, made_at: item.madeAt, changed_at: item.changedAt },
  ...{ made_by_id: ctx.actor.personId ?? null, made_by: ctx.actor.name, removed_at: null },
})

const toCheck = (ctx: Ctx, item: Foreign, check: Foreign['checks'][number], place: number) => ({
  ...{ id: ctx.id('chk'), item_id: item.id, place, list: check.list, text: check.text },
  ...{ done_at: check.isDone ? item.changedAt : null, done_by: null },
})

const toStay = (ctx: Ctx, item: Foreign, stay: Foreign['stays'][number]) => ({
  ...{ id: ctx.id('sty'), item_id: item.id, stage_id: stay.stageId, entered_at: stay.enteredAt },
  ...{ left_at: stay.leftAt, moved_by: stay.by, skipped: [] as string[], reason: '' },
})

/** Take items away for good, with all that hangs on them: as if they had never come. */
export async function purge(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await forget(ctx, 'item', ids)
  await unlinkAll(ctx, ids)
  for (const table of ['work_assignees', 'work_checks', 'work_stays', 'work_links'] as const)
    await ctx.deleteAll(table, { column: 'item_id', among: ids })
  await ctx.deleteAll('work_links', { column: 'other_id', among: ids })
  const parts = await ctx.db.selectFrom('work_items').select('id').where('parent_id', '=', any(ids)).execute()
  await ctx.updateAll(
    'work_items',
    parts.map(({ id }) => ({ id, parent_id: null })),
  )
  await ctx.deleteAll('work_items', { column: 'id', among: ids })
}

/** Take a board away for good; answers false, and does nothing, where items stand on it. */
export async function purgeBoard(ctx: Ctx, id: string): Promise<boolean> {
  const item = await ctx.db
    .selectFrom('work_items')
    .select('id')
    .where('board_id', '=', id)
    .executeTakeFirst()
  if (item) return false
  await ctx.deleteAll('work_favourites', { column: 'board_id', among: [id] })
  await ctx.deleteAll('work_stages', { column: 'board_id', among: [id] })
  await ctx.deleteAll('work_boards', { column: 'id', among: [id] })
  return true
}
