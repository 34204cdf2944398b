import type { Ctx } from '../../../kernel/ctx.ts'
import { visibleBoards } from '../../work/server/index.ts'

/** The boards that somebody has ranked, in the order of the boards. */
export async function rankedBoards(ctx: Ctx): Promise<{ ids: string[] }> {
  const used = await ctx.db
    .selectFrom('priorities_weighings')
    .select('board_id')
    .union(ctx.db.selectFrom('priorities_overrides').select('board_id'))
    .union(ctx.db.selectFrom('priorities_models').select('scope as board_id'))
    .execute()
  const known = new Set(used.map((row) => row.board_id))
  const boards = await visibleBoards(ctx)
  return { ids: boards.map((one) => one.id).filter((id) => known.has(id)) }
}
