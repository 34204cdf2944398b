import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { dashboards, type Tile } from '../contract.ts'
import {
  type Asker,
  copyName,
  type Held,
  ownerOf,
  sharedWith,
  whatChanged,
  whyNotChange,
  whyNotNow,
  whyNotRemove,
  whyNotShare,
} from '../rules.ts'
import { readerOf, requireBoard, tilesOf, visible } from './boards.ts'
import { type BoardRow, type Reader, toBoard, toHeld } from './tables.ts'

const { events } = dashboards

const written = (ctx: Ctx, version: number) => ({
  version,
  changed_by: ctx.actor.name,
  changed_at: ctx.now,
})

async function create(ctx: Ctx, said: { name: string; description: string; tiles: Tile[] }) {
  const row = await ctx.insert('dashboards_boards', {
    id: ctx.id('dsh'),
    name: said.name,
    description: said.description,
    owner_id: ownerOf(ctx.actor),
    owner_name: ctx.actor.name,
    shared_with: 'nobody',
    shared_roles: [],
    tiles: { items: said.tiles },
    removed_at: null,
    ...written(ctx, 1),
  })
  await ctx.record(events.added, row.id, { name: row.name })
  return toBoard(row, await readerOf(ctx))
}

export const add = (ctx: Ctx, { name, description, tiles }: In<typeof dashboards.add>) =>
  create(ctx, { name, description, tiles: tilesOf(ctx, tiles) })

export async function duplicate(ctx: Ctx, { id }: In<typeof dashboards.duplicate>) {
  const reader = await readerOf(ctx)
  const { name, description, tiles } = await requireBoard(ctx, reader, id)
  const taken = (await visible(ctx, reader)).map((one) => one.name)

  return create(ctx, { name: copyName(name, taken), description, tiles: tiles.items })
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof dashboards.change>) {
  const reader = await readerOf(ctx)
  const row = await requireBoard(ctx, reader, id)

  requireMay(whyNotChange, row, reader)
  const late = whyNotNow(version, row.version, row.changed_by)
  if (late) throw conflict(late)
  const after = {
    name: said.name ?? row.name,
    description: said.description ?? row.description,
    tiles: said.tiles ? tilesOf(ctx, said.tiles) : row.tiles.items,
  }

  const what = whatChanged({ ...row, tiles: row.tiles.items }, after, titled(ctx))
  const patch = { ...after, tiles: { items: after.tiles }, ...written(ctx, version + 1) }
  const changed = (await ctx.update('dashboards_boards', id, patch)) ?? row
  await ctx.record(events.changed, id, { name: changed.name, what })

  return toBoard(changed, reader)
}

const titled =
  (ctx: Ctx) =>
  ({ title, metric }: Tile): string =>
    title ?? ctx.use(catalogue).metrics.get(metric)?.title ?? metric

/** Refuses what the rule objects to. */
function requireMay(whyNot: (board: Held, asker: Asker) => string | null, row: BoardRow, reader: Reader) {
  const objection = whyNot(toHeld(row), reader)
  if (objection) throw forbidden(objection)
}

export async function share(ctx: Ctx, { id, with: whom, roles }: In<typeof dashboards.share>) {
  const reader = await readerOf(ctx)
  const row = await requireBoard(ctx, reader, id)
  requireMay(whyNotShare, row, reader)
  const unknown = roles.find((role) => !reader.roleNames.has(role))
  if (unknown) throw invalid(`There is no role “${unknown}”.`)
  if (whom === 'roles' && roles.length === 0) throw invalid('Choose at least one role to share it with.')

  const shared_roles = whom === 'roles' ? roles : []
  const changed = (await ctx.update('dashboards_boards', id, { shared_with: whom, shared_roles })) ?? row
  const names = shared_roles.map((role) => reader.roleNames.get(role) ?? role)
  const { name } = row
  if (whom === 'nobody') await ctx.record(events.unshared, id, { name })
  else await ctx.record(events.shared, id, { name, whom: sharedWith({ with: whom }, names) })

  return toBoard(changed, reader)
}

export async function remove(ctx: Ctx, { id }: In<typeof dashboards.remove>) {
  const reader = await readerOf(ctx)
  const row = await requireBoard(ctx, reader, id)
  requireMay(whyNotRemove, row, reader)

  await ctx.update('dashboards_boards', id, { removed_at: ctx.now })
  await ctx.record(events.removed, id, { name: row.name })

  return {}
}

export async function restore(ctx: Ctx, { id }: In<typeof dashboards.restore>) {
  const reader = await readerOf(ctx)
  const row = await requireBoard(ctx, reader, id, { isRemoved: true })
  requireMay(whyNotRemove, row, reader)

  const back = (await ctx.update('dashboards_boards', id, { removed_at: null })) ?? row
  await ctx.record(events.restored, id, { name: row.name })

  return toBoard(back, reader)
}
