import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day, dayNumber, dayOf } from '../../../methods/days.ts'
import { daysAt, daysToFinish, whyNotHistory } from '../../../methods/flow/index.ts'
import { addWorkingDays, isWorkingDay } from '../../../methods/working-days.ts'
import { freeDaysOf, knownSkills } from '../../availability/server/index.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import { finishedByDay } from '../../work/server/index.ts'
import { belonging } from './groups.ts'
import type { Open } from './open-items.ts'
import { type Plan, planOf } from './planning.ts'

const horizon = 26
const lookedBack = 84

type Wish = { minutes: number; skill?: string | undefined; teamId?: string | undefined }

/** Who may be asked: of a team, with a skill, or everybody who works here. */
async function askedOf(ctx: Ctx, plan: Plan, { skill, teamId }: Omit<Wish, 'minutes'>): Promise<string[]> {
  const groups = await belonging(ctx)
  const wanted = skill?.toLowerCase()
  const able = wanted
    ? (await knownSkills(ctx)).filter((one) => one.skillId === skill || one.name.toLowerCase() === wanted)
    : null
  const knows = able && new Set(able.map((one) => one.personId))
  return plan.workers
    .map((one) => one.id)
    .filter((id) => (!teamId || groups.has('team', teamId, id)) && (!knows || knows.has(id)))
}

/** Free minutes of these people by day, what is planned taken out. */
function freeByDay(plan: Plan, ids: readonly string[]): { day: Day; free: number }[] {
  const asked = new Set(ids)
  const taken = new Map<string, number>()
  for (const { personId, at, minutes } of plan.pieces) {
    if (!asked.has(personId)) continue
    const key = `${personId} ${at}`
    taken.set(key, (taken.get(key) ?? 0) + minutes)
  }
  return Array.from({ length: 7 * plan.weeks }, (_, at) => {
    const number = dayNumber(plan.first) + at
    const free = ids.reduce((sum, id) => {
      const room = plan.rooms.get(id)
      const available = room?.available[number - room.first] ?? 0
      return sum + Math.max(0, available - (taken.get(`${id} ${at}`) ?? 0))
    }, 0)
    return { day: dayOf(number), free }
  })
}

/** The first day by which so many minutes are free; null behind the days we look at. */
function dayOfRoom(days: readonly { day: Day; free: number }[], minutes: number): Day | null {
  let sum = 0
  for (const one of days) {
    sum += one.free
    if (sum >= minutes) return one.day
  }
  return null
}

/** Items finished on each working day of the last weeks. */
async function throughputOf(ctx: Ctx, today: Day, free: ReadonlySet<Day>): Promise<number[]> {
  const zone = (await settings(ctx.db)).timeZone
  const from = addDays(today, -lookedBack)
  const { done } = await finishedByDay(ctx, null, { zone, from })
  return Array.from({ length: lookedBack }, (_, at) => addDays(from, at))
    .filter((day) => isWorkingDay(day, free))
    .map((day) => done.get(day) ?? 0)
}

const later = (a: Day | null, b: Day | null): Day | null => (a && b ? (a > b ? a : b) : null)

export type EarliestRoom = { p50: Day | null; p85: Day | null; restsOn: string; words: string }

/**
 * The earliest realistic days for one more piece of work: when its hours are free besides what is planned, and not
 * before the pace of the last twelve weeks lets what is at work be finished; P85 with the hours that work as unsteady
 * as ours takes.
 */
