import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { addDays, type Day, dayNumber, dayOf } from '../../../methods/days.ts'
import { hoursOf } from '../../availability/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import type { Change } from '../contract.ts'
import { type Room, shareAmong, spread, windowOf } from '../rules.ts'
import { type Open, openItems } from './open-items.ts'

export type Worker = { id: string; name: string; title: string; managerId: string | null; isHired: boolean }
export type Piece = { item: Open; personId: string; at: number; minutes: number }
export type Plan = {
  first: Day
  today: Day
  weeks: number
  workers: Worker[]
  rooms: Map<string, Room>
  items: Open[]
  pieces: Piece[]
}

/** What is planned from a week on: who has which room, and where the open items fall. */
export async function planOf(
  ctx: Ctx,
  { from, weeks, changes = [] }: { from?: Day | undefined; weeks: number; changes?: readonly Change[] },
): Promise<Plan> {
  const today = await todayOf(ctx)
  const first = mondayOf(from ?? today)
  const { rows } = await directory(ctx)
  const workers = [...rows.values()]
    .filter((one) => one.company === null && one.disabled_at === null)
    .map((one) => ({
      ...{ id: one.id, name: one.name, title: one.title, managerId: one.manager_id, isHired: false },
    }))
  const begin = [first, today].sort()[0]!
  const days = dayNumber(first) - dayNumber(begin) + 7 * weeks
  const ids = workers.map((one) => one.id)
  const hours = await hoursOf(ctx, ids, begin, addDays(begin, days - 1))
  const rooms = new Map(
    [...hours].map(([id, all]) => [
      id,
      {
        first: dayNumber(begin),
        available: all.map((one) => (one.day < today ? 0 : one.available)),
      },
    ]),
  )
  const plan: Plan = { first, today, weeks, workers, rooms, items: await openItems(ctx), pieces: [] }
  for (const change of changes) apply(plan, change)
  return { ...plan, pieces: piecesOf(plan) }
}

/** The same people and days with other items: how it would be. */
export const replanned = (plan: Plan, items: Open[]): Plan => {
  const other = { ...plan, items }
  return { ...other, pieces: piecesOf(other) }
}

function requireItem(plan: Plan, id: string): Open {
  const item = plan.items.find((one) => one.id === id)
  if (!item || item.isHidden) throw missing('One of the items of these changes')
  return item
}

function requireRoom(plan: Plan, id: string): Room {
  const room = plan.rooms.get(id)
  if (!room) throw missing('One of the people of these changes')
  return room
}

const before = (plan: Plan, id: string, item: Open) => {
  plan.items = plan.items.map((one) => (one.id === id ? item : one))
}

/** One thing that would be otherwise. */
function apply(plan: Plan, change: Change): void {
  if (change.kind === 'move') {
    const item = requireItem(plan, change.itemId)
    requireRoom(plan, change.personId)
    before(plan, item.id, { ...item, assignees: [change.personId] })
  }
  if (change.kind === 'shift') {
    const item = requireItem(plan, change.itemId)
    const moved = (day: Day | null) => day && addDays(day, change.days)
    before(plan, item.id, {
      ...{ ...item, startsOn: moved(item.startsOn), dueOn: addDays(item.dueOn ?? plan.today, change.days) },
    })
  }
  if (change.kind === 'leave') {
    if (change.to < change.from)
      throw invalid(`The last day, ${change.to}, lies before the first, ${change.from}.`)
    const room = requireRoom(plan, change.personId)
    const [from, to] = [dayNumber(change.from), dayNumber(change.to)]
    const isAway = (at: number) => room.first + at >= from && room.first + at <= to
    plan.rooms.set(change.personId, {
      ...{ ...room, available: room.available.map((one, at) => (isAway(at) ? 0 : one)) },
    })
  }
  if (change.kind === 'hire') hire(plan, change)
}

function hire(plan: Plan, { name, startsOn, minutesPerWeek }: Extract<Change, { kind: 'hire' }>): void {
  const id = `hired:${name}`
  if (plan.rooms.has(id))
    throw invalid(`${name} is among the changes already. Give one of them another name.`)
  const known = plan.rooms.values().next().value
  const first = known?.first ?? dayNumber(plan.first)
  const length = known?.available.length ?? 7 * plan.weeks
  const available = Array.from({ length }, (_, at) => {
    const weekday = (((first + at + 3) % 7) + 7) % 7
    const isThere = dayOf(first + at) >= startsOn && dayOf(first + at) >= plan.today
    return weekday < 5 && isThere ? Math.round(minutesPerWeek / 5) : 0
  })
  plan.workers.push({ id, name, title: `Would start on ${startsOn}`, managerId: null, isHired: true })
  plan.rooms.set(id, { first, available })
}

function piecesOf(plan: Plan): Piece[] {
  const all: Piece[] = []
  for (const item of plan.items) {
    const assigned = item.assignees.filter((id) => plan.rooms.has(id))
    const shares = shareAmong(item.minutes, assigned.length)
    for (const [index, personId] of assigned.entries()) {
      const room = plan.rooms.get(personId)!
      for (const { at, minutes } of spread(shares[index]!, windowOf(item, plan.today, room), room))
        all.push({ item, personId, at: room.first + at - dayNumber(plan.first), minutes })
    }
  }
  return all
}
