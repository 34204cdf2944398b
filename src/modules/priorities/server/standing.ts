import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { visibleItems } from '../../work/server/index.ts'
import type { Override } from '../contract.ts'
import type { OverrideRow } from './tables.ts'

const listed = 100

async function toOverrides(ctx: Ctx, rows: readonly OverrideRow[]): Promise<Override[]> {
  const ids = rows.map((row) => row.item_id)
  const items = await (await visibleItems(ctx))
    .select(['id', 'number', 'title'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  const names = new Map(items.map(({ id, number, title }) => [id, `W-${number} ${title}`]))
  return rows.map((row) => ({
    ...{ id: row.id, itemId: row.item_id, item: names.get(row.item_id) ?? 'An item taken away' },
    ...{ place: row.place, ranked: row.ranked, reason: row.reason, by: row.said_by },
    ...{ at: row.said_at.toISOString(), endedBy: row.ended_by, endedAt: row.ended_at?.toISOString() ?? null },
  }))
}

/** All that were put elsewhere on a board, those that still stand first. */
export async function overridesOf(ctx: Ctx, boardId: string): Promise<Override[]> {
  const rows = await ctx.db
    .selectFrom('priorities_overrides')
    .selectAll()
    .where('board_id', '=', boardId)
    .orderBy('ended_at', (by) => by.desc().nullsFirst())
    .orderBy('said_at', 'desc')
    .limit(listed)
    .execute()
  return toOverrides(ctx, rows)
}

export async function openOverrides(ctx: Ctx, boardId: string): Promise<Map<string, Override>> {
  const rows = await ctx.db
    .selectFrom('priorities_overrides')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('ended_at', 'is', null)
    .orderBy('said_at')
    .execute()
  return new Map((await toOverrides(ctx, rows)).map((one) => [one.itemId, one]))
}
