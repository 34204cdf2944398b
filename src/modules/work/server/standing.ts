import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { any } from './records.ts'

/** How items stand, whoever asks and taken away or not: for modules above, which say themselves who may see it. */
export async function standing(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_stages as stage', 'stage.id', 'item.stage_id')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .select(['item.id', 'item.number', 'item.due_on', 'item.made_at', 'item.changed_at', 'item.done_at'])
    .select(['item.removed_at', 'stage.name as stage', 'stage.kind', 'board.owner_id as boardOwnerId'])
    .where('item.id', '=', any(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const onBoards = (ctx: Ctx, boardId: string | null) =>
  ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .where('item.removed_at', 'is', null)
    .where('board.archived_at', 'is', null)
    .$if(boardId !== null, (q) => q.where('board.id', '=', boardId))

/** What a board, or all of them, finished on each day from a day on, what is open, and when the first item was made. */
export async function finishedByDay(
  ctx: Ctx,
  boardId: string | null,
  { zone, from }: { zone: string; from: string },
) {
  const items = onBoards(ctx, boardId)
  const { open, first } = await items
    .select([
      sql<number>`count(*) filter (where item.done_at is null)::int`.as('open'),
      sql<string | null>`min((item.made_at at time zone ${zone})::date)::text`.as('first'),
    ])
    .executeTakeFirstOrThrow()
  const rows = await items
    .select([
      sql<string>`(item.done_at at time zone ${zone})::date::text`.as('day'),
      sql<number>`count(*)::int`.as('items'),
    ])
    .where(sql<boolean>`(item.done_at at time zone ${zone})::date >= ${from}::date`)
    .groupBy('day')
    .execute()
  return { open, first, done: new Map(rows.map((row) => [row.day, row.items])) }
}
