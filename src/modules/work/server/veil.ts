import type { Ctx } from '../../../kernel/ctx.ts'
import { hiddenBoards } from './boards.ts'
import { any } from './records.ts'

/** Boards that the asker may not see, and of these ids the items on them. */
export async function unseenOf(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const boards = await hiddenBoards(ctx)
  if (boards.length === 0) return []
  const items = await ctx.db
    .selectFrom('work_items')
    .select('id')
    .where('board_id', '=', any(boards))
    .where('id', '=', any(ids))
    .execute()
  return [...boards, ...items.map((row) => row.id)]
}
