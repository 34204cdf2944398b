import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { timesheets } from '../contract.ts'
import { mondayOf } from '../rules.ts'
import { isLedBy, lockOf, requireSeen, takeTurn } from './people.ts'

export async function lock(ctx: Ctx, { personId, on }: In<typeof timesheets.lock>) {
  const person = await requireSeen(ctx, personId)
  const weekOn = mondayOf(on)
  await takeTurn(ctx, person.id)
  const known = await lockOf(ctx, person.id, weekOn)
  if (known) throw conflict(`The week of ${weekOn} was locked by ${known.locked_by} already.`)

  await ctx.insert('timesheets_locks', {
    ...{ id: ctx.id('tlk'), person_id: person.id, week_on: weekOn, locked_by: ctx.actor.name },
    ...{ locked_at: ctx.now, reopened_by: null, reopened_at: null, reason: '' },
  })
  await ctx.record(timesheets.events.weekLocked, person.id, { who: person.name, week: weekOn })

  return { weekOn }
}

export async function reopen(ctx: Ctx, { personId, on, reason }: In<typeof timesheets.reopen>) {
  const person = await requireSeen(ctx, personId)
  const weekOn = mondayOf(on)
  if (!(await isLedBy(ctx, person.id)))
    throw forbidden('Whoever leads you reopens a week that is locked. Ask them.')
  await takeTurn(ctx, person.id)
  const known = await lockOf(ctx, person.id, weekOn)
  if (!known) throw conflict(`The week of ${weekOn} is open.`)

  await ctx.update('timesheets_locks', known.id, {
    ...{ reopened_by: ctx.actor.name, reopened_at: ctx.now, reason },
  })
  await ctx.record(timesheets.events.weekReopened, person.id, { who: person.name, week: weekOn, reason })
  await notify(ctx, person.id, {
    title: `Your week of ${weekOn} is open again`,
    why: `${ctx.actor.name}: ${reason}`,
    link: `/time?on=${weekOn}`,
  })

  return { weekOn }
}
