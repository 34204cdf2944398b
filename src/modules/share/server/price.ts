import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayNumber } from '../../../methods/days.ts'
import { type Planned, priceOf as priced } from '../../../methods/vision-share.ts'
import { belonging } from '../../load/server/index.ts'
import { requireItem } from '../../work/server/index.ts'
import type { PriceTold, share } from '../contract.ts'
import { percentInWords, pointsBetween, pointsInWords, shareOf, type Worked } from '../rules.ts'
import { nobody, plannedIn, weeksAhead } from './worked.ts'

type Request = { minutes: number; isVision: boolean; teamId?: string | undefined; from?: string | undefined }

/** What is planned by item, in the order in which it gives way: not vision first, then the least urgent, the latest due. */
async function planFor(ctx: Ctx, { teamId, from }: Pick<Request, 'teamId' | 'from'>) {
  const { plan, work } = await plannedIn(ctx, from)
  const groups = await belonging(ctx)
  const isAsked = (id: string) => !teamId || groups.has('team', teamId, id)
  const byId = new Map(plan.items.map((one) => [one.id, one]))
  const amounts = new Map<string, Planned>()
  for (const one of work.filter(({ personId }) => (personId === nobody ? !teamId : isAsked(personId)))) {
    const known = amounts.get(one.itemId) ?? { id: one.itemId, amount: 0, isVision: one.isVision }
    amounts.set(one.itemId, { ...known, amount: known.amount + one.minutes / 60 })
  }
  const first = dayNumber(plan.first)
  let capacity = 0
  for (const [id, room] of plan.rooms)
    if (isAsked(id))
      for (const [at, minutes] of room.available.entries())
        if (room.first + at >= first && room.first + at < first + 7 * weeksAhead) capacity += minutes / 60
  const due = (id: string) => byId.get(id)?.dueOn ?? '9999'
  const order = [...amounts.values()].sort(
    (a, b) =>
      Number(a.isVision) - Number(b.isVision) ||
      (byId.get(b.id)?.priority ?? 0) - (byId.get(a.id)?.priority ?? 0) ||
      due(b.id).localeCompare(due(a.id)),
  )
  return { plan: order, capacity }
}

/** By how many percentage points a request would move the planned vision share of the next four weeks. */
export async function priceOf(ctx: Ctx, request: Request): Promise<PriceTold> {
  const { plan, capacity } = await planFor(ctx, request)
  const hours = request.minutes / 60
  const found = priced({ amount: hours, isVision: request.isVision }, { plan, capacity })
  const { before, after, points, displaced, tooMuch } = found
  const planned = plan.reduce((sum, one) => sum + one.amount, 0)
  const moved = `The share of planned work that serves the vision goes from ${percentInWords(before ?? 0)} to ${percentInWords(after ?? 0)}`
  return {
    ...{ points, before, after, hours },
    words:
      points === null
        ? 'Its price is not known: nothing is planned.'
        : `${moved}: ${pointsInWords(points)}.${tooMuch > 0 ? ` ${Math.ceil(tooMuch)} hours of it fit nowhere.` : ''}`,
    restsOn: `${plan.length} items with ${Math.round(planned)} hours planned in the next ${weeksAhead} weeks, ${Math.round(capacity)} hours available.`,
    displaced: displaced.map(({ id, amount, isVision }) => ({ id, hours: amount, isVision })),
  }
}

export const price = (ctx: Ctx, asked: In<typeof share.price>) => priceOf(ctx, asked)

/** What the planned share is with an item against what it were without. */
export async function ofItem(ctx: Ctx, { id }: In<typeof share.ofItem>) {
  const item = await requireItem(ctx, id)
  const { work } = await plannedIn(ctx)
  const own = work.filter((one) => one.itemId === item.id)
  const points = movedBy(work, new Set([item.id]))
  const minutes = own.reduce((sum, one) => sum + one.minutes, 0)
  const isVision = own[0]?.isVision ?? false
  return { points, minutes, isVision, words: costInWords(points, minutes) }
}

/** Points between the planned share without some items and with them; null where none of them is planned. */
function movedBy(work: readonly Worked[], ids: ReadonlySet<string>): number | null {
  const others = work.filter((one) => !ids.has(one.itemId ?? ''))
  if (others.length === work.length) return null
  const [withThem, without] = [shareOf(work), shareOf(others)]
  return withThem === null || without === null ? null : pointsBetween(without, withThem)
}

/** By how many points items together move the planned share of the next four weeks. */
export const pointsOf = async (ctx: Ctx, ids: readonly string[]): Promise<number | null> =>
  movedBy((await plannedIn(ctx)).work, new Set(ids))

function costInWords(points: number | null, minutes: number): string {
  if (points === null) return 'Nothing of it is planned in the next four weeks.'
  const hours = Math.round(minutes / 6) / 10
  if (Math.abs(points) < 0.05)
    return `${hours} h planned in the next four weeks: it moves the vision share by no point worth naming.`
  return points < 0
    ? `Costs ${Math.abs(points).toFixed(1)} points: ${hours} h planned in the next four weeks that are not vision.`
    : `Brings ${points.toFixed(1)} points: ${hours} h of vision planned in the next four weeks.`
}
