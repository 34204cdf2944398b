import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { type ItemRow, requireItems } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { amountOf, whyNotScope } from '../rules.ts'
import { any, requirePlanned, takenIn, todayOf } from './records.ts'
import type { SprintRow, TakenRow } from './tables.ts'

const { events } = sprints

const counted = (item: ItemRow, row: SprintRow): number =>
  amountOf(
    { estimateMinutes: item.estimate_minutes, points: item.points === null ? null : Number(item.points) },
    row.measure,
  )

export async function take(ctx: Ctx, { id, ids, reason }: In<typeof sprints.take>) {
  const row = await requirePlanned(ctx, { id })
  const objection = whyNotScope(row.state, row.name, reason)
  if (objection) throw conflict(objection)
  const items = await requireItems(ctx, ids)
  const done = items.find((one) => one.done_at)
  if (done) throw conflict(`W-${done.number} is done: there is nothing left to take into a sprint.`)
  const fresh = await notElsewhere(ctx, row, items)

  await enter(ctx, row, fresh)
  await log(
    ctx,
    row,
    fresh.map((one) => ({ itemId: one.id, delta: counted(one, row) })),
    { kind: 'added', reason },
  )
  if (fresh.length > 0) await ctx.record(events.taken, id, { name: row.name, count: fresh.length })
  return { taken: fresh.length }
}

/** Items that are in this sprint already are passed over; those in another are refused. */
async function notElsewhere(ctx: Ctx, row: SprintRow, items: readonly ItemRow[]): Promise<ItemRow[]> {
  const found = await ctx.db
    .selectFrom('sprints_items as taken')
    .innerJoin('sprints_records as sprint', 'sprint.id', 'taken.sprint_id')
    .select(['taken.item_id', 'taken.sprint_id', 'sprint.name', 'sprint.team_name'])
    .where('taken.item_id', '=', any(items.map((one) => one.id)))
    .where('taken.outcome', 'is', null)
    .execute()
  const other = found.find((one) => one.sprint_id !== row.id)
  if (other) {
    const number = items.find((one) => one.id === other.item_id)!.number
    throw conflict(
      `W-${number} is in ${other.name} of ${other.team_name} already. An item is in one sprint at a time.`,
    )
  }
  return items.filter((one) => !found.some((each) => each.item_id === one.id))
}

async function enter(ctx: Ctx, row: SprintRow, items: readonly ItemRow[]): Promise<void> {
  const before = (await takenIn(ctx, [row.id])).filter((one) => one.outcome === 'left')
  const back = new Map(before.map((one) => [one.item_id, one]))
  await ctx.updateAll(
    'sprints_items',
    items.flatMap((one) => {
      const known = back.get(one.id)
      return known ? { id: known.id, outcome: null, amount: counted(one, row), done_on: null } : []
    }),
  )
  await ctx.insertAll(
    'sprints_items',
    items
      .filter((one) => !back.has(one.id))
      .map((one) => ({
        ...{ id: ctx.id('spi'), sprint_id: row.id, item_id: one.id, amount: counted(one, row) },
        ...{ committed: null, committed_to: '', done_on: null, outcome: null },
        ...{ added_by: ctx.actor.name, added_at: ctx.now },
      })),
  )
}

export async function leave(ctx: Ctx, { id, ids, reason }: In<typeof sprints.leave>) {
  const row = await requirePlanned(ctx, { id })
  const objection = whyNotScope(row.state, row.name, reason)
  if (objection) throw conflict(objection)
  const here = (await takenIn(ctx, [id])).filter((one) => one.outcome === null && ids.includes(one.item_id))
  if (here.some((one) => one.done_on !== null))
    throw conflict('What is done in a sprint stays in it: it is part of what was done.')

  await exit(ctx, row, here)
  await log(
    ctx,
    row,
    here.map((one) => ({ itemId: one.item_id, delta: -one.amount })),
    { kind: 'removed', reason },
  )
  if (here.length > 0) await ctx.record(events.left, id, { name: row.name, count: here.length })
  return { left: here.length }
}

/** What was never committed leaves no trace but the log. */
async function exit(ctx: Ctx, row: SprintRow, here: readonly TakenRow[]): Promise<void> {
  if (row.state === 'planned')
    await ctx.deleteAll('sprints_items', { column: 'id', among: here.map((one) => one.id) })
  else
    await ctx.updateAll(
      'sprints_items',
      here.map((one) => ({ id: one.id, outcome: 'left' as const })),
    )
}

type Scope = { itemId: string; delta: number }
async function log(
  ctx: Ctx,
  row: SprintRow,
  changes: readonly Scope[],
  { kind, reason }: { kind: 'added' | 'removed'; reason: string },
): Promise<void> {
  if (row.state !== 'open') return
  const today = await todayOf(ctx)
  await ctx.insertAll(
    'sprints_changes',
    changes.map(({ itemId, delta }) => ({
      ...{ id: ctx.id('spc'), sprint_id: row.id, item_id: itemId, kind, delta, reason, on_day: today },
      ...{ items: kind === 'added' ? 1 : -1, by_name: ctx.actor.name, at: ctx.now },
    })),
  )
}
