import type { Ctx } from '../../../kernel/ctx.ts'
import type { Before } from './changes.ts'
import { any } from './records.ts'
import type { StageRow } from './tables.ts'

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

/** All stages of boards, those taken away too: items stood in them. */
export const everyStageOf = (ctx: Ctx, boardIds: readonly string[]): Promise<StageRow[]> =>
  ctx.db
    .selectFrom('work_stages')
    .selectAll()
    .where('board_id', '=', any(boardIds))
    .orderBy('place')
    .execute()

export type DueMove = { itemId: string; at: Date; by: string | null; from: string | null; to: string | null }

/** When the due days of items were changed, and what they were before. What was undone did not happen. */
export async function dueMovesOf(ctx: Ctx, itemIds: readonly string[], since: Date): Promise<DueMove[]> {
  const rows = await ctx.db
    .selectFrom('work_changes')
    .selectAll()
    .where('made_at', '>=', since)
    .where('undone_at', 'is', null)
    .orderBy('made_at')
    .execute()
  const wanted = new Set(itemIds)
  return rows.flatMap((row) =>
    (row.before as Before[]).flatMap(({ id, columns }) => {
      const due = columns?.due_on as { was: string | null; now: string | null } | undefined
      if (!due || !wanted.has(id)) return []
      return { itemId: id, at: row.made_at, by: row.person_id, from: due.was, to: due.now }
    }),
  )
}
