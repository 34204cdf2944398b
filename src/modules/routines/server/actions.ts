import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { addDays, dayIn } from '../../../methods/days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { remove, visibleItems } from '../../work/server/index.ts'
import { routines } from '../contract.ts'
import { dueBetween, whyNotTerms } from '../rules.ts'
import { makeDue, makeOne } from './due.ts'
import { toMakings } from './makings.ts'
import { exceptionsOf, requireRoutine, shown, termsOf } from './reading.ts'
import type { RoutineRow } from './tables.ts'
import { requireTemplate } from './templates.ts'

const { events } = routines
type Said = In<typeof routines.add>

async function requireSaid(ctx: Ctx, said: Said): Promise<void> {
  const template = await requireTemplate(ctx, said.templateId)
  if (template.retired_at)
    throw conflict(`The template “${template.name}” is retired. Take it into use again first.`)
  const objection = whyNotTerms(said)
  if (objection) throw invalid(objection, [{ field: 'rule', message: objection }])
}

const toColumns = (ctx: Ctx, said: Said) => ({
  ...{ name: said.name, template_id: said.templateId, rule: said.rule, zone: said.zone, time: said.time },
  ...{ starts_on: said.startsOn, ends_on: said.endsOn, lead: said.lead, shift: said.shift },
  ...{ missed: said.missed, changed_by: ctx.actor.name, changed_at: ctx.now },
})

export async function add(ctx: Ctx, said: Said) {
  await requireSaid(ctx, said)

  const id = ctx.id('rtn')
  await ctx.insert('routines_routines', {
    ...{ id, ...toColumns(ctx, said), version: 1, since_on: dayIn(said.zone, ctx.now) },
    ...{ paused_until: null, stopped_at: null },
    ...{ owner_id: ctx.actor.personId ?? null, owner_name: ctx.actor.name },
  })
  await ctx.record(events.added, id, {})
  ctx.enqueue(makeDue, {})

  return shown(ctx, id)
}

/** What an earlier rule made stays; the new one begins behind it, so that no day comes twice. */
async function sinceAfterChange(ctx: Ctx, row: RoutineRow, zone: string): Promise<string> {
  const today = dayIn(zone, ctx.now)
  const last = await ctx.db
    .selectFrom('routines_makings')
    .select((making) => making.fn.max('due_on').as('day'))
    .where('routine_id', '=', row.id)
    .where('outcome', 'in', ['made', 'taken-back'])
    .executeTakeFirst()
  return last?.day && last.day >= today ? addDays(last.day, 1) : today
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof routines.change>) {
  const row = await requireRoutine(ctx, id)
  if (row.version !== version)
    throw conflict(
      `${row.changed_by} changed this routine since you opened it. Load it again and repeat your change.`,
    )
  await requireSaid(ctx, said)

  const { rule, zone, time, starts_on: startsOn } = row
  const isOther =
    JSON.stringify([rule, zone, time, startsOn]) !==
    JSON.stringify([said.rule, said.zone, said.time, said.startsOn])
  const since = isOther ? { since_on: await sinceAfterChange(ctx, row, said.zone) } : {}
  await ctx.update('routines_routines', id, { ...toColumns(ctx, said), ...since, version: version + 1 })
  await ctx.record(events.changed, id, {})
  ctx.enqueue(makeDue, {})

  return shown(ctx, id)
}

export async function pause(ctx: Ctx, { id, until }: In<typeof routines.pause>) {
  const row = await requireRoutine(ctx, id)
  if (until && until <= dayIn(row.zone, ctx.now))
    throw invalid(`${until} is not ahead. Choose the day on which it goes on.`)

  await ctx.update('routines_routines', id, { paused_until: until })
  if (until) await ctx.record(events.paused, id, { until })
  else await ctx.record(events.resumed, id, {})

  return shown(ctx, id)
}

export async function stop(ctx: Ctx, { id, isStopped }: In<typeof routines.stop>) {
  const row = await requireRoutine(ctx, id)
  if ((row.stopped_at !== null) === isStopped)
    throw conflict(isStopped ? 'It is stopped already.' : 'It runs already.')

  // What came due while it stood still is not made up for.
  const since = isStopped ? {} : { since_on: dayIn(row.zone, ctx.now) }
  await ctx.update('routines_routines', id, { stopped_at: isStopped ? ctx.now : null, ...since })
  await ctx.record(isStopped ? events.stopped : events.restarted, id, {})

  return shown(ctx, id)
}

/** An occurrence of the rule, by what the clock shows; what was dealt with is refused unless it may be made again. */
export async function requireOccurrence(ctx: Ctx, row: RoutineRow, occurs: string) {
  const day = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(occurs) ? Date.parse(`${occurs}Z`) : Number.NaN
  if (Number.isNaN(day)) throw missing('This occurrence')
  const around = { free: await freeDaysOf(ctx), exceptions: await exceptionsOf(ctx, row.id) }
  const window = { from: new Date(day - 86_400_000), to: new Date(day + 86_400_000), most: 10 }
  const due = dueBetween(termsOf(row), around, window).find((one) => one.occurs === occurs)
  if (!due) throw missing('This occurrence')
  const making = await ctx.db
    .selectFrom('routines_makings')
    .selectAll()
    .where('routine_id', '=', row.id)
    .where('occurs', '=', occurs)
    .executeTakeFirst()
  return { due, making }
}

export async function makeNow(ctx: Ctx, { id, occurs }: In<typeof routines.makeNow>) {
  const row = await requireRoutine(ctx, id)
  const { due, making } = await requireOccurrence(ctx, row, occurs)
  if (making?.outcome === 'made') throw conflict(`It was made already, by ${making.made_by}.`)

  if (making) await ctx.delete('routines_makings', making.id)
  const made = await makeOne(ctx, row, { ...due, isSkipped: false })

  return (await toMakings(ctx, [made]))[0]!
}

export async function takeBack(ctx: Ctx, { id }: In<typeof routines.takeBack>) {
  const making = await ctx.db
    .selectFrom('routines_makings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!making) throw missing('What was made')
  const row = await requireRoutine(ctx, making.routine_id)
  if (making.outcome !== 'made') throw conflict('Nothing was made here that could be taken back.')
  const there = await (await visibleItems(ctx)).select('id').where('id', 'in', making.item_ids).execute()

  if (there.length > 0) await remove(ctx, { ids: there.map((one) => one.id) })
  const after = await ctx.update('routines_makings', id, { outcome: 'taken-back' })
  await ctx.record(events.takenBack, row.id, { day: making.due_on })

  return (await toMakings(ctx, [after!]))[0]!
}
