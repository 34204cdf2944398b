import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import { settings } from '../../identity/server/index.ts'
import { type Fact, factsOf } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { amountOf } from '../rules.ts'
import { any, todayOf } from './records.ts'
import type { SprintRow, TakenRow } from './tables.ts'

export const takenAway = 'Taken away from its board'

/** What items of sprints that have not ended count, and when they were done, is kept as they change. */
export async function reconcile(ctx: Ctx, sprintIds?: readonly string[]): Promise<void> {
  let query = ctx.db.selectFrom('sprints_records').selectAll().where('state', '<>', 'closed')
  if (sprintIds) query = query.where('id', '=', any(sprintIds))
  const rows = new Map((await query.execute()).map((row) => [row.id, row]))
  const taken = await ctx.db
    .selectFrom('sprints_items')
    .selectAll()
    .where('sprint_id', '=', any([...rows.keys()]))
    .where('outcome', 'is', null)
    .execute()
  if (taken.length === 0) return
  const facts = new Map(
    (
      await factsOf(
        ctx,
        taken.map((one) => one.item_id),
      )
    ).map((one) => [one.id, one]),
  )
  const { timeZone } = await settings(ctx.db)
  for (const row of rows.values()) {
    const own = taken.filter((one) => one.sprint_id === row.id && facts.has(one.item_id))
    const changes = own.flatMap((one) => changeOf(row, one, facts.get(one.item_id)!, timeZone))
    await keep(ctx, row, changes)
  }
}

type Found = { taken: TakenRow; amount: number; doneOn: string | null; isRemoved: boolean }

function changeOf(row: SprintRow, taken: TakenRow, fact: Fact, zone: string): Found[] {
  const amount = amountOf(fact, row.measure)
  const doneOn = fact.doneAt ? dayIn(zone, fact.doneAt) : null
  const isSame = amount === taken.amount && doneOn === taken.done_on && !fact.isRemoved
  return isSame ? [] : [{ taken, amount, doneOn, isRemoved: fact.isRemoved }]
}

async function keep(ctx: Ctx, row: SprintRow, changes: readonly Found[]): Promise<void> {
  if (changes.length === 0) return
  await ctx.updateAll(
    'sprints_items',
    changes.map(({ taken, amount, doneOn, isRemoved }) => ({
      ...{ id: taken.id, amount, done_on: doneOn },
      ...(isRemoved ? { outcome: 'left' as const } : {}),
    })),
  )
  const told = changes.filter((one) => one.isRemoved || one.amount !== one.taken.amount)
  if (row.state !== 'open' || told.length === 0) return
  const today = await todayOf(ctx)
  await ctx.insertAll(
    'sprints_changes',
    told.map(({ taken, amount, isRemoved }) => ({
      ...{ id: ctx.id('spc'), sprint_id: row.id, item_id: taken.item_id, on_day: today, at: ctx.now },
      kind: isRemoved ? ('removed' as const) : ('estimated' as const),
      ...{ delta: isRemoved ? -taken.amount : amount - taken.amount, items: isRemoved ? -1 : 0 },
      ...{ reason: isRemoved ? takenAway : 'Estimated anew', by_name: ctx.actor.name },
    })),
  )
  await ctx.record(sprints.events.estimated, row.id, { name: row.name, count: told.length })
}
