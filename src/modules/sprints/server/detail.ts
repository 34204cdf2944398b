import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, daysBetween } from '../../../methods/days.ts'
import { pointsOf } from '../../share/server/index.ts'
import { factsOf, itemNumbers, toItems, visibleItems } from '../../work/server/index.ts'
import type { Detail, sprints, Taken } from '../contract.ts'
import { hasAmount, velocityOf } from '../rules.ts'
import { burnOf, forecastOf } from './burning.ts'
import { capacityOf } from './capacity.ts'
import { any, plannedTeams, requireSprint, takenIn, todayOf } from './records.ts'
import { notesOf } from './review.ts'
import { figuresOf, standing, toSprint } from './show.ts'
import type { SprintRow, TakenRow } from './tables.ts'

export async function show(ctx: Ctx, { id }: In<typeof sprints.show>): Promise<Detail> {
  const row = await requireSprint(ctx, id)
  const taken = await takenIn(ctx, [id])
  const here = standing(taken)
  const items = await shownOf(ctx, taken)
  const facts = await factsOf(
    ctx,
    here.map((one) => one.item_id),
  )
  const changes = await changesOf(ctx, id)
  const today = await todayOf(ctx)
  const { members = [] } = (await plannedTeams(ctx)).find((one) => one.id === row.team_id) ?? {}
  return {
    ...{ sprint: await toSprint(ctx, row), items, hidden: taken.length - items.length },
    noEstimate: facts.filter((one) => !hasAmount(one, row.measure)).length,
    changes: changes.shown,
    burn: burnOf(row, taken, { changes: changes.rows, today }),
    days: daysOf(row),
    forecast: await forecastOf(ctx, row, taken, today),
    velocity: await velocity(ctx, row),
    people: (await capacityOf(ctx, row, members)).people,
    notes: await notesOf(ctx, id),
    price: await pointsOf(
      ctx,
      here.map((one) => one.item_id),
    ),
  }
}

const daysOf = (row: SprintRow): string[] =>
  Array.from({ length: daysBetween(row.starts_on, row.ends_on) + 1 }, (_, at) => addDays(row.starts_on, at))

async function shownOf(ctx: Ctx, taken: readonly TakenRow[]): Promise<Taken[]> {
  const ids = taken.map((one) => one.item_id)
  const rows = await (await visibleItems(ctx)).selectAll().where('id', '=', any(ids)).execute()
  const items = new Map((await toItems(ctx, rows)).map((one) => [one.id, one]))
  return taken.flatMap((one) => {
    const item = items.get(one.item_id)
    if (!item) return []
    return {
      ...{ item, amount: one.amount, committed: one.committed, committedTo: one.committed_to },
      ...{ doneOn: one.done_on, outcome: one.outcome },
    }
  })
}

async function changesOf(ctx: Ctx, sprintId: string) {
  const rows = await ctx.db
    .selectFrom('sprints_changes')
    .selectAll()
    .where('sprint_id', '=', sprintId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const numbers = await itemNumbers(
    ctx,
    rows.map((row) => row.item_id),
  )
  const shown = rows.map((row) => ({
    ...{ id: row.id, item: `W-${numbers.get(row.item_id) ?? '?'}`, kind: row.kind, delta: row.delta },
    ...{ reason: row.reason, by: row.by_name, day: row.on_day, at: row.at.toISOString() },
  }))
  return { rows, shown }
}

const remembered = 5

/** What the last sprints of the team with the same measure got done. */
async function velocity(ctx: Ctx, row: SprintRow): Promise<Detail['velocity']> {
  const past = await ctx.db
    .selectFrom('sprints_records')
    .select('id')
    .where('team_id', '=', row.team_id)
    .where('state', '=', 'closed')
    .where('measure', '=', row.measure)
    .where('starts_on', '<', row.starts_on)
    .orderBy('starts_on', 'desc')
    .limit(remembered)
    .execute()
  const taken = await takenIn(
    ctx,
    past.map((one) => one.id),
  )
  return velocityOf(past.map(({ id }) => figuresOf(taken.filter((one) => one.sprint_id === id)).done))
}
