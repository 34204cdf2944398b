import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { work } from '../contract.ts'
import { wordsOf } from '../rules.ts'
import { type Asked, asking, inOrder } from './list.ts'
import { any, visibleItems } from './records.ts'
import { toItems } from './show.ts'

const most = 5000

export async function itemIds(ctx: Ctx, asked: In<typeof work.itemIds>) {
  const query = await asking(ctx, asked as Asked)
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await (await inOrder(ctx, query, asked)).select('id').limit(most).execute()
  return { ids: rows.map((row) => row.id), total }
}

const alike = 6

/** Open ones first, those with the most words in common on top; half of the words must be the same. */
export async function similar(ctx: Ctx, { title }: In<typeof work.similar>) {
  const words = wordsOf(title)
  if (words.length === 0) return { items: [] }
  const shared = sql<number>`(${sql.join(
    words.map((word) => sql`(title ilike ${holding(word)})::int`),
    sql` + `,
  )})`
  const rows = await (await visibleItems(ctx))
    .innerJoin('work_boards as board', 'board.id', 'work_items.board_id')
    .select(['work_items.id', 'number', 'title', 'done_at', 'board.name as board'])
    .where(shared, '>=', Math.ceil(words.length / 2))
    .orderBy(sql`done_at is not null`)
    .orderBy(shared, 'desc')
    .orderBy('number', 'desc')
    .limit(alike)
    .execute()
  return { items: rows.map(({ done_at: doneAt, ...row }) => ({ ...row, isDone: doneAt !== null })) }
}

const inSight = 2000

export async function timeline(ctx: Ctx, { from, to, ...which }: In<typeof work.timeline>) {
  const query = await asking(ctx, which as Asked)
  const touching = query
    .where(sql<boolean>`coalesce(starts_on, due_on) <= ${to}`)
    .where(sql<boolean>`coalesce(due_on, starts_on) >= ${from}`)
  const counted = (asked: typeof query) =>
    asked.select(sql<number>`count(*)::int`.as('items')).executeTakeFirstOrThrow()
  const undated = query
    .where('starts_on', 'is', null)
    .where('due_on', 'is', null)
    .where('done_at', 'is', null)
  const rows = await touching
    .selectAll()
    .orderBy(sql`coalesce(starts_on, due_on)`)
    .orderBy('number')
    .limit(inSight)
    .execute()
  return {
    items: await toItems(ctx, rows),
    waits: await waitsAmong(
      ctx,
      rows.map((row) => row.id),
    ),
    ...{ total: (await counted(touching)).items, undated: (await counted(undated)).items },
  }
}

async function waitsAmong(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('work_links')
    .select(['item_id', 'other_id'])
    .where('kind', '=', 'waits-for')
    .where('item_id', '=', any(ids))
    .where('other_id', '=', any(ids))
    .execute()
  return rows.map((row) => ({ id: row.item_id, otherId: row.other_id }))
}
