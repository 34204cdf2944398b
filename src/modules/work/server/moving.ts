import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { rankBetween, ranksBetween } from '../../../kernel/rank.ts'
import { any } from './records.ts'
import type { ItemRow, StageRow } from './tables.ts'

type How = {
  reason: string
  /** Required stages that each item jumps over, by its id. */
  skipped: ReadonlyMap<string, string[]>
  /** The item they stand behind; null for the top, undefined for the end. */
  afterId?: string | null | undefined
  /** Ranks to go back to where they are free. */
  ranks?: ReadonlyMap<string, string>
}

/** Put items into a stage, in their order, with the stays that tell of it. Asks nobody whether they may. */
export async function moveAll(ctx: Ctx, items: readonly ItemRow[], to: StageRow, how: How): Promise<void> {
  const ranks = how.ranks
    ? await freeRanks(ctx, items, to, how.ranks)
    : await placesFor(ctx, items, to, how.afterId)
  const arriving = items.filter((item) => item.stage_id !== to.id)
  await ctx.updateAll(
    'work_items',
    items.map((item, at) => ({
      ...{ id: item.id, stage_id: to.id, board_id: to.board_id, rank: ranks[at]!, changed_at: ctx.now },
      ...(item.stage_id === to.id ? {} : arrivalOf(ctx, item, to)),
    })),
  )
  await keepStays(ctx, arriving, to, how)
}

type Begun = Pick<ItemRow, 'started_at' | 'done_at'>

/** Whether an item counts as begun and as done where it stands in a stage of a kind since a moment. */
export const countedIn = (kind: StageRow['kind'], item: Begun, since: Date): Begun => ({
  started_at: kind === 'waiting' ? null : (item.started_at ?? since),
  done_at: kind === 'done' ? (item.done_at ?? since) : null,
})

const arrivalOf = (ctx: Ctx, item: ItemRow, to: StageRow) => ({
  entered_at: ctx.now,
  ...countedIn(to.kind, item, ctx.now),
  // What is approved is looked at anew when it comes to be approved again.
  ...(to.approver_role_id ? { approved_at: null, approved_by: null } : {}),
})

async function keepStays(ctx: Ctx, items: readonly ItemRow[], to: StageRow, how: How): Promise<void> {
  if (items.length === 0) return
  const open = await ctx.db
    .selectFrom('work_stays')
    .select('id')
    .where('item_id', '=', any(items.map((one) => one.id)))
    .where('left_at', 'is', null)
    .execute()
  await ctx.updateAll(
    'work_stays',
    open.map(({ id }) => ({ id, left_at: ctx.now })),
  )
  await ctx.insertAll(
    'work_stays',
    items.map((item) => stayOf(ctx, item.id, to, how)),
  )
}

export const stayOf = (ctx: Ctx, itemId: string, to: StageRow, how: Pick<How, 'reason' | 'skipped'>) => ({
  ...{ id: ctx.id('sty'), item_id: itemId, stage_id: to.id, entered_at: ctx.now, left_at: null },
  ...{ moved_by: ctx.actor.name, skipped: how.skipped.get(itemId) ?? [], reason: how.reason },
})

const inStage = (ctx: Ctx, stageId: string) =>
  ctx.db.selectFrom('work_items').where('stage_id', '=', stageId).where('removed_at', 'is', null)

/** Ranks for items at a place of a stage; those that stand there already are looked past. */
export async function placesFor(
  ctx: Ctx,
  items: readonly { id: string }[],
  to: StageRow,
  afterId: string | null | undefined,
): Promise<string[]> {
  const ids = items.map((one) => one.id)
  const others = inStage(ctx, to.id).select('rank').where('id', '<>', sql<string>`all(${ids})`)
  const after = afterId
    ? await inStage(ctx, to.id).select('rank').where('id', '=', afterId).executeTakeFirst()
    : null
  // The one it should stand behind has gone meanwhile: the end is where new ones go.
  const isAtEnd = afterId === undefined || (afterId !== null && !after)
  const low = isAtEnd ? await others.orderBy('rank', 'desc').limit(1).executeTakeFirst() : after
  const above = low ? others.where('rank', '>', low.rank) : others
  const high = isAtEnd ? undefined : await above.orderBy('rank').limit(1).executeTakeFirst()
  return ranksBetween(low?.rank ?? null, high?.rank ?? null, items.length, Math.random)
}

/** Where each stood before, or right behind whoever stands there now. */
export async function freeRanks(
  ctx: Ctx,
  items: readonly ItemRow[],
  to: StageRow,
  wished: ReadonlyMap<string, string>,
): Promise<string[]> {
  const moving = new Set(items.map((one) => one.id))
  const rows = await inStage(ctx, to.id).select(['id', 'rank']).orderBy('rank').execute()
  const taken = rows.filter((row) => !moving.has(row.id)).map((row) => row.rank)
  const used = new Set(taken)
  return items.map((item) => {
    const wish = wished.get(item.id) ?? item.rank
    const rank = used.has(wish)
      ? rankBetween(wish, taken.find((one) => one > wish) ?? null, Math.random)
      : wish
    used.add(rank)
    return rank
  })
}

/** How many items stand in a stage besides these. */
export async function othersIn(ctx: Ctx, stageId: string, ids: readonly string[]): Promise<number> {
  const { many } = await inStage(ctx, stageId)
    .select(sql<number>`count(*)::int`.as('many'))
    .where('id', '<>', sql<string>`all(${ids})`)
    .executeTakeFirstOrThrow()
  return many
}
