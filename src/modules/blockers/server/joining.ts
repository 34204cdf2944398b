import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import type { Need } from '../../identity/contract.ts'
import type { Badge } from '../../work/contract.ts'
import { type Guard, unseenOf } from '../../work/server/index.ts'
import { isOverdue, whyNotDone } from '../rules.ts'
import { mine } from './guest.ts'
import { any, todayOf } from './records.ts'
import { daysOf, toBlockers } from './show.ts'
import type { BlockerRow } from './tables.ts'

const openOf = (ctx: Ctx) =>
  ctx.db.selectFrom('blockers_records').selectAll().where('ended_at', 'is', null).orderBy('since_at')

async function openByItem(ctx: Ctx, ids: readonly string[]): Promise<Map<string, BlockerRow[]>> {
  const all = new Map<string, BlockerRow[]>()
  for (const row of await openOf(ctx).where('item_id', '=', any(ids)).execute())
    all.set(row.item_id, [...(all.get(row.item_id) ?? []), row])
  return all
}

/** “Blocked 4 d” on the cards of items that are. */
export async function markBlocked(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Badge[]>> {
  const open = await openByItem(ctx, ids)
  return new Map(
    [...open].map(([id, rows]) => [
      id,
      [
        {
          name: 'blocked',
          words: `Blocked ${daysOf(rows[0]!, ctx.now)} d · ${rows.map((row) => row.party).join(', ')}`,
          ...{ tone: 'bad' as const, path: `/blockers?itemId=${id}` },
        },
      ],
    ]),
  )
}

/** What is blocked is not done. */
export const guardDone: Guard = async (ctx, items, to) => {
  if (to.kind !== 'done') return new Map()
  const open = await openByItem(
    ctx,
    items.map((one) => one.id),
  )
  return new Map([...open].map(([id, rows]) => [id, whyNotDone(rows.map((row) => row.party))]))
}

/** Items that are blocked; `internal` and `external` for those by one side. */
export async function blockedItems(ctx: Ctx, value: string): Promise<string[]> {
  const rows = await openOf(ctx).execute()
  const kept = value === 'internal' || value === 'external' ? rows.filter((row) => row.kind === value) : rows
  return kept.map((row) => row.item_id)
}

/** Of these ids the blockers of items that the asker may not see: the feed is silent about them. */
export async function unseenBlockers(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('blockers_records')
    .select(['id', 'item_id'])
    .where('id', '=', any(ids))
    .execute()
  const unseen = new Set(
    await unseenOf(
      ctx,
      rows.map((row) => row.item_id),
    ),
  )
  return rows.filter((row) => unseen.has(row.item_id)).map((row) => row.id)
}

/** What blockers ask of a person today: those they see to that are overdue, and those handed up to them. */
export async function needsOfBlockers(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  if (!holds(ctx.actor, 'work:read')) return holds(ctx.actor, 'campaigns:guest') ? guestNeeds(ctx) : []
  const today = await todayOf(ctx)
  const rows = (await openOf(ctx).execute()).filter(
    (row) => row.owner_id === personId || row.escalated_to_id === personId,
  )
  const due = rows.filter(
    (row) =>
      row.escalated_to_id === personId ||
      isOverdue({ days: daysOf(row, ctx.now), expectedOn: row.expected_on, today }),
  )
  return (await toBlockers(ctx, due)).map((one) => ({
    title: `Unblock W-${one.item.number} ${one.item.title}`,
    why: one.escalated
      ? `Handed up to ${one.escalated.to}: ${one.escalated.why}`
      : `${one.party}, for ${one.days} days: ${one.reason}`,
    link: `/blockers?itemId=${one.item.id}`,
    ...(one.expectedOn ? { due: one.expectedOn } : {}),
  }))
}

async function guestNeeds(ctx: Ctx): Promise<Need[]> {
  const until = addDays(await todayOf(ctx), 7)
  return (await mine(ctx)).items
    .filter((one) => one.expectedOn === null || one.expectedOn <= until)
    .map((one) => ({
      title: `${one.item} waits for you: ${one.reason}`,
      why: one.answers.length === 0 ? 'Nobody answered yet. Say by when it comes.' : one.answers.at(-1)!.text,
      link: '/blockers/given',
      ...(one.expectedOn ? { due: one.expectedOn } : {}),
    }))
}
