import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { addDays, type Day, dayIn } from '../../../methods/days.ts'
import { inWords } from '../../../methods/recurrence.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { settings } from '../../identity/server/index.ts'
import { visibleBoards } from '../../work/server/index.ts'
import type { Routine, routines, Terms, Upcoming } from '../contract.ts'
import { type Due, dueBetween, type Exception, linesFor, whyNotTerms } from '../rules.ts'
import { madeOf, makingsShown } from './makings.ts'
import type { RoutineRow, TemplateRow } from './tables.ts'

const any = (ids: readonly string[]) => sql<string>`any(${ids})`
const shownNext = 5
/** An occurrence may be moved so many days, and a free time may last that long. */
export const mostMoved = 60
const followed = 400

export const termsOf = (row: RoutineRow): Terms => ({
  ...{ rule: row.rule, zone: row.zone, startsOn: row.starts_on, time: row.time, endsOn: row.ends_on },
  ...{ lead: row.lead, shift: row.shift, missed: row.missed },
})

export async function exceptionsOf(ctx: Ctx, routineId: string): Promise<Map<string, Exception>> {
  return (await exceptionsOfAll(ctx, [routineId])).get(routineId) ?? new Map()
}

async function exceptionsOfAll(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('routines_exceptions')
    .selectAll()
    .where('routine_id', '=', any(ids))
    .execute()
  const all = new Map<string, Map<string, Exception>>()
  for (const { routine_id: id, occurs, moved_to: movedTo, reason } of rows)
    all.set(id, (all.get(id) ?? new Map()).set(occurs, { occurs, movedTo, reason }))
  return all
}

/** What was dealt with of each routine, from a day on. */
async function dealtWith(ctx: Ctx, ids: readonly string[], from: Day) {
  const rows = await ctx.db
    .selectFrom('routines_makings')
    .select(['routine_id', 'occurs'])
    .where('routine_id', '=', any(ids))
    .where('occurs', '>=', addDays(from, -mostMoved - 1))
    .execute()
  const all = new Map<string, Set<string>>()
  for (const { routine_id: id, occurs } of rows) all.set(id, (all.get(id) ?? new Set()).add(occurs))
  return all
}

export const toUpcoming = (due: Due, until: Day | null): Upcoming => {
  const isPaused = until !== null && due.dueOn < until
  return {
    ...{ occurs: due.occurs, dueOn: due.dueOn, makeAt: due.makeAt.toISOString() },
    ...{ isSkipped: due.isSkipped || isPaused, isMoved: due.isMoved },
    says: isPaused && !due.isSkipped ? `Paused until ${until}.` : due.says,
  }
}

const laterOf = (a: Day, b: Day): Day => [a, b].sort()[1]!
const startOf = (day: Day): Date => new Date(`${addDays(day, -1)}T00:00:00Z`)

/** All that says when these routines come, read once for all of them; `from` is the first day that is asked for. */
export async function aroundOf(ctx: Ctx, ids: readonly string[], from: Day) {
  const free = await freeDaysOf(ctx)
  const [exceptions, done] = [await exceptionsOfAll(ctx, ids), await dealtWith(ctx, ids, from)]
  return (id: string) => ({
    ...{ free, exceptions: exceptions.get(id) ?? new Map<string, Exception>() },
    done: done.get(id) ?? new Set<string>(),
  })
}
type Around = ReturnType<Awaited<ReturnType<typeof aroundOf>>>
type Window = { from: Day; to: Day; most: number }

/** What is still to come of a routine, from a day on: what was dealt with is left out. */
export function openOf(row: RoutineRow, around: Around, { from, to, most }: Window): Due[] {
  const window = { from: startOf(addDays(from, -mostMoved)), to: startOf(to), most }
  if (window.to < window.from) return []
  return dueBetween(termsOf(row), around, window).filter(
    (due) => due.dueOn >= row.since_on && !around.done.has(due.occurs),
  )
}

function nextOf(row: RoutineRow, around: Around, now: Date): Upcoming[] {
  const today = dayIn(row.zone, now)
  const from = laterOf(today, row.starts_on)
  const span = /YEARLY/.test(row.rule) ? 366 * 6 : followed
  return openOf(row, around, { from, to: addDays(from, span), most: mostMoved + 40 })
    .filter((due) => due.dueOn >= today)
    .slice(0, shownNext)
    .map((due) => toUpcoming(due, row.paused_until))
}

