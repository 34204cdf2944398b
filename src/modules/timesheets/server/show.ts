import { sql } from 'kysely'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { directory } from '../../identity/server/index.ts'
import { requireItem, visibleItems } from '../../work/server/index.ts'
import type { Entry, timesheets } from '../contract.ts'
import { dutyNames } from '../rules.ts'
import { requireSeen } from './people.ts'
import type { EntryRow } from './tables.ts'

type Named = NonNullable<Entry['item']>
const hidden = { number: 0, title: 'An item you do not see' }

/** Of these items those that are there and that the asker may see. */
export async function seenItems(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, Named>> {
  const asked = [...new Set(ids.filter((id): id is string => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await (await visibleItems(ctx))
    .select(['id', 'number', 'title'])
    .where('id', '=', sql<string>`any(${asked})`)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Items by their ids, as far as the asker may see them. */
export async function namedItems(
  ctx: Ctx,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Named | null> {
  const known = await seenItems(ctx, ids)
  return (id) => (id === null ? null : (known.get(id) ?? { id, ...hidden }))
}

export async function toEntries(ctx: Ctx, rows: readonly EntryRow[]): Promise<Entry[]> {
  const itemOf = await namedItems(
    ctx,
    rows.map((row) => row.item_id),
  )
  const { rows: people } = await directory(ctx)
  return rows.map((row) => ({
    ...{ id: row.id, day: row.day, minutes: row.minutes, item: itemOf(row.item_id), duty: row.duty },
    ...{ note: row.note, source: row.source, version: row.version },
    person: { id: row.person_id, name: people.get(row.person_id)?.name ?? 'Somebody who left' },
  }))
}

/** Entries that stand, of one person, in some days. */
export const standing = (ctx: Ctx, personId: string, from: string, to: string) =>
  ctx.db
    .selectFrom('timesheets_entries')
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)

type Asked = In<typeof timesheets.entries>

export async function entries(ctx: Ctx, { from, to, personId, limit, offset }: Asked) {
  const person = await requireSeen(ctx, personId)
  const all = standing(ctx, person.id, from, to)
  const { total } = await all.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .selectAll()
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { items: await toEntries(ctx, rows), total }
}

const longest = 20_000

export async function exportEntries(ctx: Ctx, { format, ...asked }: In<typeof timesheets.exportEntries>) {
  const { items } = await entries(ctx, { ...asked, limit: longest, offset: 0 })
  return tableFile(format, {
    name: `time-${asked.from}-${asked.to}`,
    heading: ['Day', 'Person', 'Item', 'Title or duty', 'Hours', 'Minutes', 'Note', 'Came by'],
    rows: items.map((one) => [
      ...[one.day, one.person.name, one.item && one.item.number > 0 ? `W-${one.item.number}` : ''],
      ...[one.item?.title ?? (one.duty ? dutyNames[one.duty] : 'An item that is gone')],
      ...[Math.round((one.minutes / 60) * 100) / 100, one.minutes, one.note, one.source],
    ]),
  })
}

/** What an item took in all; whose it was stays with the person and those who lead them. */
export async function ofItem(ctx: Ctx, { id }: In<typeof timesheets.ofItem>) {
  const item = await requireItem(ctx, id)
  const all = ctx.db
    .selectFrom('timesheets_entries')
    .where('item_id', '=', item.id)
    .where('removed_at', 'is', null)
  const sums = await all
    .select(sql<number>`coalesce(sum(minutes), 0)::int`.as('minutes'))
    .select(sql<number>`count(distinct person_id)::int`.as('people'))
    .executeTakeFirstOrThrow()
  const own = await all
    .selectAll()
    .where('person_id', '=', ctx.actor.personId ?? '')
    .orderBy('day', 'desc')
    .limit(50)
    .execute()
  return { ...sums, own: await toEntries(ctx, own) }
}
