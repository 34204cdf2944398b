import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { roleNames, rolesOf } from '../../identity/server/index.ts'
import type { dashboards, Tile } from '../contract.ts'
import { isVisible, whyNotTile } from '../rules.ts'
import { type BoardRow, type Reader, toBoard, toHeld, toLine } from './tables.ts'

export async function readerOf(ctx: Ctx): Promise<Reader> {
  const { personId } = ctx.actor
  return {
    actor: ctx.actor,
    roles: personId ? await rolesOf(ctx.db, personId) : [],
    roleNames: await roleNames(ctx.db),
  }
}

/** Those the asker may see: their own and what is shared with them. */
export async function visible(ctx: Ctx, reader: Reader): Promise<BoardRow[]> {
  const rows = await ctx.db
    .selectFrom('dashboards_boards')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.filter((row) => isVisible(toHeld(row), reader))
}

/** What one may not see looks missing, and so does what was deleted unless it is asked for. */
export async function requireBoard(
  ctx: Ctx,
  reader: Reader,
  id: string,
  { isRemoved = false } = {},
): Promise<BoardRow> {
  const row = await ctx.db.selectFrom('dashboards_boards').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || (row.removed_at !== null) !== isRemoved || !isVisible(toHeld(row), reader))
    throw missing('This dashboard')
  return row
}

export async function list(ctx: Ctx, { metric }: In<typeof dashboards.list>) {
  const reader = await readerOf(ctx)
  const rows = await visible(ctx, reader)
  const shown = metric ? rows.filter((row) => row.tiles.items.some((tile) => tile.metric === metric)) : rows
  return { items: shown.map((row) => toLine(row, reader)) }
}

export async function show(ctx: Ctx, { id }: In<typeof dashboards.show>) {
  const reader = await readerOf(ctx)
  return toBoard(await requireBoard(ctx, reader, id), reader)
}

type Said = In<typeof dashboards.add>['tiles']

/** Tiles as they are kept: each with a name of its own, and none that could not be shown. */
export function tilesOf(ctx: Ctx, said: Said): Tile[] {
  const known = ctx.use(catalogue)
  const ids = said.map(({ id }) => id ?? ctx.id('til'))
  if (new Set(ids).size < ids.length) throw invalid('Two tiles have the same id. Leave it out for new ones.')
  return said.map((tile, at) => {
    const metric = known.metrics.get(tile.metric)
    const objection = whyNotTile(
      tile,
      metric && { title: metric.title, dimensions: known.dimensionsOf(metric) },
    )
    if (objection) throw invalid(objection)
    return { ...tile, title: tile.title || null, id: ids[at]! }
  })
}
