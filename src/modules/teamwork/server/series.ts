import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { nextDay } from '../rules.ts'
import { agendaSources } from './agenda.ts'
import { checkIn, mayWrite, peopleIn, requireSeries } from './check-ins-show.ts'
import { requireFresh, requireMe, requirePresent, todayOf } from './rows.ts'
import type { SeriesRow } from './tables-people.ts'

const { events } = teamwork

/** Say what was done; of a one-to-one nobody else reads even that. */
export async function recordSeries(ctx: Ctx, row: Pick<SeriesRow, 'id' | 'kind' | 'name'>, how: string) {
  if (row.kind === 'one-to-one') await ctx.record(events.oneToOne, row.id, {})
  else await ctx.record(events.seriesSaved, row.id, { name: row.name, how })
}

export async function requireWritable(ctx: Ctx, id: string) {
  const { row, people } = await requireSeries(ctx, id)
  if (!mayWrite(ctx, row, people))
    throw forbidden(
      `You are a guest of ${row.name}: you read it. Ask ${row.owner_name} to make you one of its people.`,
    )
  return row
}

function requireTwo(kind: SeriesRow['kind'], people: Set<string>, guests: string[]): void {
  if (kind === 'one-to-one' && (people.size !== 2 || guests.length > 0))
    throw invalid('A one-to-one is between two people, without guests.')
}

async function writePeople(ctx: Ctx, id: string, people: Set<string>, guests: Set<string>): Promise<void> {
  const before = await peopleIn(ctx, [id])
  for (const one of before)
    if (!people.has(one.person_id) && !guests.has(one.person_id))
      await ctx.delete('teamwork_series_people', one.id)
  for (const person of new Set([...people, ...guests])) {
    const is_guest = !people.has(person)
    const known = before.find((one) => one.person_id === person)
    if (known) await ctx.update('teamwork_series_people', known.id, { is_guest })
    else {
      const { name } = await requirePresent(ctx, person)
      const row = { id: ctx.id('srp'), series_id: id, person_id: person, person_name: name, is_guest }
      await ctx.insert('teamwork_series_people', row)
    }
  }
}

export async function addSeries(ctx: Ctx, said: In<typeof teamwork.addSeries>) {
  const me = requireMe(ctx)
  const today = await todayOf(ctx)
  if (said.nextOn < today) throw invalid('The first one lies ahead: choose today or later.')
  const people = new Set([me.id, ...said.peopleIds])
  requireTwo(said.kind, people, said.guestIds)

  const row = await ctx.insert('teamwork_series', {
    ...{ id: ctx.id('srs'), name: said.name, kind: said.kind, every: said.every },
    ...{ owner_id: me.id, owner_name: me.name, ended_on: null, version: 1 },
  })
  await writePeople(ctx, row.id, people, new Set(said.guestIds))
  await prepare(ctx, row, await plan(ctx, row, said.nextOn))
  await recordSeries(ctx, row, 'began')
  const why = `The first one is on ${said.nextOn}.`
  for (const id of new Set([...people, ...said.guestIds]))
    await notify(ctx, id, { title: `You are asked to ${row.name}`, why, link: `/check-ins/${row.id}` })

  return checkIn(ctx, { id: row.id })
}

/** The next one; its agenda is prepared once what is open has come along. */
export async function plan(ctx: Ctx, row: SeriesRow, on: string): Promise<string> {
  const id = ctx.id('chk')
  await ctx.insert('teamwork_check_ins', {
    ...{ id, series_id: row.id, on_day: on, state: 'planned' as const, closed_at: null, closed_by: null },
  })
  return id
}

/** What is red comes onto the agenda by itself, once each as long as it is open there. */
export async function prepare(ctx: Ctx, row: SeriesRow, meeting: string): Promise<void> {
  if (row.kind !== 'executive') return
  const open = await ctx.db
    .selectFrom('teamwork_points')
    .select('source')
    .where('series_id', '=', row.id)
    .where('stage', '<>', 'done')
    .execute()
  const taken = new Set(open.map((one) => one.source))
  for (const red of (await ctx.use(agendaSources).of(ctx)).filter((one) => !taken.has(one.key)))
    await keepPoint(ctx, row.id, meeting, {
      what: red.what,
      said: '',
      source: red.key,
      link: red.link,
      need: red.need,
    })
}

type NewPoint = {
  what: string
  said: string
  source: string | null
  link: string | null
  need: string | null
}

export async function keepPoint(ctx: Ctx, series: string, meeting: string, point: NewPoint): Promise<string> {
  const { what, said, ...about } = point
  const id = ctx.id('pnt')
  await ctx.insert('teamwork_points', {
    ...{ id, series_id: series, check_in_id: meeting, stage: 'agenda' as const, current_id: '', ...about },
    ...{ owner_id: null, owner_name: null, due_on: null, carried: 0, made_at: ctx.now, removed_at: null },
    ...{ made_by_id: ctx.actor.personId ?? null, made_by: ctx.actor.name, version: 1 },
  })
  await ctx.update('teamwork_points', id, { current_id: await keepText(ctx, id, what, said) })
  return id
}

/** Words are written once: what is between a few must not stand in the trail of changes. */
export async function keepText(ctx: Ctx, point_id: string, what: string, said: string): Promise<string> {
  const id = ctx.id('ptx')
  const by = { written_at: ctx.now, written_by: ctx.actor.name }
  await ctx.insert('teamwork_point_texts', { id, point_id, what, said, ...by })
  return id
}

export const plannedOf = (ctx: Ctx, series: string) =>
  ctx.db
    .selectFrom('teamwork_check_ins')
    .selectAll()
    .where('series_id', '=', series)
    .where('state', '=', 'planned')
    .executeTakeFirst()

export async function changeSeries(ctx: Ctx, { id, version, ...said }: In<typeof teamwork.changeSeries>) {
  const row = await requireWritable(ctx, id)
  requireFresh(row, version, 'this check-in')
  const today = await todayOf(ctx)
  const before = await peopleIn(ctx, [id])
  const idsOf = (guests: boolean) =>
    before.filter((one) => one.is_guest === guests).map((one) => one.person_id)
  const people = new Set(said.peopleIds ?? idsOf(false))
  const guests = said.guestIds ?? idsOf(true)
  requireTwo(row.kind, people, guests)
  if (said.nextOn !== undefined && said.nextOn < today)
    throw invalid('The next one lies ahead: choose today or later.')

  await writePeople(ctx, id, people, new Set(guests))
  await ctx.update('teamwork_series', id, {
    ...{ name: said.name, every: said.every, version: version + 1 },
    ...(said.isEnded === undefined ? {} : { ended_on: said.isEnded ? today : null }),
  })
  const planned = await plannedOf(ctx, id)
  if (planned && said.nextOn) await ctx.update('teamwork_check_ins', planned.id, { on_day: said.nextOn })
  if (planned && said.isEnded === false && planned.on_day < today && !said.nextOn)
    await ctx.update('teamwork_check_ins', planned.id, { on_day: nextDay(planned.on_day, row.every, today) })
  await recordSeries(ctx, row, said.isEnded === true ? 'ended' : 'changed')

  return checkIn(ctx, { id })
}
