import type { Ctx } from '../../../kernel/ctx.ts'
import { type Day, dayNumber, dayOf } from '../../../methods/days.ts'
import { type Plan, planOf } from './planning.ts'

const horizon = 26

/** Who works on a board: who has open items there; everybody where that is nobody. */
function workingOn(plan: Plan, boardId: string | null): string[] {
  const all = plan.workers.map((one) => one.id)
  const busy = new Set(plan.items.filter((one) => one.boardId === boardId).flatMap((one) => one.assignees))
  const found = all.filter((id) => busy.has(id))
  return found.length > 0 ? found : all
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

export type FreeRoom = {
  /** The days by which so many minutes are free; null where they are not within the weeks looked at. */
  days: (Day | null)[]
  people: number
  weeks: number
}

/**
 * When hours are free besides what is planned: for each of `minutes` the first day by which that many are, of those who
 * work on a board. Absence, free days and other duties are taken out.
 */
export async function freeRoom(
  ctx: Ctx,
  { boardId, minutes }: { boardId: string | null; minutes: readonly number[] },
): Promise<FreeRoom> {
  const plan = await planOf(ctx, { weeks: horizon })
  const ids = workingOn(plan, boardId)
  const days = freeByDay(plan, ids)
  return { days: minutes.map((one) => dayOfRoom(days, one)), people: ids.length, weeks: horizon }
}
