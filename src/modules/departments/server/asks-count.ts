import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'

export const todayOf = async (ctx: Ctx): Promise<string> => dayIn((await organisation(ctx.db)).zone, ctx.now)

/** How much is open in each department, and how much of that is late. */
export async function countsOf(ctx: Ctx, ids: string[]) {
  const today = await todayOf(ctx)
  const rows = await ctx.db
    .selectFrom('departments_asks')
    .select((e) => [
      'page_id',
      e.fn.countAll<number>().as('open'),
      e.fn.countAll<number>().filterWhere('due_on', '<', today).as('overdue'),
    ])
    .where('page_id', 'in', ids)
    .where('state', 'in', ['asked', 'accepted'])
    .groupBy('page_id')
    .execute()
  return new Map(rows.map(({ page_id, open, overdue }) => [page_id, { open, overdue }]))
}