export async function earliestFor(ctx: Ctx, wish: Wish): Promise<EarliestRoom> {
  const plan = await planOf(ctx, { weeks: horizon })
  const ids = await askedOf(ctx, plan, wish)
  const days = freeByDay(plan, ids)
  const free = new Set(await freeDaysOf(ctx).then((all) => all.keys()))
  const history = await throughputOf(ctx, plan.today, free)
  const ahead = plan.items.filter((one) => one.isBegun).length + 1
  const isKnown = whyNotHistory(history) === null
  const delivery = isKnown ? daysToFinish(history, ahead, { seed: 1 }) : null
  const paced = (share: number) => {
    const count = delivery && daysAt(delivery, share)
    return count === null ? null : addWorkingDays(plan.today, count, free)
  }
  const unsteady =
    paced(0.85) && paced(0.5) && delivery ? daysAt(delivery, 0.85)! / daysAt(delivery, 0.5)! : 1.5
  const room = { p50: dayOfRoom(days, wish.minutes), p85: dayOfRoom(days, wish.minutes * unsteady) }
  const p50 = isKnown ? later(room.p50, paced(0.5)) : room.p50
  const p85 = isKnown ? later(room.p85, paced(0.85)) : room.p85
  const open = Math.round(days.reduce((sum, one) => sum + one.free, 0) / 60)
  const restsOn = `${open} free hours of ${ids.length} people in the next ${horizon} weeks besides what is planned${isKnown ? `, and ${history.reduce((a, b) => a + b, 0)} items finished in the last ${history.length} working days with ${ahead - 1} at work` : '; too little was finished to tell a pace'}.`
  const words =
    p50 && p85
      ? `As likely as not by ${p50}; in 85 of 100 cases by ${p85}, if we say yes today.`
      : `There is no room for it in the next ${horizon} weeks besides what is planned.`
  return { p50, p85, restsOn, words }
}

export type Displaced = {
  itemId: string
  name: string
  ownerId: string | null
  owner: string
  dueOn: Day | null
  byDays: number
  minutes: number
  isVision: boolean
}

/** The order in which planned work gives way: not vision first, then the lowest priority, then the latest due. */
const inOrder = (isVision: (item: Open) => boolean) => (a: Open, b: Open) =>
  Number(isVision(a)) - Number(isVision(b)) ||
  b.priority - a.priority ||
  (b.dueOn ?? '9999').localeCompare(a.dueOn ?? '9999')

/** Which items would have to move, by how much and whose they are, for so many minutes to be free by a day. */
export async function displaces(
  ctx: Ctx,
  { wishedOn, ...wish }: Wish & { wishedOn: Day },
): Promise<{ missing: number; items: Displaced[]; words: string }> {
  const plan = await planOf(ctx, { weeks: horizon })
  const ids = await askedOf(ctx, plan, wish)
  const asked = new Set(ids)
  const days = freeByDay(plan, ids)
  const free = days.filter((one) => one.day <= wishedOn).reduce((sum, one) => sum + one.free, 0)
  const before = new Map<Open, number>()
  for (const { item, personId, at, minutes } of plan.pieces)
    if (asked.has(personId) && addDays(plan.first, at) <= wishedOn)
      before.set(item, (before.get(item) ?? 0) + minutes)
  const { rows: people } = await directory(ctx.db)
  const leadsUp = await reaching(
    ctx,
    [...before.keys()].map(({ id }) => ({ kind: 'item', id })),
  )
  const isVision = (item: Open) => leadsUp({ kind: 'item', id: item.id })
  let left = wish.minutes - free
  const items: Displaced[] = []
  for (const item of [...before.keys()].sort(inOrder(isVision))) {
    if (left <= 0) break
    const minutes = Math.min(left, before.get(item)!)
    left -= minutes
    const until = dayOfRoom(
      days.filter((one) => one.day > wishedOn),
      minutes,
    )
    const ownerId = item.assignees[0] ?? null
    items.push({
      ...{ itemId: item.id, name: item.isHidden ? item.title : `W-${item.number} ${item.title}`, ownerId },
      owner: people.get(ownerId ?? '')?.name ?? 'Nobody yet',
      ...{ dueOn: item.dueOn, minutes, isVision: isVision(item) },
      byDays: until
        ? dayNumber(until) - dayNumber(item.dueOn && item.dueOn > wishedOn ? item.dueOn : wishedOn)
        : 7 * horizon,
    })
  }
  const moved = items.map((one) => ({ ...one, byDays: Math.max(1, one.byDays) }))
  const words =
    moved.length === 0
      ? `It fits until ${wishedOn}: nothing has to move.`
      : left > 0
        ? `Not even with all of it moved: ${Math.ceil(left / 60)} hours are missing until ${wishedOn}.`
        : `${moved.length === 1 ? '1 item has' : `${moved.length} items have`} to move for it to be done by ${wishedOn}.`
  return { missing: Math.max(0, left), items: moved, words }
}
