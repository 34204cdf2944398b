import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { holdersOf, knownPermissions, requirePerson } from '../../identity/server/index.ts'
import { type ItemRow, isShownTo, requireItem, visibleItems } from '../../work/server/index.ts'
import type { BlockerRow } from './tables.ts'

export { todayOf } from '../../metrics/server/index.ts'

export const any = (ids: readonly string[]) => sql<string>`any(${ids})`
export const mayWrite = (ctx: Ctx): boolean => holds(ctx.actor, 'work:write')

/** A blocker of an item that the asker may see. */
export async function requireBlocker(ctx: Ctx, id: string): Promise<{ row: BlockerRow; item: ItemRow }> {
  const row = await ctx.db.selectFrom('blockers_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This blocker')
  const items = await (await visibleItems(ctx)).selectAll().where('id', '=', row.item_id).execute()
  if (!items[0]) throw missing('This blocker')
  return { row, item: items[0] }
}

/** As it was when the asker saw it. */
export async function requireFresh(ctx: Ctx, { id, version }: { id: string; version: number }) {
  const found = await requireBlocker(ctx, id)
  if (found.row.version !== version)
    throw conflict(
      'Somebody changed this blocker since you opened it. Look at what stands there now and repeat your change.',
    )
  return found
}

/** The people who have access and read work. */
export const readers = async (ctx: Ctx): Promise<Set<string>> =>
  new Set(await holdersOf(ctx.db, 'work:read', knownPermissions(ctx)))

/** Somebody who may see the item: nothing is laid on people, and nothing told to them, that they cannot look at. */
export async function requireOwner(
  ctx: Ctx,
  id: string,
  item: Pick<ItemRow, 'id' | 'number'>,
): Promise<{ id: string; name: string }> {
  const { name, disabled_at } = await requirePerson(ctx, id)
  if (disabled_at) throw conflict(`${name} has no access any more. Choose somebody who is here.`)
  const mayRead = (await readers(ctx)).has(id) && (await isShownTo(ctx.db, id, item.id))
  if (!mayRead) throw conflict(`${name} does not see W-${item.number}. Choose somebody who does.`)
  return { id, name }
}

export async function requireOpenItem(ctx: Ctx, which: string): Promise<ItemRow> {
  const item = await requireItem(ctx, which)
  if (item.done_at) throw conflict(`W-${item.number} is done: nothing blocks it any more.`)
  return item
}

export const toldOf = (item: ItemRow) => ({ item: `W-${item.number}` })

export function requireOpen(row: BlockerRow): void {
  if (row.ended_at)
    throw conflict(`This blocker ended: ${row.ended_with}. Take that back first if it blocks still.`)
}
