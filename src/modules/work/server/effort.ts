import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { any } from './records.ts'

const rowsOfOpen = (ctx: Ctx) =>
  ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .where('item.done_at', 'is', null)
    .where('item.removed_at', 'is', null)
    .where('board.archived_at', 'is', null)

/** All open items, whoever asks: for sums over everybody. What is told of one is for `visibleBoards` to say. */
export const openRows = (ctx: Ctx) =>
  rowsOfOpen(ctx)
    .select(['item.id', 'item.number', 'item.title', 'item.type_id', 'item.labels', 'item.priority'])
    .select(['item.starts_on', 'item.due_on', 'item.estimate_minutes', 'item.started_at'])
    .select(['board.scale', 'board.id as board_id'])
    .orderBy('item.number')
    .execute()

/** Who has which open item, in the order of assignment. */
export const openAssignees = (ctx: Ctx) =>
  rowsOfOpen(ctx)
    .innerJoin('work_assignees as has', 'has.item_id', 'item.id')
    .select(['has.item_id', 'has.person_id'])
    .orderBy('has.place')
    .execute()

/** Of every type the median of what its done items were estimated at, or what is usual for it. */
export async function usualMinutes(ctx: Ctx): Promise<Map<string, { name: string; minutes: number | null }>> {
  const rows = await ctx.db
    .selectFrom('work_types as type')
    .leftJoin('work_items as item', (join) =>
      join
        .onRef('item.type_id', '=', 'type.id')
        .on('item.done_at', 'is not', null)
        .on('item.removed_at', 'is', null)
        .on('item.estimate_minutes', '>', 0),
    )
    .select(['type.id', 'type.name', 'type.estimate_minutes'])
    .select(
      sql<number | null>`round(percentile_cont(0.5) within group (order by item.estimate_minutes))::int`.as(
        'median',
      ),
    )
    .groupBy('type.id')
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, minutes: row.median ?? row.estimate_minutes }]))
}

/** How many items of a type somebody finished, by `type person`. */
export async function finishedOfType(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('work_assignees as has')
    .innerJoin('work_items as item', 'item.id', 'has.item_id')
    .select(['has.person_id', 'item.type_id', sql<number>`count(*)::int`.as('items')])
    .where('item.done_at', 'is not', null)
    .where('item.removed_at', 'is', null)
    .groupBy(['has.person_id', 'item.type_id'])
    .execute()
  return new Map(rows.map((one) => [`${one.type_id} ${one.person_id}`, one.items]))
}

/** What was taken away, and what stands on a board that was put away, is worked on no more. */
const leftAt = sql<Date | null>`least(stay.left_at, item.removed_at, board.archived_at)`

/** Stays of items in active stages that touch a span, with each of the people who have the item now. */
export const heldActive = (ctx: Ctx, ids: readonly string[], from: Date, to: Date) =>
  ctx.db
    .selectFrom('work_stays as stay')
    .innerJoin('work_stages as stage', 'stage.id', 'stay.stage_id')
    .innerJoin('work_assignees as has', 'has.item_id', 'stay.item_id')
    .innerJoin('work_items as item', 'item.id', 'stay.item_id')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .select(['has.person_id', 'stay.item_id', 'stay.entered_at', leftAt.as('left_at')])
    .where('stage.kind', '=', 'active')
    .where('has.person_id', '=', any(ids))
    .where('stay.entered_at', '<', to)
    .where(sql<boolean>`coalesce(${leftAt} > ${from}, true)`)
    .execute()

/** What is told of items, removed ones too; whoever asks is kept to what they may see by `visibleBoards`. */
export const toldRows = (ctx: Ctx, ids: readonly string[]) =>
  ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_types as type', 'type.id', 'item.type_id')
    .select(['item.id', 'item.number', 'item.title', 'item.board_id', 'item.labels', 'item.made_by'])
    .select(['item.not_vision', 'type.name as type'])
    .where('item.id', '=', any(ids))
    .execute()
