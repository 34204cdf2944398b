import type { Selectable } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { defineModule } from '../../../kernel/module.ts'
import { type SavedView, views } from '../contract.ts'
import { isVisible, ownerOf, whyNotChange } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    views_saved: {
      id: string
      owner_id: string
      owner_name: string
      page: string
      name: string
      search: string
      is_shared: boolean
      saved_at: Date
    }
  }
}

type Row = Selectable<Tables['views_saved']>
const owned = (row: Row) => ({ ownerId: row.owner_id, isShared: row.is_shared })

const toView = (row: Row, ctx: Ctx): SavedView => {
  const change = whyNotChange(owned(row), ctx.actor) === null
  return {
    id: row.id,
    page: row.page,
    name: row.name,
    search: row.search,
    isShared: row.is_shared,
    owner: { id: row.owner_id, name: row.owner_name },
    can: { change, share: change && holds(ctx.actor, 'views:share') },
  }
}

async function requireChangeable(ctx: Ctx, id: string): Promise<Row> {
  const row = await ctx.db.selectFrom('views_saved').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !isVisible(owned(row), ctx.actor)) throw missing('This view')
  const objection = whyNotChange(owned(row), ctx.actor)
  if (objection) throw forbidden(objection)
  return row
}

async function list(ctx: Ctx, { page }: In<typeof views.list>) {
  const rows = await ctx.db
    .selectFrom('views_saved')
    .selectAll()
    .where((e) => e.or([e('is_shared', '=', true), e('owner_id', '=', ownerOf(ctx.actor))]))
    .$if(page !== undefined, (q) => q.where('page', '=', page ?? ''))
    .orderBy('name')
    .execute()
  return { views: rows.map((row) => toView(row, ctx)) }
}

const namesake = (ctx: Ctx, owner: string, page: string, name: string) =>
  ctx.db
    .selectFrom('views_saved')
    .select('id')
    .where('owner_id', '=', owner)
    .where('page', '=', page)
    .where('name', '=', name)
    .executeTakeFirst()

async function save(ctx: Ctx, { page, name, search }: In<typeof views.save>) {
  const owner = ownerOf(ctx.actor)
  const before = await namesake(ctx, owner, page, name)

  const row = before
    ? await ctx.update('views_saved', before.id, { search, saved_at: ctx.now })
    : await ctx.insert('views_saved', {
        id: ctx.id('viw'),
        owner_id: owner,
        owner_name: ctx.actor.name,
        page,
        name,
        search,
        is_shared: false,
        saved_at: ctx.now,
      })
  await ctx.record(views.events.saved, row!.id, { name, page })

  return toView(row!, ctx)
}

async function rename(ctx: Ctx, { id, name }: In<typeof views.rename>) {
  const row = await requireChangeable(ctx, id)
  const other = await namesake(ctx, row.owner_id, row.page, name)
  if (other && other.id !== id) throw conflict(`There is a view ${name} on this page already.`)

  const changed = await ctx.update('views_saved', id, { name })
  await ctx.record(views.events.renamed, id, { name, page: row.page })

  return toView(changed!, ctx)
}

async function share(ctx: Ctx, { id, isShared }: In<typeof views.share>) {
  const row = await requireChangeable(ctx, id)

  const changed = await ctx.update('views_saved', id, { is_shared: isShared })
  const happened = isShared ? views.events.shared : views.events.unshared
  await ctx.record(happened, id, { name: row.name, page: row.page })

  return toView(changed!, ctx)
}

async function remove(ctx: Ctx, { id }: In<typeof views.remove>) {
  const row = await requireChangeable(ctx, id)

  await ctx.delete('views_saved', id)
  await ctx.record(views.events.removed, id, { name: row.name, page: row.page })

  return {}
}

export const viewsModule = defineModule(views, { list, save, rename, share, remove })
