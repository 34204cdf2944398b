import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { requireItem } from '../../work/server/index.ts'
import { priorities } from '../contract.ts'
import { modelFor } from './models.ts'
import { ranked } from './ranking.ts'
import { scoredItems } from './scoring.ts'

const { events } = priorities

const standing = (ctx: Ctx, itemId: string) =>
  ctx.db
    .selectFrom('priorities_overrides')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

const end = (ctx: Ctx, id: string) =>
  ctx.update('priorities_overrides', id, { ended_by: ctx.actor.name, ended_at: ctx.now })

export async function override(ctx: Ctx, { id, place, reason }: In<typeof priorities.override>) {
  const item = await requireItem(ctx, id)
  if (item.done_at) throw conflict(`W-${item.number} is done; its place changes nothing.`)
  const all = await scoredItems(ctx, item.board_id, await modelFor(ctx, item.board_id))
  const lines = await ranked(ctx, item.board_id, all)
  const line = lines.find((one) => one.id === item.id)
  const before = await standing(ctx, item.id)

  if (before) await end(ctx, before.id)
  await ctx.insert('priorities_overrides', {
    ...{ id: ctx.id('pov'), item_id: item.id, board_id: item.board_id, place, ranked: line?.rank ?? null },
    ...{ reason, said_by: ctx.actor.name, said_at: ctx.now, ended_by: null, ended_at: null },
  })
  await ctx.record(events.overridden, item.id, { item: `W-${item.number}`, place })

  return {}
}

export async function endOverride(ctx: Ctx, { id }: In<typeof priorities.endOverride>) {
  const item = await requireItem(ctx, id)
  const before = await standing(ctx, item.id)
  if (!before) throw conflict(`W-${item.number} stands where its score puts it already.`)

  await end(ctx, before.id)
  await ctx.record(events.overrideEnded, item.id, { item: `W-${item.number}` })

  return {}
}
