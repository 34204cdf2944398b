import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { parentsOf, readableNames, traced } from '../../trace/server/index.ts'
import { standing } from '../../work/server/index.ts'
import type { Move } from '../contract.ts'
import { pointsBetween, shareOf, type Worked } from '../rules.ts'
import { toldItems } from './items.ts'

/** What somebody agreed to, as it was announced: an item came, and another one perhaps gave way. */
export type Agreed = {
  itemId: string
  at: Date
  words: string
  parts: { name: string; points: number; hours: number }[]
  /** Where it was decided; null where the asker may not read that. */
  path: string | null
  gaveWay: { itemId: string; until: Day } | null
}
type Source = (ctx: Ctx, since: Date) => Promise<Agreed[]>

/** Said by modules above, which decide what comes. */
export class Moves {
  #sources: Source[] = []

  register(source: Source): void {
    this.#sources.push(source)
  }
  async since(ctx: Ctx, day: Day): Promise<Agreed[]> {
    const found = await Promise.all(this.#sources.map((one) => one(ctx, new Date(`${day}T00:00:00Z`))))
    return found.flat().sort((a, b) => b.at.getTime() - a.at.getTime())
  }
}
export const shareMoves = service<Moves>('share.moves')

const lookedBack = 28
const most = 12

/** What was agreed in the last four weeks, with what was announced and what is left of it in the plan. */
export async function movesIn(ctx: Ctx, work: readonly Worked[]): Promise<Move[]> {
  const since = addDays(await todayOf(ctx), -lookedBack)
  const agreed = (await ctx.use(shareMoves).since(ctx, since)).slice(0, most)
  const ids = agreed.flatMap((one) => [one.itemId, ...(one.gaveWay ? [one.gaveWay.itemId] : [])])
  const told = await toldItems(ctx, ids)
  const stands = await standing(ctx, ids)
  const linked = (id: string) => {
    const item = told.get(id)!
    return { itemId: item.isHidden ? null : id, name: item.name }
  }
  const serves = await servedBy(ctx, ids)
  return agreed.map((one) => {
    const isHidden = told.get(one.itemId)!.isHidden
    const gone = one.gaveWay && linked(one.gaveWay.itemId)
    return {
      ...{ ...linked(one.itemId), at: one.at.toISOString() },
      serves: isHidden ? null : (serves.get(one.itemId) ?? null),
      ...{ path: isHidden ? null : one.path },
      announced: one.words,
      parts: one.parts.map((part, at) => (at > 0 && gone ? { ...part, name: gone.name } : part)),
      now: nowInWords(work, one.itemId, stands.get(one.itemId)),
      gaveWay: one.gaveWay && gone ? { ...gone, until: one.gaveWay.until } : null,
    }
  })
}

/** What items are linked up to directly, as far as the asker may read its name. */
async function servedBy(ctx: Ctx, ids: string[]): Promise<Map<string, { name: string; path: string }>> {
  const parents = await parentsOf(ctx.db, 'item', ids)
  const found = new Map<string, { name: string; path: string }>()
  for (const kind of new Set([...parents.values()].map((one) => one.kind))) {
    const own = [...parents].filter(([, one]) => one.kind === kind)
    const names = await readableNames(
      ctx,
      kind,
      own.map(([, one]) => one.id),
    )
    for (const [id, parent] of own) {
      const name = names.get(parent.id)
      if (name) found.set(id, { name, path: ctx.use(traced).get(kind)!.path(parent.id) })
    }
  }
  return found
}

type Standing = { done_at: Date | null; removed_at: Date | null } | undefined

function nowInWords(work: readonly Worked[], id: string, stands: Standing): string {
  if (!stands || stands.removed_at) return 'Taken away: it is not planned any more.'
  if (stands.done_at)
    return 'Done: it is not planned any more; its hours count in the share as it was once their week is over.'
  const own = work.filter((one) => one.itemId === id)
  const [without, withIt] = [shareOf(work.filter((one) => one.itemId !== id)), shareOf(work)]
  if (own.length === 0 || without === null || withIt === null)
    return 'Open, and not planned in these weeks: look at its day and its estimate.'
  const hours = Math.round(own.reduce((sum, one) => sum + one.minutes, 0) / 6) / 10
  const points = pointsBetween(without, withIt)
  return `Planned now with ${hours} h: ${points < 0 ? 'it takes' : 'it gives'} ${Math.abs(points).toFixed(1)} points.`
}
