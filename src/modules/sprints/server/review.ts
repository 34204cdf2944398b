import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { makePass, requirePass } from '../../../kernel/passes.ts'
import { service } from '../../../kernel/service.ts'
import { addImprovement } from '../../teamwork/server/index.ts'
import { type Note, sprints } from '../contract.ts'
import { requirePlanned, requireSprint, takenIn } from './records.ts'
import { figuresOf } from './show.ts'
import type { NoteRow } from './tables.ts'

const { events } = sprints
const purpose = 'sprints.feedback'
const lastsMs = 30 * 86_400_000
const mostNotes = 300
/** So that whoever has a link does not fill the review for the team. */
const mostOutside = 100

const toNote = (ctx: Ctx, row: NoteRow): Note => ({
  ...{ id: row.id, part: row.part, text: row.text, by: row.by_name, isOutside: row.is_outside },
  ...{ at: row.at.toISOString(), improvementId: row.improvement_id },
  can: {
    remove: holds(ctx.actor, 'work:manage') || (row.by_id !== null && row.by_id === ctx.actor.personId),
  },
})

const rowsOf = (ctx: Ctx, sprintId: string): Promise<NoteRow[]> =>
  ctx.db
    .selectFrom('sprints_notes')
    .selectAll()
    .where('sprint_id', '=', sprintId)
    .orderBy('at')
    .orderBy('id')
    .execute()

export const notesOf = async (ctx: Ctx, sprintId: string): Promise<Note[]> =>
  (await rowsOf(ctx, sprintId)).map((row) => toNote(ctx, row))

type Said = { part: NoteRow['part']; text: string; by: { id: string | null; name: string } }

async function keep(ctx: Ctx, sprintId: string, { part, text, by }: Said): Promise<NoteRow> {
  const known = await rowsOf(ctx, sprintId)
  const isFull = by.id === null && known.filter((one) => one.is_outside).length >= mostOutside
  if (isFull || known.length >= mostNotes)
    throw conflict('This review is full and takes no more notes. Say it to the team directly.')
  return ctx.insert('sprints_notes', {
    ...{ id: ctx.id('spn'), sprint_id: sprintId, part, text, by_id: by.id, by_name: by.name },
    ...{ is_outside: by.id === null, improvement_id: null, at: ctx.now },
  })
}

export async function note(ctx: Ctx, { id, part, text }: In<typeof sprints.note>) {
  const { personId, name } = ctx.actor
  if (!personId) throw forbidden('A review is spoken in by people. Sign in as yourself.')
  const row = await requireSprint(ctx, id)
  const kept = await keep(ctx, id, { part, text, by: { id: personId, name } })
  await ctx.record(events.noted, id, { name: row.name })
  return toNote(ctx, kept)
}

async function requireNote(ctx: Ctx, id: string) {
  const row = await ctx.db.selectFrom('sprints_notes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This note')
  return { row, sprint: await requireSprint(ctx, row.sprint_id) }
}

export async function removeNote(ctx: Ctx, { id }: In<typeof sprints.removeNote>) {
  const { row, sprint } = await requireNote(ctx, id)
  if (!toNote(ctx, row).can.remove) throw forbidden(`${row.by_name} said this. Only they take it back.`)
  if (row.improvement_id) throw conflict('An improvement came of it: what was said stays.')
  await ctx.delete('sprints_notes', id)
  await ctx.record(events.noteRemoved, sprint.id, { name: sprint.name })
  return { removed: true }
}

/** It joins the improvements of teamwork, where it is measured before and after. */
export async function improve(ctx: Ctx, { id, ...said }: In<typeof sprints.improve>) {
  const { row, sprint } = await requireNote(ctx, id)
  if (!holds(ctx.actor, 'teamwork:write')) throw forbidden('Who writes in teamwork makes improvements.')
  if (row.improvement_id) throw conflict('An improvement came of it already. Look among the improvements.')
  const made = await addImprovement(ctx, {
    ...{
      reviewId: null,
      what: row.text.slice(0, 200),
      why: `Said by ${row.by_name} in the review of ${sprint.name}`,
    },
    ...{ metric: null, ...said },
  })
  const kept = await ctx.update('sprints_notes', id, { improvement_id: made.id })
  await ctx.record(events.improved, sprint.id, { name: sprint.name })
  return toNote(ctx, kept!)
}

export async function makeLink(ctx: Ctx, { id }: In<typeof sprints.makeLink>) {
  const row = await requirePlanned(ctx, { id })
  const expiresAt = new Date(ctx.now.getTime() + lastsMs)
  const token = await makePass(ctx.db, { purpose, subject: id, version: row.passes, expiresAt })
  await ctx.record(events.linkMade, id, { name: row.name })
  return { path: `/sprint-feedback/${token}`, expiresAt: expiresAt.toISOString() }
}

export async function takeLinksBack(ctx: Ctx, { id }: In<typeof sprints.takeLinksBack>) {
  const row = await requirePlanned(ctx, { id })
  await ctx.update('sprints_records', id, { passes: row.passes + 1 })
  await ctx.record(events.linkTakenBack, id, { name: row.name })
  return { takenBack: true }
}

const visitors = service(
  'sprints.review.visitors',
  () => new RateLimit(60, 60, 'calls of this page from this address'),
)

async function opened(ctx: Ctx, token: string) {
  ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  const versionOf = async (id: string) =>
    (await ctx.db.selectFrom('sprints_records').select('passes').where('id', '=', id).executeTakeFirst())
      ?.passes ?? null
  return requireSprint(ctx, await requirePass(ctx.db, token, { purpose, now: ctx.now, versionOf }))
}

export async function visit(ctx: Ctx, { token }: In<typeof sprints.visit>) {
  const row = await opened(ctx, token)
  const { items, doneItems } = figuresOf(await takenIn(ctx, [row.id]))
  const said = { team: row.team_name, name: row.name, goal: row.goal, endsOn: row.ends_on }
  return { ...said, items, done: doneItems }
}

export async function giveFeedback(ctx: Ctx, { token, by, part, text }: In<typeof sprints.giveFeedback>) {
  const row = await opened(ctx, token)
  await keep(ctx, row.id, { part, text, by: { id: null, name: by } })
  await ctx.record(events.feedback, row.id, { name: row.name })
  return { kept: true }
}
