import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { addDays, daysBetween } from '../../../methods/days.ts'
import { directory } from '../../identity/server/index.ts'
import { assigneesOf, visibleItems } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { whyNotClose, whyNotStart } from '../rules.ts'
import { capacityOf } from './capacity.ts'
import { reconcile } from './reconcile.ts'
import { any, requirePlanned, requirePlanner, takenIn } from './records.ts'
import { standing, toSprint } from './show.ts'
import type { SprintRow, TakenRow } from './tables.ts'

const { events } = sprints

export async function start(ctx: Ctx, { id, version }: In<typeof sprints.start>) {
  const row = await requirePlanned(ctx, { id, version })
  const taken = standing(await takenIn(ctx, [id]))
  const running = await ctx.db
    .selectFrom('sprints_records')
    .select('name')
    .where('team_id', '=', row.team_id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  const objection = whyNotStart({ ...row, items: taken.length }, running?.name ?? null)
  if (objection) throw conflict(objection)

  const { members } = await requirePlanner(ctx, row.team_id)
  const { capacity } = await capacityOf(ctx, row, members)
  const begun = await ctx.update('sprints_records', id, {
    ...{ state: 'open', capacity, started_at: ctx.now, started_by: ctx.actor.name, version: version + 1 },
  })
  await commit(ctx, taken)
  await ctx.record(events.started, id, { name: row.name })

  return toSprint(ctx, begun!)
}

/** What is promised, and under whose names. */
async function commit(ctx: Ctx, taken: readonly TakenRow[]): Promise<void> {
  const assignees = await assigneesOf(
    ctx,
    taken.map((one) => one.item_id),
  )
  const { rows: people } = await directory(ctx)
  const namesOf = (itemId: string) =>
    (assignees.get(itemId) ?? []).flatMap((each) => people.get(each)?.name ?? []).join(', ')
  await ctx.updateAll(
    'sprints_items',
    taken.map((one) => ({ id: one.id, committed: one.amount, committed_to: namesOf(one.item_id) })),
  )
}

export async function unstart(ctx: Ctx, { id, version }: In<typeof sprints.unstart>) {
  const row = await requirePlanned(ctx, { id, version })
  if (row.state !== 'open') throw conflict(`${row.name} does not run.`)
  const taken = await takenIn(ctx, [id])
  const changes = await ctx.db
    .selectFrom('sprints_changes')
    .select('id')
    .where('sprint_id', '=', id)
    .execute()
  if (changes.length > 0 || taken.some((one) => one.done_on !== null))
    throw conflict(`${row.name} is under way: its scope changed, or something is done. End it instead.`)

  const back = { state: 'planned' as const, capacity: null, started_at: null, started_by: null }
  const planned = await ctx.update('sprints_records', id, { ...back, version: version + 1 })
  await ctx.updateAll(
    'sprints_items',
    taken.map((one) => ({ id: one.id, committed: null, committed_to: '' })),
  )
  await ctx.record(events.unstarted, id, { name: row.name })

  return toSprint(ctx, planned!)
}

export async function close(ctx: Ctx, { id, version, outcomes }: In<typeof sprints.close>) {
  const row = await requirePlanned(ctx, { id, version })
  if (row.state !== 'open') throw conflict(`${row.name} does not run.`)
  const here = standing(await takenIn(ctx, [id]))
  const open = here.filter((one) => one.done_on === null)
  const decided = new Map(outcomes.map((one) => [one.itemId, one.to]))
  await requireDecided(
    ctx,
    open.filter((one) => !decided.has(one.item_id)).map((one) => one.item_id),
  )

  const carried = open.filter((one) => decided.get(one.item_id) === 'next')
  const outcomeOf = (one: TakenRow) =>
    one.done_on !== null
      ? ('done' as const)
      : carried.includes(one)
        ? ('carried' as const)
        : ('back' as const)
  await ctx.updateAll(
    'sprints_items',
    here.map((one) => ({ id: one.id, outcome: outcomeOf(one) })),
  )
  const done = { state: 'closed' as const, closed_at: ctx.now, closed_by: ctx.actor.name }
  const closed = await ctx.update('sprints_records', id, { ...done, version: version + 1 })
  const next = carried.length > 0 ? await nextOf(ctx, row) : null
  if (next) await carry(ctx, next, carried)
  await ctx.record(events.closed, id, { name: row.name })

  return { sprint: await toSprint(ctx, closed!), nextId: next?.id ?? null }
}

/** Items that whoever ends it does not see go back to their boards: nobody can decide on what they are not shown. */
async function requireDecided(ctx: Ctx, undecided: readonly string[]): Promise<void> {
  const rows = await (await visibleItems(ctx)).select('number').where('id', '=', any(undecided)).execute()
  const objection = whyNotClose(rows.map((row) => row.number))
  if (objection) throw conflict(objection)
}

async function carry(ctx: Ctx, next: SprintRow, carried: readonly TakenRow[]): Promise<void> {
  const known = await takenIn(ctx, [next.id])
  const fresh = carried.filter((one) => !known.some((each) => each.item_id === one.item_id))
  await ctx.insertAll(
    'sprints_items',
    fresh.map((one) => ({
      ...{ id: ctx.id('spi'), sprint_id: next.id, item_id: one.item_id, amount: one.amount },
      ...{ committed: null, committed_to: '', done_on: null, outcome: null },
      ...{ added_by: ctx.actor.name, added_at: ctx.now },
    })),
  )
  await reconcile(ctx, [next.id])
}

/** The sprint of the team that is planned next; one as long as this is made where there is none. */
async function nextOf(ctx: Ctx, row: SprintRow): Promise<SprintRow> {
  const planned = await ctx.db
    .selectFrom('sprints_records')
    .selectAll()
    .where('team_id', '=', row.team_id)
    .where('state', '=', 'planned')
    .orderBy('starts_on')
    .executeTakeFirst()
  if (planned) return planned
  const startsOn = addDays(row.ends_on, 1)
  const made = await ctx.insert('sprints_records', {
    ...{
      ...row,
      id: ctx.id('spr'),
      name: `After ${row.name}`.slice(0, 80),
      goal: '',
      state: 'planned' as const,
    },
    ...{ starts_on: startsOn, ends_on: addDays(startsOn, daysBetween(row.starts_on, row.ends_on)) },
    ...{ capacity: null, started_at: null, started_by: null, closed_at: null, closed_by: null },
    ...{ passes: 1, made_by: ctx.actor.name, made_at: ctx.now, version: 1 },
  })
  await ctx.record(events.planned, made.id, { name: made.name })
  return made
}
