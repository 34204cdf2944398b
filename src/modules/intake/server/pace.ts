import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { isWorkingDay } from '../../../methods/working-days.ts'
import { settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import { estimated, finishedByDay } from '../../work/server/index.ts'
import { earliestOf, type Pace, priced } from '../rules.ts'
import type { Earliest, Price } from '../things.ts'
import type { Weight, Wish } from './ports.ts'

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

/** From the pace of the board: what the pages above say until they know of capacity. */
export async function earliestByPace(ctx: Ctx, { boardId, wishedOn }: Wish): Promise<Earliest> {
  const today = await todayOf(ctx)
  return earliestOf(await paceOf(ctx, boardId, today), today, wishedOn)
}

/** From the estimates of all that is open. */
export async function priceByPlan(ctx: Ctx, { minutes, isVision, displacesId }: Weight): Promise<Price> {
  const rows = await estimated(ctx)
  const leadsUp = await reaching(
    ctx,
    rows.map(({ id }) => ({ kind: 'item', id })),
  )
  const plan = rows.map((row) => ({
    ...{ id: row.id, amount: row.minutes / 60 },
    isVision: leadsUp({ kind: 'item', id: row.id }),
  }))
  return priced({ hours: minutes === null ? null : minutes / 60, isVision, displacesId }, plan)
}
