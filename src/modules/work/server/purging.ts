import type { Ctx } from '../../../kernel/ctx.ts'
import { forget } from '../../threads/server/index.ts'
import { unlinkAll } from '../../trace/server/index.ts'
import { any } from './records.ts'

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
