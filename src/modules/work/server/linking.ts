import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { work } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { waitsAlready } from './parents.ts'
import { any, requireChangeableItem, requireItem, visibleItems } from './records.ts'

type Said = In<typeof work.link>

export async function link(ctx: Ctx, { id, otherId, kind }: Said) {
  const [item, other] = [await requireChangeableItem(ctx, id), await requireItem(ctx, otherId)]
  if (item.id === other.id) throw invalid('An item cannot be linked to itself. Choose another one.')
  if (kind === 'waits-for' && (await waitsAlready(ctx, other.id, item.id)))
    throw invalid(
      `${nameOf(other)} waits for ${nameOf(item)} already: they would wait for each other for ever.`,
    )
  const which = { item_id: item.id, other_id: other.id, kind }
  if (await isLinked(ctx, which)) throw conflict(`It is linked to ${nameOf(other)} already.`)

  await ctx.insert('work_links', which)
  await ctx.record(work.events.linked, item.id, { item: `W-${item.number}`, other: `W-${other.number}` })
  return {}
}

const isLinked = async (ctx: Ctx, which: { item_id: string; other_id: string; kind: Said['kind'] }) =>
  (await ctx.db
    .selectFrom('work_links')
    .select('item_id')
    .where('item_id', '=', which.item_id)
    .where('other_id', '=', which.other_id)
    .where('kind', '=', which.kind)
    .executeTakeFirst()) !== undefined

export async function unlink(ctx: Ctx, { id, otherId, kind }: Said) {
  const [item, other] = [await requireChangeableItem(ctx, id), await requireItem(ctx, otherId)]
  if (!(await ctx.delete('work_links', { item_id: item.id, other_id: other.id, kind })))
    throw missing('This link')
  await ctx.record(work.events.unlinked, item.id, { item: `W-${item.number}`, other: `W-${other.number}` })
  return {}
}

/** What an item is linked to, or what is linked to it, as far as the asker sees it. */
export async function linksOf(ctx: Ctx, id: string, way: 'from' | 'to') {
  const rows = await ctx.db
    .selectFrom('work_links')
    .selectAll()
    .where(way === 'from' ? 'item_id' : 'other_id', '=', id)
    .execute()
  const idOf = (row: (typeof rows)[number]) => (way === 'from' ? row.other_id : row.item_id)
  const seen = await (await visibleItems(ctx))
    .select(['id', 'number', 'title', 'done_at'])
    .where('id', '=', any(rows.map(idOf)))
    .execute()
  const known = new Map(seen.map((one) => [one.id, one]))
  return rows.flatMap((row) => {
    const other = known.get(idOf(row))
    if (!other) return []
    return [
      {
        id: other.id,
        number: other.number,
        title: other.title,
        kind: row.kind,
        isDone: other.done_at !== null,
      },
    ]
  })
}
