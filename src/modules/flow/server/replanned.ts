import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn, daysBetween } from '../../../methods/days.ts'
import { blockers } from '../../blockers/contract.ts'
import { list } from '../../blockers/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { type DueMove, dueMovesOf, type ItemRow, waitingFor } from '../../work/server/index.ts'
import type { flow, Replanned } from '../contract.ts'
import { gather, nameOf, windowOf } from './gather.ts'

type Blocked = Awaited<ReturnType<typeof list>>['items'][number]

/** Which due days were moved, what blocked the item at that time, and what is due before it now. */
export async function replanned(ctx: Ctx, asked: In<typeof flow.replanned>): Promise<Replanned> {
  const all = await gather(ctx, asked)
  const { items, byId } = all
  const { window, zone } = await windowOf(ctx, asked, all)
  const moves = await dueMovesOf(
    ctx,
    items.map((one) => one.id),
    new Date(window.from),
  )
  const kept = moves.filter((one) => one.at.getTime() <= window.to)
  const { rows: people } = await directory(ctx)
  const links = await waitingFor(ctx, [...new Set(kept.map((one) => one.itemId))])
  const blocked = (await list(ctx, blockers.list.input.parse({ state: 'all' }))).items
  return {
    moves: kept.reverse().map((one) => {
      const item = byId.get(one.itemId)!
      return {
        ...{
          ...nameOf(item),
          at: one.at.toISOString(),
          on: dayIn(zone, one.at),
          by: people.get(one.by ?? '')?.name ?? 'Somebody',
        },
        ...{ from: one.from, to: one.to, days: one.from && one.to ? daysBetween(one.from, one.to) : null },
        why: whyOf(one, blocked),
        moves: pushed(item, links, byId),
      }
    }),
  }
}

const whyOf = ({ itemId, at }: DueMove, blocked: readonly Blocked[]): string => {
  const then = blocked.filter(
    (one) =>
      one.item.id === itemId && new Date(one.sinceAt) <= at && (!one.ended || new Date(one.ended.at) >= at),
  )
  return then.map((one) => `Blocked by ${one.party}: ${one.reason}`).join('; ')
}

function pushed(
  item: ItemRow,
  links: readonly { id: string; for: string }[],
  byId: ReadonlyMap<string, ItemRow>,
) {
  const due = item.due_on
  if (!due) return []
  return links
    .filter((one) => one.for === item.id)
    .flatMap((one) => byId.get(one.id) ?? [])
    .filter((one) => one.done_at === null && one.due_on !== null && one.due_on < due)
    .map((one) => ({ number: one.number, title: one.title, dueOn: one.due_on! }))
}
