import type { JSONColumnType, Selectable } from 'kysely'
import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { defineModule } from '../../../kernel/module.ts'
import { compareOptions } from '../../../methods/whiteboard.ts'
import { organisation } from '../../imports/server/index.ts'
import { ownerOf } from '../../views/rules.ts'
import { type Board, type BoardOption, whiteboard } from '../contract.ts'
import { isVisible, verdict, whyNotChange, whyNotShare } from '../rules.ts'

type Options = { first: BoardOption; second: BoardOption }

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    whiteboard_boards: {
      id: string
      owner_id: string
      owner_name: string
      name: string
      metric: string | null
      currency: string
      options: JSONColumnType<Options>
      is_shared: boolean
      saved_at: Date
      removed_at: Date | null
    }
  }
}

type Row = Selectable<Tables['whiteboard_boards']>
const owned = (row: Row) => ({
  ownerId: row.owner_id,
  isShared: row.is_shared,
  isRemoved: row.removed_at !== null,
})

function compared({ first, second }: Options, currency: string) {
  const comparison = compareOptions(first, second)
  return { ...comparison, says: verdict(comparison, [first.name, second.name], currency) }
}

const titleOf = (ctx: Ctx, metric: string): string => ctx.use(catalogue).metrics.get(metric)?.title ?? metric

const toBoard = (row: Row, ctx: Ctx): Board => ({
  id: row.id,
  name: row.name,
  ...row.options,
  comparison: compared(row.options, row.currency),
  currency: row.currency,
  metric: row.metric === null ? null : { id: row.metric, title: titleOf(ctx, row.metric) },
  isShared: row.is_shared,
  owner: { id: row.owner_id, name: row.owner_name },
  savedAt: row.saved_at.toISOString(),
  can: { change: whyNotChange(owned(row), ctx.actor) === null },
})

async function requireOwn(ctx: Ctx, id: string): Promise<Row> {
  const row = await ctx.db.selectFrom('whiteboard_boards').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !isVisible(owned(row), ctx.actor)) throw missing('This board')
  const objection = whyNotChange(owned(row), ctx.actor)
  if (objection) throw forbidden(objection)
  return row
}

function requireMetric(ctx: Ctx, id: string | null | undefined): void {
  if (id && !ctx.use(catalogue).metrics.has(id)) throw missing(`The metric “${id}”`)
}

function requireShare(ctx: Ctx, wanted: boolean, isShared: boolean): void {
  const objection = whyNotShare(wanted, isShared, ctx.actor)
  if (objection) throw forbidden(objection)
}

async function list(ctx: Ctx, { metric }: In<typeof whiteboard.list>) {
  const rows = await ctx.db
    .selectFrom('whiteboard_boards')
    .selectAll()
    .where('removed_at', 'is', null)
    .where((e) => e.or([e('is_shared', '=', true), e('owner_id', '=', ownerOf(ctx.actor))]))
    .$if(metric !== undefined, (q) => q.where('metric', '=', metric ?? ''))
    .orderBy('saved_at', 'desc')
    .limit(500)
    .execute()
  return { items: rows.map((row) => toBoard(row, ctx)) }
}

async function calculate(ctx: Ctx, options: In<typeof whiteboard.calculate>) {
  return compared(options, (await organisation(ctx.db)).currency)
}

async function save(ctx: Ctx, { first, second, name, metric, isShared }: In<typeof whiteboard.save>) {
  requireMetric(ctx, metric)
  requireShare(ctx, isShared, false)
  const { currency } = await organisation(ctx.db)

  const row = await ctx.insert('whiteboard_boards', {
    id: ctx.id('brd'),
    owner_id: ownerOf(ctx.actor),
    owner_name: ctx.actor.name,
    name,
    metric,
    currency,
    options: JSON.stringify({ first, second }),
    is_shared: isShared,
    saved_at: ctx.now,
    removed_at: null,
  })
  await ctx.record(whiteboard.events.saved, row.id, { name })

  return toBoard(row, ctx)
}

async function change(ctx: Ctx, { id, first, second, name, metric, isShared }: In<typeof whiteboard.change>) {
  const row = await requireOwn(ctx, id)
  if (row.removed_at) throw conflict('This board was removed; put it back first.')
  requireMetric(ctx, metric)
  requireShare(ctx, isShared ?? false, row.is_shared)

  const options = { first: first ?? row.options.first, second: second ?? row.options.second }
  const changed = await ctx.update('whiteboard_boards', id, {
    ...{ name, metric, is_shared: isShared, saved_at: ctx.now },
    options: JSON.stringify(options),
  })
  await ctx.record(whiteboard.events.changed, id, { name: changed?.name ?? row.name })

  return toBoard(changed ?? row, ctx)
}

async function remove(ctx: Ctx, { id }: In<typeof whiteboard.remove>) {
  const row = await requireOwn(ctx, id)
  if (row.removed_at) throw conflict('This board was removed already.')

  await ctx.update('whiteboard_boards', id, { removed_at: ctx.now })
  await ctx.record(whiteboard.events.removed, id, { name: row.name })

  return {}
}

async function restore(ctx: Ctx, { id }: In<typeof whiteboard.restore>) {
  const row = await requireOwn(ctx, id)
  if (!row.removed_at) throw conflict('This board is there; nothing to put back.')

  const back = await ctx.update('whiteboard_boards', id, { removed_at: null })
  await ctx.record(whiteboard.events.restored, id, { name: row.name })

  return toBoard(back ?? row, ctx)
}

export const whiteboardModule = defineModule(whiteboard, { list, calculate, save, change, remove, restore })
