import type { Ctx } from '../../../kernel/ctx.ts'
import { factsOf } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { takenAway } from './reconcile.ts'
import { any, todayOf } from './records.ts'

const leftOpen = (ctx: Ctx) =>
  ctx.db
    .selectFrom('sprints_items as taken')
    .innerJoin('sprints_records as sprint', 'sprint.id', 'taken.sprint_id')
    .selectAll('taken')
    .select(['sprint.name', 'sprint.state'])
    .where('taken.outcome', '=', 'left')
    .where('sprint.state', '<>', 'closed')
    .execute()

type Left = Awaited<ReturnType<typeof leftOpen>>[number]

/** Items that are put back on their boards come back to the sprints that they left for it alone. */
export async function comeBack(ctx: Ctx): Promise<void> {
  const left = await leftOpen(ctx)
  if (left.length === 0) return
  const back = await thoseBack(ctx, left)

  await ctx.updateAll(
    'sprints_items',
    back.map((one) => ({ id: one.id, outcome: null })),
  )
  await log(
    ctx,
    back.filter((one) => one.state === 'open'),
  )
  for (const { sprint_id: id, name } of new Map(back.map((one) => [one.sprint_id, one])).values())
    await ctx.record(sprints.events.taken, id, {
      ...{ name, count: back.filter((one) => one.sprint_id === id).length },
    })
}

async function thoseBack(ctx: Ctx, left: readonly Left[]): Promise<Left[]> {
  const ids = left.map((one) => one.item_id)
  const facts = await factsOf(ctx, ids)
  const there = new Set(facts.filter((one) => !one.isRemoved).map((one) => one.id))
  const taken = await ctx.db
    .selectFrom('sprints_items')
    .select('item_id')
    .where('item_id', '=', any(ids))
    .where('outcome', 'is', null)
    .execute()
  const elsewhere = new Set(taken.map((one) => one.item_id))
  const reasons = await reasonsOf(ctx, left)
  // Who takes an item out of a sprint that is only planned leaves no line: there it can only have been taken away.
  const isGone = (one: Left) =>
    one.state === 'planned' || reasons.get(`${one.sprint_id} ${one.item_id}`) === takenAway
  return left.filter((one) => there.has(one.item_id) && !elsewhere.has(one.item_id) && isGone(one))
}

/** Why each item left last. */
async function reasonsOf(ctx: Ctx, left: readonly Left[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('sprints_changes')
    .select(['sprint_id', 'item_id', 'reason'])
    .where('sprint_id', '=', any(left.map((one) => one.sprint_id)))
    .where('kind', '=', 'removed')
    .orderBy('at')
    .execute()
  return new Map(rows.map((row) => [`${row.sprint_id} ${row.item_id}`, row.reason]))
}

async function log(ctx: Ctx, back: readonly Left[]): Promise<void> {
  const today = await todayOf(ctx)
  await ctx.insertAll(
    'sprints_changes',
    back.map((one) => ({
      ...{ id: ctx.id('spc'), sprint_id: one.sprint_id, item_id: one.item_id, kind: 'added' as const },
      ...{ delta: one.amount, items: 1, reason: 'Put back on its board', by_name: ctx.actor.name },
      ...{ on_day: today, at: ctx.now },
    })),
  )
}
