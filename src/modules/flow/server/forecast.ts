import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayIn, daysBetween } from '../../../methods/days.ts'
import {
  type Delivery,
  daysAt,
  daysToFinish,
  edgesOf,
  itemsAt,
  itemsWithin,
  replay,
  throughput,
  whyNotDelivery,
} from '../../../methods/flow/index.ts'
import { settings } from '../../identity/server/index.ts'
import { itemIds } from '../../work/server/index.ts'
import type { Forecast, flow } from '../contract.ts'
import { type Gathered, gather } from './gather.ts'

const shares = [0.5, 0.7, 0.85, 0.95]
const remembered = 90
const shownDays = 120
const seed = 5

/** From what was finished each day of the last quarter: when what is open is done, and how much by a day. */
export async function forecast(ctx: Ctx, asked: In<typeof flow.forecast>): Promise<Forecast> {
  const all = await gather(ctx, asked)
  const { timeZone: zone } = await settings(ctx.db)
  const today = dayIn(zone, ctx.now)
  const history = historyOf(all, today, zone)
  const left = asked.items ?? (await openOf(ctx, all, asked.goalId)).length
  const refused = left === 0 ? 'Nothing is open that could be forecast.' : whyNotDelivery(history, left)
  const nothing = {
    left,
    history,
    dates: [],
    by: null,
    chances: [],
    calibration: { cases: 0, held: 0, share: null },
  }
  if (refused) return { ...nothing, refused, method: null }
  const delivery = daysToFinish(history, left, { seed })
  return {
    ...{ left, history, refused: null, method: delivery.method, ...datesOf(delivery, today) },
    by: byDay(history, today, asked.by),
    calibration: calibrationOf(history, left),
  }
}

/** Whole days only: the one that runs is not over. */
function historyOf({ flow: items }: Gathered, today: string, zone: string): number[] {
  const edges = edgesOf(addDays(today, -remembered), addDays(today, -1), { zone })
  const counts = throughput(items, edges)
  const first = counts.findIndex((one) => one > 0)
  return first < 0 ? counts : counts.slice(first)
}

async function openOf(ctx: Ctx, { items }: Gathered, goalId: string | undefined): Promise<string[]> {
  const open = items.filter((one) => one.done_at === null).map((one) => one.id)
  if (!goalId) return open
  const under = new Set(await itemIds(ctx, { under: { kind: 'goal', id: goalId } }))
  return open.filter((id) => under.has(id))
}

function datesOf(delivery: Delivery, today: string): Pick<Forecast, 'dates' | 'chances'> {
  const dates = shares.map((share) => {
    const days = daysAt(delivery, share)
    return { share, days, day: days === null ? null : addDays(today, days - 1) }
  })
  const chances = delivery.chances
    .slice(1, shownDays + 1)
    .map((chance, at) => ({ day: addDays(today, at), chance }))
  return { dates, chances }
}

function byDay(history: readonly number[], today: string, day: string | undefined): Forecast['by'] {
  if (!day || day < today) return null
  const found = itemsWithin(history, Math.min(3000, daysBetween(today, day) + 1), { seed })
  return { day, items: shares.map((share) => ({ share, items: itemsAt(found, share) })) }
}

/** How often a promise at 85 % would have held, had it been given every week from what was known then. */
function calibrationOf(history: readonly number[], left: number): Forecast['calibration'] {
  const items = Math.min(left, Math.max(1, Math.round(history.reduce((all, one) => all + one, 0) / 6)))
  const { cases, held, share } = replay(history, { items, share: 0.85, window: 28 })
  return { cases: cases.length, held, share }
}
