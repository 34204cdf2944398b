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
import { makingsShown } from './makings.ts'
import type { RoutineRow, TemplateRow } from './tables.ts'

const shownNext = 5
/** An occurrence may be moved so many days, and a free time may last that long. */
export const mostMoved = 60
const followed = 400

export const termsOf = (row: RoutineRow): Terms => ({
  ...{ rule: row.rule, zone: row.zone, startsOn: row.starts_on, time: row.time, endsOn: row.ends_on },
  ...{ lead: row.lead, shift: row.shift, missed: row.missed },
})

export async function exceptionsOf(ctx: Ctx, routineId: string): Promise<Map<string, Exception>> {
  const rows = await ctx.db
    .selectFrom('routines_exceptions')
    .selectAll()
    .where('routine_id', '=', routineId)
    .execute()
  return new Map(rows.map(({ occurs, moved_to: movedTo, reason }) => [occurs, { occurs, movedTo, reason }]))
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

/** What is still to come of a routine, from a day on: what was dealt with is left out. */
export async function openOf(ctx: Ctx, row: RoutineRow, from: Day, to: Day, most: number): Promise<Due[]> {
  const around = { free: await freeDaysOf(ctx), exceptions: await exceptionsOf(ctx, row.id) }
  const done = await ctx.db
    .selectFrom('routines_makings')
    .select('occurs')
    .where('routine_id', '=', row.id)
    .where('occurs', '>=', addDays(from, -mostMoved - 1))
    .execute()
  const known = new Set(done.map((one) => one.occurs))
  const window = { from: startOf(addDays(from, -mostMoved)), to: startOf(to), most }
  if (window.to < window.from) return []
  return dueBetween(termsOf(row), around, window).filter(
    (due) => due.dueOn >= row.since_on && !known.has(due.occurs),
  )
}

async function nextOf(ctx: Ctx, row: RoutineRow): Promise<Upcoming[]> {
  const today = dayIn(row.zone, ctx.now)
  const from = laterOf(today, row.starts_on)
  const span = /YEARLY/.test(row.rule) ? 366 * 6 : followed
  const open = await openOf(ctx, row, from, addDays(from, span), mostMoved + 40)
  return open
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
  const all: Routine[] = []
  for (const row of rows) {
    const template = templates.get(row.template_id)!
    const board = boards.get(template.board_id)
    if (!board) continue
    const { items, total } = await makingsShown(ctx, row.id, { limit: 1, offset: 0, outcome: 'made' })
    all.push({
      ...{ ...termsOf(row), id: row.id, name: row.name, version: row.version, owner: row.owner_name },
      ...{ isStopped: row.stopped_at !== null, pausedUntil: row.paused_until },
      ...{ template: { id: template.id, name: template.name }, board: { id: board.id, name: board.name } },
      ...{ inWords: inWords(linesFor(termsOf(row))), next: row.stopped_at ? [] : await nextOf(ctx, row) },
      ...{ made: total, last: items[0] ?? null },
      whyNot: whyNotRunning(row, template, board.archived_at !== null),
      ...{ changedBy: row.changed_by, changedAt: row.changed_at.toISOString() },
    })
  }
  return all
}

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
