import type { Ctx } from '../../../kernel/ctx.ts'
import { minutesUnestimated, type Open, type Plan, planOf, replanned } from '../../load/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import { percentInWords, pointsBetween, pointsInWords } from '../rules.ts'
import { piecesOf, weeksAhead } from './worked.ts'

/** An item that would be planned, and what would give way to it. */
export type Would = {
  /** Null where nobody has estimated it: it counts with what is usual for its type. */
  minutes: number | null
  typeId: string
  dueOn: string | null
  assigneeIds: readonly string[]
  serves: { kind: string; id: string } | null
  givesWay: { itemId: string; dueOn: string } | null
}

export type Announced = {
  points: number | null
  before: number | null
  after: number | null
  hours: number
  words: string
  restsOn: string
  /** What moves it by how much, adding up to the whole: the item itself, and what gives way. */
  parts: { name: string; points: number; hours: number }[]
}

const newId = 'new'
type Sum = { share: number | null; of: (itemId: string) => number }

/** The planned share of items as they would be, and the hours of one of them in the four weeks. */
function sumOf(plan: Plan, items: Open[], isVision: (id: string) => boolean): Sum {
  const pieces = piecesOf(replanned(plan, items))
  let [vision, total] = [0, 0]
  for (const { itemId, minutes } of pieces) {
    total += minutes
    if (isVision(itemId)) vision += minutes
  }
  const of = (id: string) => pieces.reduce((sum, one) => sum + (one.itemId === id ? one.minutes : 0), 0) / 60
  return { share: total === 0 ? null : vision / total, of }
}

async function toOpen(ctx: Ctx, would: Would): Promise<Open> {
  return {
    ...{ id: newId, number: 0, title: '', boardId: '', typeId: would.typeId, type: '', labels: [] },
    ...{ priority: 2, startsOn: null, dueOn: would.dueOn, scale: 'department', isHidden: false },
    minutes: would.minutes ?? (await minutesUnestimated(ctx, would.typeId)),
    ...{ isGuessed: would.minutes === null, isBegun: false, assignees: [...would.assigneeIds] },
  }
}

/**
 * What the meter will say once this is agreed: the planned share of the next four weeks is reckoned as it is, with what
 * gives way on its new day, and with the new item besides, by the same plan that the meter shows.
 */
export async function announce(ctx: Ctx, would: Would): Promise<Announced> {
  const plan = await planOf(ctx, { weeks: weeksAhead })
  const item = await toOpen(ctx, would)
  const leadsUp = await reaching(ctx, [
    ...plan.items.map(({ id }) => ({ kind: 'item', id })),
    ...(would.serves ? [would.serves] : []),
  ])
  const isVision = (id: string): boolean =>
    id === newId ? would.serves !== null && leadsUp(would.serves) : leadsUp({ kind: 'item', id })
  const gone = would.givesWay
  const rest = plan.items.map((one) => (one.id === gone?.itemId ? { ...one, dueOn: gone.dueOn } : one))
  const [now, made, done] = [plan.items, rest, [...rest, item]].map((items) => sumOf(plan, items, isVision))
  return {
    ...{ before: now!.share, after: done!.share, hours: item.minutes / 60 },
    points: now!.share === null || done!.share === null ? null : pointsBetween(now!.share, done!.share),
    words: `${inWords(now!, done!, item)}${would.serves && !isVision(newId) ? ' What it serves does not lead up to the vision yet; link that first, and it counts.' : ''}`,
    parts: partsOf([now!, made!, done!], gone && nameOf(plan, gone.itemId)),
    restsOn: `what is planned in the next ${weeksAhead} weeks, as the vision share shows it: ${plan.items.length} open items by their estimates, days and people.`,
  }
}

const nameOf = (plan: Plan, id: string): { id: string; name: string } => {
  const item = plan.items.find((one) => one.id === id)
  return { id, name: !item || item.isHidden ? 'What gives way' : `W-${item.number}` }
}

const told = (hours: number): string => `${Math.round(hours * 10) / 10} h`

function inWords(now: Sum, done: Sum, item: Open): string {
  if (now.share === null || done.share === null)
    return `Its price is not known: nothing is planned in the next ${weeksAhead} weeks.`
  const own = done.of(newId)
  const size =
    own * 60 < item.minutes - 1
      ? `, ${own * 60 < 1 ? 'none' : told(own)} of them in the next ${weeksAhead} weeks`
      : ''
  return `About ${told(item.minutes / 60)}${size}. The share of planned work that serves the vision goes from ${percentInWords(now.share)} to ${percentInWords(done.share)}: ${pointsInWords(pointsBetween(now.share, done.share))}.${own * 60 < 1 ? ' It moves once the weeks come in which it is planned.' : ''}`
}

function partsOf([now, made, done]: [Sum, Sum, Sum], gone: { id: string; name: string } | null) {
  if (now.share === null || made.share === null || done.share === null) return []
  const own = { name: 'This request', points: pointsBetween(made.share, done.share), hours: done.of(newId) }
  if (!gone) return [own]
  const less = now.of(gone.id) - made.of(gone.id)
  return [own, { name: gone.name, points: pointsBetween(now.share, made.share), hours: -less }]
}
