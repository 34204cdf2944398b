import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { carriesOver, isMissed, nextDay, whyNotAction } from '../rules.ts'
import { agendaSources } from './agenda.ts'
import { checkIn, requirePoint, toPoint } from './check-ins-show.ts'
import { requireFresh, requirePresent, requireRow, todayOf } from './rows.ts'
import { keepPoint, keepText, plan, plannedOf, prepare, recordSeries, requireWritable } from './series.ts'
import type { CheckInRow, SeriesRow } from './tables-people.ts'

const { events } = teamwork

async function recordPoint(ctx: Ctx, row: SeriesRow, id: string): Promise<void> {
  if (row.kind === 'one-to-one') await ctx.record(events.oneToOne, id, {})
  else await ctx.record(events.pointWritten, id, { name: row.name })
}

export async function addPoint(ctx: Ctx, { id, what, said, red }: In<typeof teamwork.addPoint>) {
  const row = await requireWritable(ctx, id)
  const planned = await plannedOf(ctx, id)
  if (!planned) throw conflict('This check-in has ended. Take it up again to write on its board.')
  const found = red ? (await ctx.use(agendaSources).of(ctx)).find((one) => one.key === red) : undefined
  if (red && !found) throw conflict('It is not red any more.')
  if (!found && !what) throw invalid('Say what the point is.', [{ field: 'what', message: 'is missing' }])

  const about = { source: found?.key ?? null, link: found?.link ?? null, need: found?.need ?? null }
  const point = await keepPoint(ctx, id, planned.id, { what: what ?? found?.what ?? '', said, ...about })
  await recordPoint(ctx, row, point)

  return toPoint(await requirePoint(ctx, point), await todayOf(ctx))
}

export async function changePoint(ctx: Ctx, { id, version, ...said }: In<typeof teamwork.changePoint>) {
  const before = await requirePoint(ctx, id)
  const row = await requireWritable(ctx, before.series_id)
  requireFresh(before, version, 'this point')
  const ownerId = said.ownerId === undefined ? before.owner_id : said.ownerId
  const dueOn = said.dueOn === undefined ? before.due_on : said.dueOn
  const objection = whyNotAction(ownerId, dueOn)
  if (objection) throw invalid(objection)
  const owner =
    said.ownerId && said.ownerId !== before.owner_id ? await requirePresent(ctx, said.ownerId) : null
  const { what = before.what, said: words = before.said } = said
  const isReworded = what !== before.what || words !== before.said

  await ctx.update('teamwork_points', id, {
    ...{ stage: said.stage, due_on: dueOn, owner_id: ownerId, version: version + 1 },
    owner_name: owner?.name ?? (ownerId === null ? null : before.owner_name),
    ...(said.isRemoved === undefined ? {} : { removed_at: said.isRemoved ? ctx.now : null }),
    ...(isReworded ? { current_id: await keepText(ctx, id, what, words) } : {}),
  })
  await recordPoint(ctx, row, id)
  const link = `/check-ins/${row.id}`
  if (owner)
    await notify(ctx, owner.id, {
      title: `Yours to do: ${what}`,
      why: `From ${row.name}, by ${dueOn}.`,
      link,
    })

  return toPoint(await requirePoint(ctx, id), await todayOf(ctx))
}

async function requireMeeting(ctx: Ctx, series: string, id: string): Promise<CheckInRow> {
  const row = await requireRow(ctx, 'teamwork_check_ins', id, 'This check-in')
  if (row.series_id !== series) throw missing('This check-in')
  return row
}

const pointsAt = (ctx: Ctx, meeting: string) =>
  ctx.db.selectFrom('teamwork_points').selectAll().where('check_in_id', '=', meeting).execute()

/** Close one as held or missed; what is open comes along to the next, whose agenda is prepared. */
async function close(ctx: Ctx, row: SeriesRow, meeting: CheckInRow, state: 'held' | 'missed') {
  const today = await todayOf(ctx)
  await ctx.update('teamwork_check_ins', meeting.id, {
    ...{ state, closed_at: ctx.now, closed_by: ctx.actor.name },
  })
  const next = await plan(ctx, row, nextDay(meeting.on_day, row.every, today))
  for (const point of await pointsAt(ctx, meeting.id))
    if (carriesOver(point) && point.removed_at === null)
      await ctx.update('teamwork_points', point.id, { check_in_id: next, carried: point.carried + 1 })
  await prepare(ctx, row, next)
  await recordMeeting(ctx, row, meeting, state === 'held' ? 'held' : 'missed')
}

async function recordMeeting(ctx: Ctx, row: SeriesRow, { on_day: day }: CheckInRow, how: string) {
  if (row.kind === 'one-to-one') await recordSeries(ctx, row, how)
  else await ctx.record(events.checkInHeld, row.id, { name: row.name, day, how })
}

export async function hold(ctx: Ctx, { id, meetingId }: In<typeof teamwork.hold>) {
  const row = await requireWritable(ctx, id)
  const meeting = await requireMeeting(ctx, id, meetingId)
  if (meeting.state !== 'planned')
    throw conflict(`The check-in of ${meeting.on_day} is ${meeting.state} already.`)
  if (row.ended_on) throw conflict('This check-in has ended. Take it up again first.')

  await close(ctx, row, meeting, 'held')

  return checkIn(ctx, { id })
}

export async function undoHolding(ctx: Ctx, { id, meetingId }: In<typeof teamwork.undoHolding>) {
  const row = await requireWritable(ctx, id)
  const meeting = await requireMeeting(ctx, id, meetingId)
  const next = await plannedOf(ctx, id)
  const latest = (await checkIn(ctx, { id })).past[0]
  if (meeting.state !== 'held' || latest?.id !== meetingId || !next)
    throw conflict('Only the last one that was held can be taken back.')

  for (const point of await pointsAt(ctx, next.id))
    await ctx.update('teamwork_points', point.id, {
      ...{ check_in_id: meetingId, carried: Math.max(0, point.carried - 1) },
    })
  await ctx.delete('teamwork_check_ins', next.id)
  await ctx.update('teamwork_check_ins', meetingId, { state: 'planned', closed_at: null, closed_by: null })
  await recordMeeting(ctx, row, meeting, 'took back the holding of')

  return checkIn(ctx, { id })
}

const call = { actor: system('teamwork'), via: 'job' }

/** Once a day: what nobody noted as held was missed, and the next one is prepared; each in a transaction of its own. */
async function closeMissed(app: App): Promise<void> {
  const planned = await app.db
    .selectFrom('teamwork_check_ins')
    .select('id')
    .where('state', '=', 'planned')
    .execute()
  for (const { id } of planned)
    await retrying(() => transact(app, call, 'a missed check-in', (ctx) => closeIfMissed(ctx, id)))
}

async function closeIfMissed(ctx: Ctx, id: string): Promise<void> {
  const meeting = await requireRow(ctx, 'teamwork_check_ins', id, 'This check-in')
  const row = await requireRow(ctx, 'teamwork_series', meeting.series_id, 'This check-in')
  const isOpen = meeting.state === 'planned' && row.ended_on === null
  if (isOpen && isMissed(meeting.on_day, await todayOf(ctx))) await close(ctx, row, meeting, 'missed')
}

export const missedCheckIns = job<Record<string, never>>('teamwork.missed', closeMissed, {
  every: '20 5 * * *',
})
