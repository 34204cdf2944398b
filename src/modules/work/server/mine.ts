import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { unreadMentions } from '../../threads/server/index.ts'
import type { Item, work } from '../contract.ts'
import { whenOf } from '../rules.ts'
import { feed } from './feed.ts'
import { asking, openOnes } from './list.ts'
import { any, visibleItems } from './records.ts'
import { toItems } from './show.ts'

export async function mine(ctx: Ctx, { isWide }: In<typeof work.mine>) {
  const me = ctx.actor.personId ?? ''
  const today = await todayOf(ctx)
  const own = await ownItems(ctx, me)
  const ofMine = (when: 'now' | 'week' | 'later') =>
    own.filter((one) => whenOf(one, today, addDays(today, 7)) === when)
  const waitsFor = await awaited(ctx, own)
  const approvals = await toApprove(ctx, me)
  return {
    ...{ today, now: ofMine('now'), week: ofMine('week'), later: ofMine('later'), approvals, waitsFor },
    mentions: await mentions(ctx),
    feed: await feed(ctx, {
      isWide,
      shown: [...own, ...approvals, ...waitsFor.map((one) => one.item)].map((one) => one.id),
    }),
  }
}

async function ownItems(ctx: Ctx, me: string): Promise<Item[]> {
  const query = await asking(ctx, { ...openOnes, assigneeIds: [me] })
  const rows = await query
    .selectAll()
    .orderBy(sql`due_on nulls last`)
    .orderBy('priority')
    .orderBy('number')
    .limit(1000)
    .execute()
  return toItems(ctx, rows)
}

/** What stands where a role of the asker approves, and is not their own. */
async function toApprove(ctx: Ctx, me: string): Promise<Item[]> {
  const roles = ((await directory(ctx)).roles.get(me) ?? []).map((one) => one.id)
  const rows = await (await asking(ctx, openOnes))
    .selectAll()
    .where('approved_at', 'is', null)
    .where(sql<boolean>`stage_id in (select id from work_stages where approver_role_id = ${any(roles)})`)
    .where(
      sql<boolean>`not exists (select from work_assignees a where a.item_id = work_items.id and a.person_id = ${me})`,
    )
    .orderBy('entered_at')
    .limit(200)
    .execute()
  return toItems(ctx, rows)
}

async function mentions(ctx: Ctx) {
  const unread = await unreadMentions(ctx, 'item')
  const rows = await (await visibleItems(ctx))
    .selectAll()
    .where('id', '=', any(unread.map((one) => one.id)))
    .execute()
  const items = new Map((await toItems(ctx, rows)).map((one) => [one.id, one]))
  return unread.flatMap(({ id, by, at }) => {
    const item = items.get(id)
    return item ? [{ item, by, at: at.toISOString() }] : []
  })
}

/** The open items that the asker’s wait for, each with those that do. */
async function awaited(ctx: Ctx, own: readonly Item[]) {
  const waiting = new Map(own.map((one) => [one.id, one]))
  const links = await ctx.db
    .selectFrom('work_links')
    .select(['item_id', 'other_id'])
    .where('kind', '=', 'waits-for')
    .where('item_id', '=', any([...waiting.keys()]))
    .execute()
  const rows = await (await visibleItems(ctx))
    .selectAll()
    .where('id', '=', any(links.map((link) => link.other_id)))
    .where('done_at', 'is', null)
    .orderBy(sql`due_on nulls last`)
    .execute()
  return (await toItems(ctx, rows)).map((item) => ({
    item,
    for: links
      .filter((link) => link.other_id === item.id)
      .map((link) => waiting.get(link.item_id)!)
      .map(({ id, number, title }) => ({ id, number, title })),
  }))
}
