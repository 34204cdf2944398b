import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { work } from '../contract.ts'
import { toldOf } from '../rules.ts'
import { keepChange } from './changes.ts'
import { requireChangeable } from './records.ts'

export async function remove(ctx: Ctx, { ids }: In<typeof work.remove>) {
  const rows = await requireChangeable(ctx, ids)

  await ctx.updateAll(
    'work_items',
    rows.map(({ id }) => ({ id, removed_at: ctx.now })),
  )
  const changeId = await keepChange(
    ctx,
    rows.map(({ id }) => ({ id, removal: true as const })),
  )
  const items = toldOf(rows.map((row) => row.number))
  await ctx.record(work.events.removed, rows[0]!.id, { items, count: rows.length })

  return { changed: rows.length, changeId }
}
