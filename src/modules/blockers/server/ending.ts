import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { visibleItems } from '../../work/server/index.ts'
import { blockers } from '../contract.ts'
import { any, requireBlocker, requireFresh, requireOpen, requireOwner, toldOf } from './records.ts'
import { toBlocker } from './show.ts'

const { events } = blockers

export async function unblock(ctx: Ctx, { id, version, with: ended }: In<typeof blockers.unblock>) {
  const { row, item } = await requireFresh(ctx, { id, version })
  requireOpen(row)

  const done = { ended_at: ctx.now, ended_by: ctx.actor.name, ended_with: ended }
  const changed = await ctx.update('blockers_records', id, { ...done, version: version + 1 })
  await ctx.record(events.unblocked, id, toldOf(item))
  const title = `W-${item.number} is blocked no more`
  await notify(ctx, row.owner_id, {
    title,
    why: `${ctx.actor.name}: ${ended}`,
    link: '/blockers?state=ended',
  })

  return toBlocker(ctx, changed!)
}

export async function reopen(ctx: Ctx, { id, version }: In<typeof blockers.reopen>) {
  const { row, item } = await requireFresh(ctx, { id, version })
  if (!row.ended_at) throw conflict('This blocker has not ended.')
  if (item.done_at) throw conflict(`W-${item.number} is done: nothing blocks it any more.`)
  const twin = await ctx.db
    .selectFrom('blockers_records')
    .select('id')
    .where('item_id', '=', row.item_id)
    .where('party_kind', '=', row.party_kind)
    .where((where) => where(where.fn('lower', ['party']), '=', row.party.toLowerCase()))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (twin) throw conflict(`W-${item.number} is blocked by ${row.party} anew. Look at that one.`)

  const open = { ended_at: null, ended_by: null, ended_with: null }
  const changed = await ctx.update('blockers_records', id, { ...open, version: version + 1 })
  await ctx.record(events.reopened, id, toldOf(item))

  return toBlocker(ctx, changed!)
}

export async function escalate(ctx: Ctx, { id, version, toId, why }: In<typeof blockers.escalate>) {
  const { row, item } = await requireFresh(ctx, { id, version })
  requireOpen(row)
  const to = await requireOwner(ctx, toId, item)

  const changed = await ctx.update('blockers_records', id, {
    ...{ escalated_to_id: to.id, escalated_to: to.name, escalated_at: ctx.now, escalation: why },
    version: version + 1,
  })
  await ctx.record(events.escalated, id, { ...toldOf(item), to: to.name })
  await notify(ctx, to.id, {
    title: `${ctx.actor.name} hands up to you: W-${item.number} is blocked by ${row.party}`,
    ...{ why, link: '/blockers' },
  })

  return toBlocker(ctx, changed!)
}

const dayMs = 86_400_000

export async function nudge(ctx: Ctx, { ids }: In<typeof blockers.nudge>) {
  const rows = await ctx.db
    .selectFrom('blockers_records')
    .selectAll()
    .where('id', '=', any(ids))
    .where('ended_at', 'is', null)
    .execute()
  const items = await (await visibleItems(ctx))
    .select(['id', 'number'])
    .where('id', '=', any(rows.map((row) => row.item_id)))
    .execute()
  const numbers = new Map(items.map((one) => [one.id, one.number]))
  const due = rows.filter(
    (row) =>
      numbers.has(row.item_id) &&
      (row.reminded_at === null || ctx.now.getTime() - row.reminded_at.getTime() >= dayMs),
  )
  for (const row of due)
    await notify(ctx, row.owner_id, {
      title: `How does it stand: W-${numbers.get(row.item_id)} is blocked by ${row.party}`,
      why: `${ctx.actor.name} asks. ${row.reason}`,
      link: '/blockers',
    })
  await ctx.updateAll(
    'blockers_records',
    due.map((row) => ({ id: row.id, reminded_at: ctx.now })),
  )
  if (due.length > 0) await ctx.record(events.nudged, due[0]!.id, { count: due.length })
  return { nudged: due.length, passedOver: ids.length - due.length }
}

export async function answer(ctx: Ctx, { id, text, expectedOn }: In<typeof blockers.answer>) {
  const { row, item } = await requireBlocker(ctx, id)
  requireOpen(row)
  const changed = await keepAnswer(ctx, row.id, { text, expectedOn, isGuest: false })
  await ctx.record(events.answered, id, toldOf(item))
  return toBlocker(ctx, changed)
}

type Said = { text: string; expectedOn: string | null; isGuest: boolean }

/** A day that is answered is the day it is expected from now on. */
export async function keepAnswer(ctx: Ctx, id: string, { text, expectedOn, isGuest }: Said) {
  await ctx.insert('blockers_answers', {
    ...{ id: ctx.id('bla'), blocker_id: id, text, expected_on: expectedOn, at: ctx.now },
    ...{ by_id: ctx.actor.personId ?? null, by_name: ctx.actor.name, is_guest: isGuest },
  })
  const { version } = (await requireRow(ctx, id))!
  const patch = { version: version + 1, ...(expectedOn ? { expected_on: expectedOn } : {}) }
  return (await ctx.update('blockers_records', id, patch))!
}

const requireRow = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('blockers_records').select('version').where('id', '=', id).executeTakeFirst()
