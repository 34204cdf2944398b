import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { visibleItems } from '../../work/server/index.ts'
import type { Making } from '../contract.ts'
import type { MakingRow } from './tables.ts'

type Items = Making['items']

async function itemsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Items[number]>> {
  if (ids.length === 0) return new Map()
  const rows = await (await visibleItems(ctx))
    .select(['id', 'number', 'title', 'done_at'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, number, title, done_at: at }) => [id, { id, number, title, isDone: at !== null }]),
  )
}

export async function toMakings(ctx: Ctx, rows: readonly MakingRow[]): Promise<Making[]> {
  const items = await itemsOf(
    ctx,
    rows.flatMap((row) => row.item_ids),
  )
  return rows.map((row) => ({
    ...{ id: row.id, occurs: row.occurs, dueOn: row.due_on, says: row.says, outcome: row.outcome },
    ...{ madeBy: row.made_by, madeAt: row.made_at.toISOString() },
    items: row.item_ids.flatMap((id) => items.get(id) ?? []),
  }))
}

/** How many times each of these routines made something, and what it made last. */
export async function madeOf(ctx: Ctx, ids: readonly string[]) {
  const made = ctx.db
    .selectFrom('routines_makings')
    .where('routine_id', '=', sql<string>`any(${ids})`)
    .where('outcome', '=', 'made')
  const counts = await made
    .select(['routine_id', sql<number>`count(*)::int`.as('made')])
    .groupBy('routine_id')
    .execute()
  const last = await made
    .distinctOn('routine_id')
    .selectAll()
    .orderBy('routine_id')
    .orderBy('made_at', 'desc')
    .orderBy('occurs', 'desc')
    .execute()
  const shown = await toMakings(ctx, last)
  const byRoutine = new Map(last.map((row, at) => [row.routine_id, shown[at]!]))
  return new Map(
    counts.map((row) => [row.routine_id, { made: row.made, last: byRoutine.get(row.routine_id) ?? null }]),
  )
}

type Asked = { limit: number; offset: number }

export async function makingsShown(ctx: Ctx, routineId: string, { limit, offset }: Asked) {
  const all = ctx.db.selectFrom('routines_makings').where('routine_id', '=', routineId)
  const { total } = await all.select((row) => row.fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('occurs', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: await toMakings(ctx, rows), total: Number(total) }
}
