import type { Ctx } from '../../../kernel/ctx.ts'
import { any } from './records.ts'

export type Stay = {
  itemId: string
  stageId: string
  enteredAt: Date
  leftAt: Date | null
  by: string
  skipped: string[]
  reason: string
}

/** Where items stood, in their order, for those that measure flow. Asks nobody whether they may see them. */
export async function staysOf(ctx: Ctx, itemIds: readonly string[]): Promise<Stay[]> {
  const rows = await ctx.db
    .selectFrom('work_stays')
    .selectAll()
    .where('item_id', '=', any(itemIds))
    .orderBy('entered_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ itemId: row.item_id, stageId: row.stage_id, enteredAt: row.entered_at, leftAt: row.left_at },
    ...{ by: row.moved_by, skipped: row.skipped, reason: row.reason },
  }))
}

/** Which items wait for which, link by link, however many lie between: pairs of an item and one that it waits for. */
export async function waitingFor(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; for: string }[]> {
  const found: { id: string; for: string }[] = []
  const seen = new Set(ids)
  for (let ring = [...seen]; ring.length > 0; ) {
    const rows = await ctx.db
      .selectFrom('work_links')
      .select(['item_id', 'other_id'])
      .where('other_id', '=', any(ring))
      .where('kind', '=', 'waits-for')
      .execute()
    found.push(...rows.map((row) => ({ id: row.item_id, for: row.other_id })))
    ring = [...new Set(rows.map((row) => row.item_id))].filter((id) => !seen.has(id))
    for (const id of ring) seen.add(id)
  }
  return found
}

/** The numbers of items, for who may know no more of them. */
export async function itemNumbers(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('work_items')
    .select(['id', 'number'])
    .where('id', '=', any(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row.number]))
}

export type Fact = {
  id: string
  number: number
  estimateMinutes: number | null
  points: number | null
  doneAt: Date | null
  isRemoved: boolean
}

/** What others count by. Asks nobody whether they may see the items: no title leaves here. */
export async function factsOf(ctx: Ctx, ids: readonly string[]): Promise<Fact[]> {
  const rows = await ctx.db
    .selectFrom('work_items')
    .select(['id', 'number', 'estimate_minutes', 'points', 'done_at', 'removed_at'])
    .where('id', '=', any(ids))
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, estimateMinutes: row.estimate_minutes, doneAt: row.done_at },
    points: row.points === null ? null : Number(row.points),
    isRemoved: row.removed_at !== null,
  }))
}
