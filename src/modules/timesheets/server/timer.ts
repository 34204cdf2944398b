import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/days.ts'
import { settings } from '../../identity/server/index.ts'
import { type Timer, timesheets } from '../contract.ts'
import { hoursInWords, minutesSince } from '../rules.ts'
import { type Person, requireRoomIn, requireSelf, takeTurn } from './people.ts'
import { namedItems, toEntries } from './show.ts'
import type { TimerRow } from './tables.ts'
import { requireSayable, toRow } from './writing.ts'

const running = (ctx: Ctx, personId: string): Promise<TimerRow | undefined> =>
  ctx.db.selectFrom('timesheets_timers').selectAll().where('person_id', '=', personId).executeTakeFirst()

/** The day it was started on, where the organisation is. */
async function beganOn(ctx: Ctx, row: TimerRow): Promise<{ day: string; isOvernight: boolean }> {
  const zone = (await settings(ctx.db)).timeZone
  const day = dayIn(zone, row.started_at)
  return { day, isOvernight: day !== dayIn(zone, ctx.now) }
}

async function toTimer(ctx: Ctx, row: TimerRow): Promise<Timer> {
  const itemOf = await namedItems(ctx, [row.item_id])
  return {
    ...{ id: row.id, item: itemOf(row.item_id), duty: row.duty, note: row.note },
    startedAt: row.started_at.toISOString(),
    isOvernight: (await beganOn(ctx, row)).isOvernight,
    minutes: minutesSince(row.started_at, ctx.now),
  }
}

export async function timer(ctx: Ctx) {
  const row = ctx.actor.personId ? await running(ctx, ctx.actor.personId) : undefined
  return { timer: row ? await toTimer(ctx, row) : null }
}

/** Its time becomes an entry of the day it was started on. */
async function keep(ctx: Ctx, self: Person, row: TimerRow, said: number | undefined) {
  const { day, isOvernight } = await beganOn(ctx, row)
  const ran = minutesSince(row.started_at, ctx.now)
  if (isOvernight && said === undefined)
    throw conflict(
      `This timer has run for ${hoursInWords(ran)}, since ${day}. Say how long you worked, or throw it away.`,
    )
  if (said !== undefined && said > ran)
    throw invalid(`The timer has run for ${hoursInWords(ran)}: more than that cannot have been worked.`)
  if (!row.item_id && !row.duty)
    throw conflict('The item of this timer is gone. Throw the timer away and write the time down by hand.')
  const minutes = said ?? ran
  await requireRoomIn(ctx, self.id, [{ day, more: minutes }])
  const entry = await ctx.insert(
    'timesheets_entries',
    toRow(
      ctx,
      { day, minutes, itemId: row.item_id, duty: row.duty, note: row.note },
      { personId: self.id, source: 'timer', ...(isOvernight ? {} : { endedAt: ctx.now }) },
    ),
  )
  await ctx.delete('timesheets_timers', { person_id: self.id })
  return (await toEntries(ctx, [entry]))[0]!
}

export async function startTimer(ctx: Ctx, said: In<typeof timesheets.startTimer>) {
  const self = await requireSelf(ctx)
  const zone = (await settings(ctx.db)).timeZone
  await requireSayable(ctx, [{ ...said, day: dayIn(zone, ctx.now) }])
  await takeTurn(ctx, self.id)
  const before = await running(ctx, self.id)

  const stopped = before ? await keep(ctx, self, before, undefined) : null
  const row = await ctx.insert('timesheets_timers', {
    ...{ person_id: self.id, id: ctx.id('tmr'), item_id: said.itemId, duty: said.duty, note: said.note },
    started_at: ctx.now,
  })
  await ctx.record(timesheets.events.timerStarted, self.id, { who: self.name, count: 1 })

  return { timer: await toTimer(ctx, row), stopped }
}

async function requireRunning(ctx: Ctx, self: Person, id: string): Promise<TimerRow> {
  await takeTurn(ctx, self.id)
  const row = await running(ctx, self.id)
  if (!row) throw missing('A running timer of yours')
  if (row.id !== id)
    throw conflict('Another timer runs by now, started in another window. Load the page again.')
  return row
}

export async function stopTimer(ctx: Ctx, { id, minutes }: In<typeof timesheets.stopTimer>) {
  const self = await requireSelf(ctx)
  const row = await requireRunning(ctx, self, id)

  const entry = await keep(ctx, self, row, minutes)
  await ctx.record(timesheets.events.timerStopped, self.id, { who: self.name, count: 1 })

  return { entry }
}

export async function dropTimer(ctx: Ctx, { id }: In<typeof timesheets.dropTimer>) {
  const self = await requireSelf(ctx)
  await requireRunning(ctx, self, id)

  await ctx.delete('timesheets_timers', { person_id: self.id })
  await ctx.record(timesheets.events.timerDropped, self.id, { who: self.name, count: 1 })

  return { id }
}
