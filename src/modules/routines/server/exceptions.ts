import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { dayIn, daysBetween } from '../../../methods/days.ts'
import { routines } from '../contract.ts'
import { requireOccurrence } from './actions.ts'
import { makeDue } from './due.ts'
import { mostMoved, requireRoutine, shown } from './reading.ts'

const { events } = routines
type Exception = { occurs: string; movedTo: string | null; reason: string }

async function keep(ctx: Ctx, routineId: string, { occurs, movedTo, reason }: Exception): Promise<void> {
  const before = await ctx.db
    .selectFrom('routines_exceptions')
    .select('id')
    .where('routine_id', '=', routineId)
    .where('occurs', '=', occurs)
    .executeTakeFirst()
  const said = { moved_to: movedTo, reason, said_by: ctx.actor.name, said_at: ctx.now }
  if (before) await ctx.update('routines_exceptions', before.id, said)
  else await ctx.insert('routines_exceptions', { id: ctx.id('rte'), routine_id: routineId, occurs, ...said })
  await ctx.record(events.excepted, routineId, { day: occurs.slice(0, 10) })
}

async function requireOpen(ctx: Ctx, id: string, occurs: string) {
  const row = await requireRoutine(ctx, id)
  const { due, making } = await requireOccurrence(ctx, row, occurs)
  if (making) throw conflict(`What came on ${due.ruledOn} is dealt with already: ${making.outcome}.`)
  return { row, due }
}

export async function skip(ctx: Ctx, { id, occurs, reason }: In<typeof routines.skip>) {
  await requireOpen(ctx, id, occurs)

  await keep(ctx, id, { occurs, movedTo: null, reason })

  return shown(ctx, id)
}

export async function moveOne(ctx: Ctx, { id, occurs, to, reason }: In<typeof routines.moveOne>) {
  const { row, due } = await requireOpen(ctx, id, occurs)
  if (to < dayIn(row.zone, ctx.now)) throw invalid(`${to} is past. Choose today or a later day.`)
  if (Math.abs(daysBetween(due.ruledOn, to)) > mostMoved)
    throw invalid(`${to} lies more than ${mostMoved} days from ${due.ruledOn}. Choose a nearer day.`)

  await keep(ctx, id, { occurs, movedTo: to, reason })
  ctx.enqueue(makeDue, {})

  return shown(ctx, id)
}

export async function clearException(ctx: Ctx, { id, occurs }: In<typeof routines.clearException>) {
  await requireOpen(ctx, id, occurs)
  const known = await ctx.db
    .selectFrom('routines_exceptions')
    .select('id')
    .where('routine_id', '=', id)
    .where('occurs', '=', occurs)
    .executeTakeFirst()
  if (!known) throw missing('This exception')

  await ctx.delete('routines_exceptions', known.id)
  await ctx.record(events.unexcepted, id, { day: occurs.slice(0, 10) })
  ctx.enqueue(makeDue, {})

  return shown(ctx, id)
}