async function templatesOf(ctx: Ctx): Promise<Map<string, TemplateRow>> {
  const rows = await ctx.db.selectFrom('routines_templates').selectAll().execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const whyNotRunning = (row: RoutineRow, template: TemplateRow, isAway: boolean): string | null => {
  if (row.stopped_at) return 'It is stopped.'
  if (template.retired_at) return `Its template “${template.name}” is retired. Take it into use again.`
  return isAway ? 'Its board is put away. Take the board out again.' : null
}

export async function toRoutines(ctx: Ctx, rows: readonly RoutineRow[]): Promise<Routine[]> {
  const boards = new Map((await visibleBoards(ctx)).map((one) => [one.id, one]))
  const templates = await templatesOf(ctx)
  const seen = rows.filter((row) => boards.has(templates.get(row.template_id)!.board_id))
  const ids = seen.map((row) => row.id)
  const [around, made] = [await aroundOf(ctx, ids, anywhere(ctx.now)), await madeOf(ctx, ids)]
  return seen.map((row) => {
    const template = templates.get(row.template_id)!
    const board = boards.get(template.board_id)!
    return {
      ...{ ...termsOf(row), id: row.id, name: row.name, version: row.version, owner: row.owner_name },
      ...{ isStopped: row.stopped_at !== null, pausedUntil: row.paused_until },
      ...{ template: { id: template.id, name: template.name }, board: { id: board.id, name: board.name } },
      inWords: inWords(linesFor(termsOf(row))),
      next: row.stopped_at ? [] : nextOf(row, around(row.id), ctx.now),
      ...(made.get(row.id) ?? { made: 0, last: null }),
      whyNot: whyNotRunning(row, template, board.archived_at !== null),
      ...{ changedBy: row.changed_by, changedAt: row.changed_at.toISOString() },
    }
  })
}

/** A day that is not ahead of today in any zone. */
const anywhere = (now: Date): Day => addDays(dayIn('UTC', now), -1)

export async function requireRoutine(ctx: Ctx, id: string): Promise<RoutineRow> {
  const row = await ctx.db.selectFrom('routines_routines').selectAll().where('id', '=', id).executeTakeFirst()
  const template = row && (await templatesOf(ctx)).get(row.template_id)
  const seen = template && (await visibleBoards(ctx)).some((one) => one.id === template.board_id)
  if (!row || !seen) throw missing('This routine')
  return row
}

export async function list(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('routines_routines')
    .selectAll()
    .orderBy('stopped_at', (by) => by.asc().nullsFirst())
    .orderBy('name')
    .execute()
  return { items: await toRoutines(ctx, rows) }
}

export const shown = async (ctx: Ctx, id: string): Promise<Routine> =>
  (await toRoutines(ctx, [await requireRoutine(ctx, id)]))[0]!

export const show = (ctx: Ctx, { id }: In<typeof routines.show>) => shown(ctx, id)

/** Says what a rule comes to while it is written; writes nothing. */
export async function preview(ctx: Ctx, said: In<typeof routines.preview>) {
  const terms: Terms = { ...said, zone: said.zone ?? (await settings(ctx.db)).timeZone }
  const whyNot = whyNotTerms(terms)
  if (whyNot) return { whyNot, inWords: '', next: [] }
  const today = dayIn(terms.zone, ctx.now)
  const from = laterOf(today, terms.startsOn)
  const window = { from: startOf(from), to: startOf(addDays(from, 366 * 6)), most: 40 }
  const around = { free: await freeDaysOf(ctx), exceptions: new Map<string, Exception>() }
  const next = dueBetween(terms, around, window)
    .filter((due) => due.dueOn >= today)
    .slice(0, shownNext)
    .map((due) => toUpcoming(due, null))
  return { whyNot: null, inWords: inWords(linesFor(terms)), next }
}

export async function history(ctx: Ctx, { id, ...page }: In<typeof routines.history>) {
  await requireRoutine(ctx, id)
  return makingsShown(ctx, id, page)
}
