import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { isWorkingDay } from '../../../methods/working-days.ts'
import { settings } from '../../identity/server/index.ts'
import { freeRoom } from '../../load/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { finishedByDay } from '../../work/server/index.ts'
import { earliestOf, type Pace, unsteadiness, withHours } from '../rules.ts'
import type { Earliest } from '../things.ts'

type Wish = { boardId: string | null; minutes: number | null; wishedOn: string | null }

const lookedBack = 84

/** What a board, or all of them, finished on each working day since it began, and what is open. */
async function paceOf(ctx: Ctx, boardId: string | null, today: string): Promise<Pace> {
  const from = addDays(today, -lookedBack)
  const zone = (await settings(ctx.db)).timeZone
  const { open, first, done } = await finishedByDay(ctx, boardId, { zone, from })
  return { open, finished: byWorkingDay(done, from, first, today) }
}

/** What was finished on a day off counts for the working day after it. */
function byWorkingDay(
  done: Map<string, number>,
  from: string,
  first: string | null,
  today: string,
): number[] {
  const finished: number[] = []
  let carried = 0
  for (let day = first && first > from ? first : from; day < today; day = addDays(day, 1)) {
    carried += done.get(day) ?? 0
    if (!isWorkingDay(day, new Set())) continue
    finished.push(carried)
    carried = 0
  }
  return finished
}

/** The pace of the board and the hours of those who work on it: the later of the two decides. */
export async function earliestFor(ctx: Ctx, { boardId, minutes, wishedOn }: Wish): Promise<Earliest> {
  const today = await todayOf(ctx)
  const pace = await paceOf(ctx, boardId, today)
  const told = earliestOf(pace, today, wishedOn)
  if (minutes === null || told.p85 === null) return told
  const late = Math.ceil(minutes * unsteadiness(pace))
  const room = await freeRoom(ctx, { boardId, minutes: [minutes, late] })
  return withHours(told, { ...room, hours: minutes / 60 })
}
