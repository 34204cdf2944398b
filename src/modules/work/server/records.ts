import { type ExpressionBuilder, sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { missing } from '../../../kernel/errors.ts'
import { numberSaid } from '../rules.ts'
import { requireInUse, visibleBoards } from './boards.ts'
import type { ItemRow, StageRow } from './tables.ts'

export const any = (ids: readonly string[]) => sql<string>`any(${ids})`

/** Items on boards that the asker may see; those taken away left out. */
export async function visibleItems(ctx: Ctx) {
  const boards = (await visibleBoards(ctx)).map((one) => one.id)
  return ctx.db.selectFrom('work_items').where('board_id', '=', any(boards)).where('removed_at', 'is', null)
}

/** Items on boards that the asker may see and that are in use: on one that was put away nothing changes. */
export async function changeableItems(ctx: Ctx) {
  const boards = (await visibleBoards(ctx, false)).map((one) => one.id)
  return ctx.db.selectFrom('work_items').where('board_id', '=', any(boards)).where('removed_at', 'is', null)
}

/** These items, in the order of the ids; missing where one is not to be seen. */
export async function requireItems(ctx: Ctx, ids: readonly string[]): Promise<ItemRow[]> {
  const asked = [...new Set(ids)]
  const rows = await (await visibleItems(ctx)).selectAll().where('id', '=', any(asked)).execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return asked.map((id) => {
    const row = known.get(id)
    if (!row) throw missing(asked.length === 1 ? 'This item' : 'One of these items')
    return row
  })
}

/** By its id, or by its number as people say it: `214`, `W-214`. */
export const requireItem = async (ctx: Ctx, which: string): Promise<ItemRow> =>
  (await requireNamed(ctx, [which]))[0]!

/** As `requireItem`, for many, in the order in which they are named. */
export async function requireNamed(ctx: Ctx, names: readonly string[]): Promise<ItemRow[]> {
  const numbers = names.flatMap((name) => numberSaid(name) ?? [])
  const ids = names.filter((name) => numberSaid(name) === null)
  const rows = await (await visibleItems(ctx))
    .selectAll()
    .where((where) =>
      where.or([where('id', '=', any(ids)), where('number', '=', sql<number>`any(${numbers})`)]),
    )
    .execute()
  const known = new Map(
    rows.flatMap((row): [string | number, ItemRow][] => [
      [row.id, row],
      [row.number, row],
    ]),
  )
  return names.map((name) => {
    const number = numberSaid(name)
    const row = known.get(number ?? name)
    if (!row) throw missing(number === null ? 'This item' : `The item W-${number}`)
    return row
  })
}

/** As `requireItems`, to change them: refused where one stands on a board that was put away. */
export async function requireChangeable(ctx: Ctx, ids: readonly string[]): Promise<ItemRow[]> {
  const rows = await requireItems(ctx, ids)
  const theirs = new Set(rows.map((row) => row.board_id))
  for (const board of await visibleBoards(ctx)) if (theirs.has(board.id)) requireInUse(board)
  return rows
}

export const requireChangeableItem = async (ctx: Ctx, which: string): Promise<ItemRow> =>
  (await requireChangeable(ctx, [(await requireItem(ctx, which)).id]))[0]!

export async function requireStage(ctx: Ctx, id: string): Promise<StageRow> {
  const row = await ctx.db.selectFrom('work_stages').selectAll().where('id', '=', id).executeTakeFirst()
  const seen = row && (await visibleBoards(ctx)).some((one) => one.id === row.board_id)
  if (!row || !seen) throw missing('This stage')
  return row
}

/** How many items that are not done each of these waits for. */
export async function waitsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('work_links as link')
    .innerJoin('work_items as other', 'other.id', 'link.other_id')
    .select(['link.item_id', sql<number>`count(*)::int`.as('items')])
    .where('link.item_id', '=', any(ids))
    .where('link.kind', '=', 'waits-for')
    .where('other.done_at', 'is', null)
    .where('other.removed_at', 'is', null)
    .groupBy('link.item_id')
    .execute()
  return new Map(rows.map((row) => [row.item_id, row.items]))
}

type Checked = { done: number; all: number }
export async function checksOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Checked>> {
  const rows = await ctx.db
    .selectFrom('work_checks')
    .select(['item_id', sql<number>`count(*)::int`.as('all'), sql<number>`count(done_at)::int`.as('done')])
    .where('item_id', '=', any(ids))
    .groupBy('item_id')
    .execute()
  return new Map(rows.map(({ item_id: id, done, all }) => [id, { done, all }]))
}

export async function assigneesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .selectFrom('work_assignees')
    .select(['item_id', 'person_id'])
    .where('item_id', '=', any(ids))
    .orderBy('place')
    .execute()
  const all = new Map<string, string[]>()
  for (const row of rows) {
    const known = all.get(row.item_id)
    if (known) known.push(row.person_id)
    else all.set(row.item_id, [row.person_id])
  }
  return all
}

export type Where = ExpressionBuilder<Tables, 'work_items'>
