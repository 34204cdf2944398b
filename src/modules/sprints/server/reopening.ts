import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { itemNumbers } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { whyNotReopen } from '../rules.ts'
import { reconcile } from './reconcile.ts'
import { any, requirePlanned, takenIn } from './records.ts'
import { standing, toSprint } from './show.ts'
import type { SprintRow, TakenRow } from './tables.ts'

type Elsewhere = { id: string; itemId: string; sprintId: string; name: string; isPlanned: boolean; at: Date }

/** Take the end of a sprint back: what was carried over comes back, as long as nobody built on it. */
export async function reopen(ctx: Ctx, { id, version }: In<typeof sprints.reopen>) {
  const row = await requirePlanned(ctx, { id, version })
  const ended = standing(await takenIn(ctx, [id]))
  const elsewhere = await elsewhereOf(ctx, ended)
  const isCarried = (one: Elsewhere) => one.isPlanned && one.at.getTime() === row.closed_at?.getTime()
  const numbers = await itemNumbers(
    ctx,
    elsewhere.map((one) => one.itemId),
  )
  const objection = whyNotReopen(row, {
    running: await runningOf(ctx, row),
    taken: elsewhere
      .filter((one) => !isCarried(one))
      .map((one) => ({ number: numbers.get(one.itemId) ?? 0, sprint: one.name })),
  })
  if (objection) throw conflict(objection)

  await ctx.deleteAll('sprints_items', { column: 'id', among: elsewhere.map((one) => one.id) })
  await ctx.updateAll(
    'sprints_items',
    ended.map((one) => ({ id: one.id, outcome: null })),
  )
  const again = { state: 'open' as const, closed_at: null, closed_by: null, version: version + 1 }
  const opened = await ctx.update('sprints_records', id, again)
  await removeMade(ctx, row, elsewhere)
  await reconcile(ctx, [id])
  await ctx.record(sprints.events.reopened, id, { name: row.name })

  return toSprint(ctx, opened!)
}

const runningOf = async (ctx: Ctx, row: SprintRow): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('sprints_records')
      .select('name')
      .where('team_id', '=', row.team_id)
      .where('state', '=', 'open')
      .executeTakeFirst()
  )?.name ?? null

/** Where items of a sprint that ended are by now. */
async function elsewhereOf(ctx: Ctx, ended: readonly TakenRow[]): Promise<Elsewhere[]> {
  const rows = await ctx.db
    .selectFrom('sprints_items as taken')
    .innerJoin('sprints_records as sprint', 'sprint.id', 'taken.sprint_id')
    .select(['taken.id', 'taken.item_id', 'taken.added_at', 'sprint.id as sprint_id', 'sprint.name'])
    .select('sprint.state')
    .where('taken.item_id', '=', any(ended.map((one) => one.item_id)))
    .where('taken.outcome', 'is', null)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, itemId: row.item_id, sprintId: row.sprint_id, name: row.name, at: row.added_at },
    isPlanned: row.state === 'planned',
  }))
}

/** The sprint that the end made for what was carried over goes again, when nobody has touched it. */
async function removeMade(ctx: Ctx, row: SprintRow, carried: readonly Elsewhere[]): Promise<void> {
  const [nextId] = carried.map((one) => one.sprintId)
  if (!nextId || (await takenIn(ctx, [nextId])).length > 0) return
  const next = await ctx.db
    .selectFrom('sprints_records')
    .select(['version', 'made_at'])
    .where('id', '=', nextId)
    .executeTakeFirstOrThrow()
  if (next.version === 1 && next.made_at.getTime() === row.closed_at?.getTime())
    await ctx.deleteAll('sprints_records', { column: 'id', among: [nextId] })
}
