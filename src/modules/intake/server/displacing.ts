import { sql } from 'kysely'
import { type Actor, system } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { sayDay } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import {
  assigneesOf,
  edit,
  type ItemRow,
  requireBoard,
  requireItem,
  standing,
  visibleItems,
} from '../../work/server/index.ts'
import type { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import type { Displacement, Terms } from '../things.ts'
import type { DisplacementRow, RequestRow } from './tables.ts'

type Displaced = { itemId: string; dueOn: string; words: string; ownerId: string; terms: Terms }

/** Who leads each item: whoever was assigned first, else whoever owns its board. */
async function ownersOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows: people } = await directory(ctx)
  const [assigned, stands] = [await assigneesOf(ctx, ids), await standing(ctx, ids)]
  const isHere = (id: string) => people.get(id)?.disabled_at === null
  return new Map(ids.map((id) => [id, assigned.get(id)?.find(isHere) ?? stands.get(id)!.boardOwnerId]))
}

export const ownerOf = async (ctx: Ctx, { id }: ItemRow): Promise<string> =>
  (await ownersOf(ctx, [id])).get(id)!

export async function requireDisplaceable(
  ctx: Ctx,
  { itemId, dueOn }: { itemId: string; dueOn: string },
): Promise<ItemRow> {
  const item = await requireItem(ctx, itemId)
  const name = `W-${item.number}`
  if (item.done_at) throw conflict(`${name} is done. There is nothing to displace.`)
  const later = item.due_on && item.due_on > (await todayOf(ctx)) ? item.due_on : await todayOf(ctx)
  if (dueOn <= later)
    throw invalid(`${name} would not give way: choose a day after ${later}.`, [
      { field: 'displaces.dueOn', message: `is not after ${later}` },
    ])
  return item
}

const toRow = (ctx: Ctx, row: RequestRow, item: ItemRow, said: Displaced) => ({
  ...{ id: ctx.id('dsp'), request_id: row.id, item_id: item.id, owner_id: said.ownerId },
  ...{ was_due_on: item.due_on, due_on: said.dueOn, terms: JSON.stringify(said.terms), words: said.words },
  ...{ asked_by_id: ctx.actor.personId ?? null, asked_by: ctx.actor.name, asked_at: ctx.now },
})

export async function askConsent(ctx: Ctx, row: RequestRow, item: ItemRow, said: Displaced): Promise<void> {
  const kept = await ctx.insert('intake_displacements', {
    ...{ ...toRow(ctx, row, item, said), state: 'asked' as const, answered_at: null, reason: null },
  })
  await notify(ctx, said.ownerId, {
    title: `May ${nameOf(row.number)} displace W-${item.number}?`,
    why: `${ctx.actor.name} wants to accept “${row.title}”. Your work would be due on ${sayDay(said.dueOn)}.`,
    link: `/displacements/${kept.id}`,
  })
}

/** One’s own work, displaced at once. */
export async function displaceNow(ctx: Ctx, row: RequestRow, item: ItemRow, said: Displaced): Promise<void> {
  await ctx.insert('intake_displacements', {
    ...{ ...toRow(ctx, row, item, said), state: 'accepted' as const, answered_at: ctx.now, reason: null },
  })
  await moveDue(ctx, item, said.dueOn)
}

/** The displaced item gets another day, whoever sees its board. */
export const moveDue = (ctx: Ctx, item: Pick<ItemRow, 'id'>, dueOn: string | null) =>
  edit(inside(ctx, ctx.actor.name), {
    ...{ ids: [item.id], patch: { dueOn }, addLabels: [], removeLabels: [] },
  })

/** What was agreed is carried out by us in somebody’s name: not everybody who consents sees every board. */
export function inside(ctx: Ctx, name: string): Ctx {
  const actor: Actor = { ...system('intake'), name }
  return { ...ctx, actor }
}

