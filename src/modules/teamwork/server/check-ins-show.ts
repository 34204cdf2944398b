import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { streakOf } from '../rules.ts'
import type { Board, Point, SeriesLine } from '../things/check-in.ts'
import { agendaSources } from './agenda.ts'
import { isMe, manages, requireRow, todayOf } from './rows.ts'
import type { CheckInRow, SeriesRow } from './tables-people.ts'

export const peopleIn = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('teamwork_series_people')
    .selectAll()
    .where('series_id', 'in', ids)
    .orderBy('person_name')
    .execute()
type Member = Awaited<ReturnType<typeof peopleIn>>[number]

/** A one-to-one is its two people’s alone; other series may be looked into by those who manage teamwork. */
const mayRead = (ctx: Ctx, row: SeriesRow, people: Member[]): boolean =>
  people.some((one) => isMe(ctx, one.person_id)) || (row.kind !== 'one-to-one' && manages(ctx))

export const mayWrite = (ctx: Ctx, row: SeriesRow, people: Member[]): boolean =>
  people.some((one) => !one.is_guest && isMe(ctx, one.person_id)) ||
  (row.kind !== 'one-to-one' && manages(ctx))

/** A series that whoever asks may read; another is missing, as if it were not there. */
export async function requireSeries(ctx: Ctx, id: string) {
  const row = await requireRow(ctx, 'teamwork_series', id, 'This check-in')
  const people = await peopleIn(ctx, [id])
  if (!mayRead(ctx, row, people)) throw missing('This check-in')
  return { row, people }
}

const meetingsOf = (ctx: Ctx, ids: string[]) =>
  ctx.db
    .selectFrom('teamwork_check_ins')
    .selectAll()
    .where('series_id', 'in', ids)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Points with the words in force; without those whose subject whoever asks may not read. */
async function pointsOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.db
    .selectFrom('teamwork_points as point')
    .innerJoin('teamwork_point_texts as said', 'said.id', 'point.current_id')
    .selectAll('point')
    .select(['said.what', 'said.said'])
    .where('point.series_id', 'in', ids)
    .where('point.removed_at', 'is', null)
    .orderBy('point.made_at')
    .orderBy('point.id')
    .execute()
  return rows.filter((row) => row.need === null || holds(ctx.actor, row.need))
}
export type PointRow = Awaited<ReturnType<typeof pointsOf>>[number]

export const toPoint = (row: PointRow, today: string): Point => ({
  ...{ id: row.id, what: row.what, said: row.said, stage: row.stage, dueOn: row.due_on },
  owner: row.owner_id ? { id: row.owner_id, name: row.owner_name ?? '' } : null,
  isLate: row.stage !== 'done' && row.due_on !== null && row.due_on < today,
  ...{ carried: row.carried, link: row.link, by: row.made_by, version: row.version },
})

export async function requirePoint(ctx: Ctx, id: string): Promise<PointRow> {
  const { series_id } = await requireRow(ctx, 'teamwork_points', id, 'This point')
  await requireSeries(ctx, series_id)
  const row = await ctx.db
    .selectFrom('teamwork_points as point')
    .innerJoin('teamwork_point_texts as said', 'said.id', 'point.current_id')
    .selectAll('point')
    .select(['said.what', 'said.said'])
    .where('point.id', '=', id)
    .executeTakeFirst()
  if (!row || (row.need !== null && !holds(ctx.actor, row.need))) throw missing('This point')
  return row
}

type Around = { people: Member[]; meetings: CheckInRow[]; points: PointRow[] }

async function aroundOf(ctx: Ctx, ids: string[]): Promise<Around> {
  return {
    people: await peopleIn(ctx, ids),
    meetings: await meetingsOf(ctx, ids),
    points: await pointsOf(ctx, ids),
  }
}

function toLine(ctx: Ctx, row: SeriesRow, around: Around): SeriesLine {
  const people = around.people.filter((one) => one.series_id === row.id)
  const meetings = around.meetings.filter((one) => one.series_id === row.id)
  const next = meetings.find((one) => one.state === 'planned')
  const past = meetings.flatMap((one) => (one.state === 'planned' ? [] : [one.state]))
  const named = (isGuest: boolean) =>
    people
      .filter((one) => one.is_guest === isGuest)
      .map((one) => ({ id: one.person_id, name: one.person_name }))
  return {
    ...{ id: row.id, name: row.name, kind: row.kind, every: row.every, endedOn: row.ended_on },
    ...{ owner: { id: row.owner_id, name: row.owner_name }, people: named(false), guests: named(true) },
    ...{ nextOn: next?.on_day ?? null, streak: streakOf(past), version: row.version },
    open: around.points.filter((one) => one.check_in_id === next?.id && one.stage !== 'done').length,
    can: { write: mayWrite(ctx, row, people) },
  }
}

export async function checkIns(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('teamwork_series')
    .selectAll()
    .orderBy('ended_on', (order) => order.desc().nullsFirst())
    .orderBy('name')
    .execute()
  if (rows.length === 0) return { items: [] }
  const around = await aroundOf(
    ctx,
    rows.map((row) => row.id),
  )
  const seen = rows.filter((row) =>
    mayRead(
      ctx,
      row,
      around.people.filter((one) => one.series_id === row.id),
    ),
  )
  return { items: seen.map((row) => toLine(ctx, row, around)) }
}

const shown = 12

export async function checkIn(ctx: Ctx, { id }: { id: string }): Promise<Board> {
  const { row } = await requireSeries(ctx, id)
  const around = await aroundOf(ctx, [id])
  const today = await todayOf(ctx)
  const next = around.meetings.find((one) => one.state === 'planned')
  const closed = around.meetings.filter((one) => one.state !== 'planned')
  const at = (meeting: string | undefined) =>
    around.points.filter((one) => one.check_in_id === meeting).map((one) => toPoint(one, today))
  const line = toLine(ctx, row, around)
  return {
    ...line,
    ...{ nextId: next?.id ?? null, points: at(next?.id) },
    red: row.kind === 'one-to-one' || !next ? [] : await redOf(ctx, around.points),
    past: closed.slice(0, shown).map((one, place) => ({
      ...{ id: one.id, on: one.on_day, state: one.state as 'held' | 'missed', points: at(one.id) },
      canReopen: place === 0 && one.state === 'held' && line.can.write,
    })),
  }
}

/** What is red and stands on the agenda under no open point. */
async function redOf(ctx: Ctx, points: PointRow[]): Promise<Board['red']> {
  const taken = new Set(points.filter((one) => one.stage !== 'done').map((one) => one.source))
  const found = await ctx.use(agendaSources).of(ctx)
  return found
    .filter((one) => !taken.has(one.key))
    .map(({ key, what, why, link }) => ({ key, what, why, link }))
}
