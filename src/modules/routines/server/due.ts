import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { type Ctx, createCtx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import type { Service } from '../../../kernel/service.ts'
import { addDays, type Day, dayIn } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { routines } from '../contract.ts'
import { type Due, daysLate, whySkipped } from '../rules.ts'
import { makeFrom } from './making.ts'
import { aroundOf, mostMoved, openOf, requireRoutine } from './reading.ts'
import type { MakingRow, RoutineRow } from './tables.ts'
import { requireTemplate } from './templates.ts'

const { events } = routines
const call = { actor: system('routines'), via: 'job' }
/** Occurrences of one routine in one run: after a long time without a server the rest comes with the next run. */
const mostInRun = 60
const mostLooked = 2000

type Kept = Pick<MakingRow, 'outcome' | 'says'> & { itemIds?: string[] }

export async function keepMaking(
  ctx: Ctx,
  row: RoutineRow,
  due: Due,
  { outcome, says, itemIds = [] }: Kept,
): Promise<MakingRow> {
  const making = await ctx.insert('routines_makings', {
    ...{ id: ctx.id('rtm'), routine_id: row.id, occurs: due.occurs, due_on: due.dueOn, outcome, says },
    ...{ item_ids: JSON.stringify(itemIds), made_by: ctx.actor.name, made_at: ctx.now },
  })
  return making
}

const lateWords = (late: number): string =>
  late === 0 ? '' : `Made ${late} ${late === 1 ? 'day' : 'days'} late: nothing ran when it was to be made.`

/** Make what an occurrence asks for, and keep that it was made. */
export async function makeOne(ctx: Ctx, row: RoutineRow, due: Due): Promise<MakingRow> {
  const template = await requireTemplate(ctx, row.template_id)
  if (template.retired_at)
    throw new Problem('conflict', `Its template “${template.name}” is retired. Take it into use again.`)
  const note = lateWords(daysLate(due.makeAt, ctx.now, { zone: row.zone, since: row.since_on }))
  const today = dayIn(row.zone, ctx.now)

  const made = await makeFrom(ctx, template, { dueOn: due.dueOn, today, note })
  const says = [note, due.says].filter(Boolean).join(' ')
  const making = await keepMaking(ctx, row, due, {
    ...{ outcome: 'made', says },
    itemIds: made.map((one) => one.id),
  })
  await ctx.record(events.made, row.id, { item: `W-${made[0]!.number}` })

  return making
}

/** The first occurrence that is due now and not dealt with, of a routine that runs. */
async function firstDue(ctx: Ctx, row: RoutineRow): Promise<Due | undefined> {
  const today = dayIn(row.zone, ctx.now)
  const last = await ctx.db
    .selectFrom('routines_makings')
    .select((making) => making.fn.max('occurs').as('occurs'))
    .where('routine_id', '=', row.id)
    // One made before its time says nothing of those between.
    .where('occurs', '<', addDays(today, 1))
    .executeTakeFirst()
  const handled = last?.occurs?.slice(0, 10)
  const from: Day = handled && handled > row.since_on ? handled : row.since_on
  const around = (await aroundOf(ctx, [row.id], from))(row.id)
  const to = addDays(today, row.lead * 2 + mostMoved)
  return openOf(row, around, { from, to, most: mostLooked })
    .filter((due) => due.makeAt <= ctx.now)
    .sort((a, b) => a.makeAt.getTime() - b.makeAt.getTime())[0]
}

/** Deal with one occurrence in one transaction; with none where somebody else did meanwhile. */
async function dealWithNext(ctx: Ctx, id: string): Promise<void> {
  const row = await requireRoutine(ctx, id)
  if (row.stopped_at) return
  const due = await firstDue(ctx, row)
  if (!due) return
  const late = daysLate(due.makeAt, ctx.now, { zone: row.zone, since: row.since_on })
  const says = whySkipped(due, { pausedUntil: row.paused_until, missed: row.missed, late })
  if (says === null) await makeOne(ctx, row, due)
  else {
    await keepMaking(ctx, row, due, { outcome: 'skipped', says })
    await ctx.record(events.skipped, row.id, { day: due.dueOn })
  }
}

/** What cannot be made is kept with its reason, told to whoever owns the routine, and not tried for ever. */
async function keepRefusal(ctx: Ctx, id: string, reason: string): Promise<void> {
  const row = await requireRoutine(ctx, id)
  const due = await firstDue(ctx, row)
  if (!due) return
  await keepMaking(ctx, row, due, { outcome: 'refused', says: reason })
  await ctx.record(events.refused, row.id, { day: due.dueOn })
  if (row.owner_id)
    await notify(ctx, row.owner_id, {
      ...{ title: `${row.name} could not be made for ${due.dueOn}`, why: reason },
      link: `/routines/${row.id}`,
    })
}

const within = <T>(app: App, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  retrying(() => transact(app, call, 'a routine', work))

/** Looked at outside of a transaction: most of the time nothing is due, and nobody else has to wait for that. */
async function isDue(app: App, row: RoutineRow): Promise<boolean> {
  const { actor, via } = call
  const reader = {
    ...{ actor, via, now: app.clock(), request: via, address: via, agent: via },
    use: <T>(port: Service<T>) => app.services.useAs(port, actor),
    transact: () => Promise.reject(new Error('A look writes nothing.')),
  }
  return (await firstDue(createCtx(reader, app.db), row)) !== undefined
}

async function follow(app: App, row: RoutineRow): Promise<void> {
  for (let made = 0; made < mostInRun && (await isDue(app, row)); made += 1)
    try {
      await within(app, (ctx) => dealWithNext(ctx, row.id))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await within(app, (ctx) => keepRefusal(ctx, row.id, error.message))
    }
}

async function followAll(app: App): Promise<void> {
  const rows = await app.db
    .selectFrom('routines_routines')
    .selectAll()
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const row of rows)
    try {
      await follow(app, row)
    } catch (error) {
      app.log.error({ routine: row.id, error: String(error) }, 'a routine failed')
    }
}

/** Runs of one process come one after the other; those of several meet at the making, which is unique. */
const running = new WeakMap<App, Promise<void>>()

/** Makes what is due, each occurrence once: two that run at the same time, or one after a kill, find it made. */
export const makeDue = job<Record<string, never>>(
  'routines.makeDue',
  async (app) => {
    const run = (running.get(app) ?? Promise.resolve()).then(() => followAll(app))
    running.set(
      app,
      run.catch(() => undefined),
    )
    await run
  },
  { every: '* * * * *' },
)