/** Nobody is asked any more. */
export async function dropDisplacement(ctx: Ctx, row: RequestRow): Promise<void> {
  const open = await ctx.db
    .selectFrom('intake_displacements')
    .select(['id', 'owner_id'])
    .where('request_id', '=', row.id)
    .where('state', '=', 'asked')
    .execute()
  for (const one of open) {
    await ctx.update('intake_displacements', one.id, { state: 'dropped', answered_at: ctx.now })
    await notify(ctx, one.owner_id, {
      title: `${nameOf(row.number)} displaces nothing of yours any more`,
      why: 'Your consent is not needed any more. Nothing changes.',
      link: `/displacements/${one.id}`,
    })
  }
}

/** What gave way for a request has its day again, unless somebody has given it another since. */
export async function giveBack(ctx: Ctx, row: RequestRow): Promise<void> {
  const agreed = await ctx.db
    .selectFrom('intake_displacements')
    .selectAll()
    .where('request_id', '=', row.id)
    .where('state', '=', 'accepted')
    .execute()
  for (const one of agreed) {
    await ctx.update('intake_displacements', one.id, { state: 'dropped' })
    const item = (await standing(ctx, [one.item_id])).get(one.item_id)!
    if (item.removed_at || item.done_at || item.due_on !== one.due_on) continue
    await moveDue(ctx, { id: one.item_id }, one.was_due_on)
    await notify(ctx, one.owner_id, {
      title: `${nameOf(row.number)} displaces W-${item.number} no more`,
      why: one.was_due_on ? `It is due on ${sayDay(one.was_due_on)} again.` : 'It has no due day again.',
      link: `/displacements/${one.id}`,
    })
  }
}

export async function toDisplacements(ctx: Ctx, rows: readonly DisplacementRow[]): Promise<Displacement[]> {
  const { rows: people } = await directory(ctx)
  const ids = rows.map((row) => row.item_id)
  const items = await (await visibleItems(ctx))
    .select(['id', 'number', 'title'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  const byId = new Map(items.map((one) => [one.id, one]))
  const requests = await ctx.db
    .selectFrom('intake_requests')
    .select(['id', 'number', 'title'])
    .where('id', '=', sql<string>`any(${rows.map((row) => row.request_id)})`)
    .execute()
  return rows.map((row) => {
    const item = byId.get(row.item_id)
    const request = requests.find((one) => one.id === row.request_id)!
    return {
      ...{ id: row.id, requestId: row.request_id, request: `${nameOf(request.number)} ${request.title}` },
      item: item ? `W-${item.number} ${item.title}` : 'An item you do not see',
      ...{ itemPath: `/work/items/${row.item_id}`, wasDueOn: row.was_due_on, dueOn: row.due_on },
      owner: people.get(row.owner_id)?.name ?? 'Somebody who left',
      ...{ state: row.state, words: row.words, askedBy: row.asked_by, reason: row.reason },
      askedAt: row.asked_at.toISOString(),
    }
  })
}

export async function displacementsOf(ctx: Ctx, row: RequestRow): Promise<Displacement[]> {
  const rows = await ctx.db
    .selectFrom('intake_displacements')
    .selectAll()
    .where('request_id', '=', row.id)
    .orderBy('asked_at')
    .execute()
  return rows.length === 0 ? [] : toDisplacements(ctx, rows)
}

export async function displaceable(ctx: Ctx, { id }: In<typeof intake.displaceable>) {
  await requireBoard(ctx, id)
  const rows = await (await visibleItems(ctx))
    .selectAll()
    .where('board_id', '=', id)
    .where('done_at', 'is', null)
    .orderBy(sql`due_on asc nulls last`)
    .orderBy('number')
    .limit(200)
    .execute()
  const { rows: people } = await directory(ctx)
  const ids = rows.map((row) => row.id)
  const [owners, leadsUp] = [
    await ownersOf(ctx, ids),
    await reaching(
      ctx,
      ids.map((itemId) => ({ kind: 'item', id: itemId })),
    ),
  ]
  const items = rows.map((row) => {
    const ownerId = owners.get(row.id)!
    return {
      ...{ id: row.id, name: `W-${row.number} ${row.title}`, dueOn: row.due_on },
      ...{ owner: people.get(ownerId)?.name ?? 'Somebody who left', isMine: ownerId === ctx.actor.personId },
      isVision: leadsUp({ kind: 'item', id: row.id }),
    }
  })
  return { items }
}
