import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { RequestRow } from './tables.ts'

type Follows = Pick<RequestRow, 'item_id' | 'due_on' | 'stage_kind'>
export const noItem: Follows = { item_id: null, due_on: null, stage_kind: null }

/** Those merged into a request, over however many steps, follow the item that it follows. */
export async function followToo(ctx: Ctx, id: string, item: Follows): Promise<void> {
  const follows = { item_id: item.item_id, due_on: item.due_on, stage_kind: item.stage_kind }
  const seen = new Set([id])
  for (let above = [id]; above.length > 0; ) {
    const merged = await ctx.db
      .selectFrom('intake_requests')
      .select('id')
      .where('merged_into', '=', sql<string>`any(${above})`)
      .execute()
    const fresh = merged.map((one) => one.id).filter((one) => !seen.has(one))
    for (const one of fresh) await ctx.update('intake_requests', one, follows)
    for (const one of fresh) seen.add(one)
    above = fresh
  }
}
