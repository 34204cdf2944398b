import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { dayIn, daysBetween } from '../../../methods/days.ts'
import { edgesOf, type FlowItem, flowItems, type StageInterval } from '../../../methods/flow/index.ts'
import { settings } from '../../identity/server/index.ts'
import {
  everyStageOf,
  type ItemRow,
  type StageRow,
  type Stay,
  staysOf,
  visibleBoards,
  visibleItems,
} from '../../work/server/index.ts'

type Which = { boardId?: string | undefined; typeId?: string | undefined; teamId?: string | undefined }

export type Gathered = {
  items: ItemRow[]
  stays: Stay[]
  stages: Map<string, StageRow>
  boards: Map<string, { name: string; teamId: string | null }>
  intervals: StageInterval[]
  flow: FlowItem[]
  byId: Map<string, ItemRow>
}

/** The items that are asked for, as far as the asker may see them, with where they stood. */
export async function gather(ctx: Ctx, { boardId, typeId, teamId }: Which): Promise<Gathered> {
  const boards = await visibleBoards(ctx)
  let query = (await visibleItems(ctx)).selectAll().orderBy('number')
  if (boardId) query = query.where('board_id', '=', boardId)
  if (typeId) query = query.where('type_id', '=', typeId)
  const ofTeam = new Set(boards.filter((one) => !teamId || one.team_id === teamId).map((one) => one.id))
  const items = (await query.execute()).filter((one) => ofTeam.has(one.board_id))
  const stays = await staysOf(
    ctx,
    items.map((one) => one.id),
  )
  const rows = await everyStageOf(
    ctx,
    boards.map((one) => one.id),
  )
  const stages = new Map(rows.map((one) => [one.id, one]))
  const intervals = stays.map((one) => ({
    ...{ item: one.itemId, stage: one.stageId, enteredAt: one.enteredAt.getTime() },
    // A clock that was put back, or a past brought from elsewhere, costs a stay its length and nobody the page.
    leftAt: one.leftAt === null ? null : Math.max(one.leftAt.getTime(), one.enteredAt.getTime()),
  }))
  const ofKind = (kind: StageRow['kind']) =>
    new Set(rows.filter((one) => one.kind === kind).map((one) => one.id))
  return {
    ...{ items, stays, stages, intervals, byId: new Map(items.map((one) => [one.id, one])) },
    boards: new Map(boards.map((one) => [one.id, { name: one.name, teamId: one.team_id }])),
    flow: flowItems(intervals, { active: ofKind('active'), done: ofKind('done') }),
  }
}

const mostDays = 1100

/** The midnights of a span, from the first that anything stood anywhere up to now. */
export async function windowOf(ctx: Ctx, asked: { from: string; to: string }, { stays }: Gathered) {
  const { timeZone: zone } = await settings(ctx.db)
  // Before anything stood anywhere there is nothing to count.
  const first = stays.reduce((least, one) => Math.min(least, one.enteredAt.getTime()), ctx.now.getTime())
  const to = [asked.to, dayIn(zone, ctx.now)].sort()[asked.from > dayIn(zone, ctx.now) ? 1 : 0]!
  const from = [asked.from, [dayIn(zone, new Date(first)), to].sort()[0]!].sort()[1]!
  if (daysBetween(from, to) > mostDays)
    throw invalid('Three years are shown at once at most. Choose a shorter period.')
  const all = edgesOf(from, to, { zone })
  const now = ctx.now.getTime()
  const past = all.filter((at) => at <= now)
  const edges = past.length < all.length && past.length > 0 ? [...past, now] : all
  return { from, edges, window: { from: edges[0]!, to: edges.at(-1)! }, zone }
}

export const nameOf = (item: ItemRow | undefined) => ({
  ...{ id: item?.id ?? '', number: item?.number ?? 0, title: item?.title ?? '' },
})
