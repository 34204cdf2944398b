import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { strategy } from '../contract.ts'
import { here } from './figures.ts'
import type { StepRow } from './tables.ts'
import { current } from './visions.ts'

const { events } = strategy

async function ownerOf(ctx: Ctx, id: string | null) {
  if (id === null) return { owner_id: null, owner_name: null }
  return { owner_id: id, owner_name: (await requirePerson(ctx, id)).name }
}

export async function addStep(ctx: Ctx, { what, ownerId, dueOn }: In<typeof strategy.addStep>) {
  const { id } = await current(ctx)

  const row = await ctx.insert('strategy_steps', {
    ...{ id: ctx.id('stp'), vision_id: id, what, due_on: dueOn, done_on: null, removed_at: null },
    ...(await ownerOf(ctx, ownerId)),
    added_at: ctx.now,
  })
  await ctx.record(events.stepAdded, row.id, { what })

  return current(ctx)
}

async function requireStep(ctx: Ctx, id: string): Promise<StepRow> {
  const row = await ctx.db
    .selectFrom('strategy_steps')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw missing('This step')
  return row
}

export async function changeStep(
  ctx: Ctx,
  { id, what, ownerId, dueOn, isDone }: In<typeof strategy.changeStep>,
) {
  const row = await requireStep(ctx, id)
  const { today } = await here(ctx)

  await ctx.update('strategy_steps', id, {
    ...(what === undefined ? {} : { what }),
    ...(ownerId === undefined ? {} : await ownerOf(ctx, ownerId)),
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(isDone === undefined ? {} : { done_on: isDone ? (row.done_on ?? today) : null }),
  })
  await ctx.record(events.stepChanged, id, { what: what ?? row.what })

  return current(ctx)
}

export async function removeStep(ctx: Ctx, { id }: In<typeof strategy.removeStep>) {
  const row = await requireStep(ctx, id)

  await ctx.update('strategy_steps', id, { removed_at: ctx.now })
  await ctx.record(events.stepRemoved, id, { what: row.what })

  return current(ctx)
}
