import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { AttachedKind } from '../../files/server/index.ts'
import { holdersOf, readDirectory } from '../../identity/server/index.ts'
import type { Searched } from '../../search/server/index.ts'
import type { Kind as Discussed } from '../../threads/server/index.ts'
import type { Kind } from '../../trace/server/index.ts'
import { nameOf } from '../rules.ts'
import { any, visibleItems } from './records.ts'

/** Items of boards that everybody who reads work may see: the trace does not know who asks. */
const open = (db: Reader | Database) =>
  db
    .selectFrom('work_items as item')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .select(['item.id', 'item.number', 'item.title', 'board.name as board', 'board.is_confidential'])
    .where('item.removed_at', 'is', null)

/** Items as the trace shows them: each under what it serves. */
export const itemKind: Kind = {
  kind: 'item',
  title: 'Item',
  under: ['goal', 'campaign', 'launch', 'item'],
  read: 'work:read',
  manage: 'work:write',
  path: (id) => `/work/items/${id}`,
  staysOutOfFeed: true,
  async named(db, ids) {
    if (ids.length === 0) return new Map()
    const rows = await open(db).where('item.id', '=', any(ids)).execute()
    return new Map(
      rows.map((row) => [
        row.id,
        row.is_confidential ? { name: `W-${row.number}` } : { name: nameOf(row), note: row.board },
      ]),
    )
  },
  find: async (db, words) => {
    const rows = await open(db)
      .where('item.title', 'ilike', holding(words))
      .where('board.is_confidential', '=', false)
      .orderBy('item.number', 'desc')
      .limit(50)
      .execute()
    return rows.map((row) => ({ id: row.id, name: nameOf(row) }))
  },
}

/** Whether the board of an item lets a person who reads work see it. */
export async function isShownTo(db: Reader | Database, personId: string, id: string): Promise<boolean> {
  const row = await open(db).select('item.board_id').where('item.id', '=', id).executeTakeFirst()
  if (!row?.is_confidential) return row !== undefined
  const { teams } = await readDirectory(db as Reader)
  const board = await db
    .selectFrom('work_boards')
    .select(['owner_id', 'team_id'])
    .where('id', '=', row.board_id)
    .executeTakeFirstOrThrow()
  const isTeam = (teams.get(personId) ?? []).some((one) => one.id === board.team_id)
  if (isTeam || board.owner_id === personId) return true
  return (await holdersOf(db as Reader, 'work:manage', ['work:manage'])).includes(personId)
}

/** Comments stand where the item may be read. */
export const discussedItems: Discussed = { ...itemKind, mayRead: isShownTo }

/** Files hang where the item may be read, and are changed by whoever changes items. */
export const itemFiles: AttachedKind = {
  ...{ kind: 'item', title: 'Item', read: 'work:read', write: ['work:write'] },
  path: itemKind.path,
  named: itemKind.named,
  mayRead: isShownTo,
}

export const searchedItems: Searched = {
  kind: 'Item',
  async find(ctx: Ctx, pattern) {
    const rows = await (await visibleItems(ctx))
      .select(['id', 'number', 'title', 'done_at'])
      .where('title', 'ilike', pattern)
      .orderBy('done_at', (by) => by.desc().nullsFirst())
      .orderBy('number', 'desc')
      .limit(6)
      .execute()
    return rows.map((row) => ({
      ...{ id: row.id, title: nameOf(row), path: `/work/items/${row.id}` },
      hint: row.done_at ? 'done' : null,
    }))
  },
}
