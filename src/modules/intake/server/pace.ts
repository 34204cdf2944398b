import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { isWorkingDay } from '../../../methods/working-days.ts'
import { settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import { earliestOf, type Pace, priced } from '../rules.ts'
import type { Earliest, Price } from '../things.ts'
import type { Weight, Wish } from './ports.ts'

const lookedBack = 84

const ofBoards = (ctx: Ctx, boardId: string | null) =>
  ctx.db
    .selectFrom('work_items as item')
    .innerJoin('work_boards as board', 'board.id', 'item.board_id')
    .where('item.removed_at', 'is', null)
    .where('board.archived_at', 'is', null)
    .$if(boardId !== null, (q) => q.where('board.id', '=', boardId))

/** What a board, or all of them, finished on each working day since it began, and what is open. */
async function paceOf(ctx: Ctx, boardId: string | null, today: string): Promise<Pace> {
  const zone = (await settings(ctx.db)).timeZone
  const items = ofBoards(ctx, boardId)
  const { open, first } = await items
    .select([
      sql<number>`count(*) filter (where item.done_at is null)::int`.as('open'),
      sql<string | null>`min((item.made_at at time zone ${zone})::date)::text`.as('first'),
    ])
    .executeTakeFirstOrThrow()
  const from = addDays(today, -lookedBack)
  const rows = await items
    .select([
      sql<string>`(item.done_at at time zone ${zone})::date::text`.as('day'),
      sql<number>`count(*)::int`.as('items'),
    ])
    .where(sql<boolean>`(item.done_at at time zone ${zone})::date >= ${from}::date`)
    .groupBy('day')
    .execute()
  return {
    open,
    finished: byWorkingDay(new Map(rows.map((row) => [row.day, row.items])), from, first, today),
  }
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
  const rows = await ofBoards(ctx, null)
    .select(['item.id', 'item.estimate_minutes as minutes'])
    .where('item.done_at', 'is', null)
    .where('item.estimate_minutes', '>', 0)
    .orderBy('item.number')
    .execute()
  const leadsUp = await reaching(
    ctx,
    rows.map(({ id }) => ({ kind: 'item', id })),
  )
  const plan = rows.map((row) => ({
    ...{ id: row.id, amount: row.minutes! / 60 },
    isVision: leadsUp({ kind: 'item', id: row.id }),
  }))
  return priced({ hours: minutes === null ? null : minutes / 60, isVision, displacesId }, plan)
}
