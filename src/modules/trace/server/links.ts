import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { trace } from '../contract.ts'
import { type Ref, whyNotLink } from '../rules.ts'
import { traced } from './registry.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    trace_links: {
      id: string
      child_kind: string
      child_id: string
      parent_kind: string
      parent_id: string
      linked_by: string
      linked_at: Date
    }
  }
}

/** What a record serves, the nearest first, up to where nothing is linked further. */
export async function above(db: Reader | Database, { kind, id }: Ref): Promise<Ref[]> {
  const { rows } = await sql<Ref>`
    with recursive up(kind, id, step) as (
      select parent_kind, parent_id, 1 from trace_links where child_kind = ${kind} and child_id = ${id}
      union all
      select l.parent_kind, l.parent_id, step + 1 from up u join trace_links l on l.child_kind = u.kind and l.child_id = u.id where step < 50)
    select kind, id from up order by step`.execute(db as Database)
  return rows
}

/** What serves a record, directly or through others, with how many links away; the nearest first. */
async function allBelow(db: Reader | Database, { kind, id }: Ref): Promise<(Ref & { step: number })[]> {
  const { rows } = await sql<Ref & { step: number }>`
    with recursive down(kind, id, step) as (
      select child_kind, child_id, 1 from trace_links where parent_kind = ${kind} and parent_id = ${id}
      union all
      select l.child_kind, l.child_id, step + 1 from down d join trace_links l on l.parent_kind = d.kind and l.parent_id = d.id where step < 50)
    select kind, id, step from down order by step, kind, id`.execute(db as Database)
  return rows
}

/** What serves a record directly, and how many records do so in all. */
export async function below(db: Reader | Database, ref: Ref): Promise<{ direct: Ref[]; all: number }> {
  const rows = await allBelow(db, ref)
  return {
    direct: rows.filter((row) => row.step === 1).map(({ kind, id }) => ({ kind, id })),
    all: rows.length,
  }
}

/** The parent of each of these records of one kind that has one. */
export async function parentsOf(
  db: Reader | Database,
  kind: string,
  ids: string[],
): Promise<Map<string, Ref>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('trace_links')
    .selectAll()
    .where('child_kind', '=', kind)
    .where('child_id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map((row) => [row.child_id, { kind: row.parent_kind, id: row.parent_id }]))
}

/**
 * Link a record up to what it serves, or take the link away. Inside the caller's transaction; who may do so is the
 * caller's to know. Throws `invalid` where the kinds do not fit or the chain would go round in a circle.
 */
export const linkUp = (ctx: Ctx, child: Ref, parent: Ref | null): Promise<void> =>
  linkUpAll(ctx, child.kind, [child.id], parent)

/** As `linkUp`, of many records of a kind that serve the same: all of them or none, told as one. */
export async function linkUpAll(
  ctx: Ctx,
  kind: string,
  ids: readonly string[],
  parent: Ref | null,
): Promise<void> {
  const [first] = ids
  if (first === undefined) return
  const name = await toldOf(ctx, kind, ids)
  for (const id of ids) {
    const kept = await whyNotElsewhere(ctx, { kind, id })
    if (kept) throw conflict(kept)
  }
  const known = await linksOf(ctx, kind, ids)
  if (parent === null) {
    if (known.size === 0) return
    await ctx.deleteAll('trace_links', { column: 'id', among: [...known.values()] })
    await ctx.record(trace.events.unlinked, first, { child: name })
    return
  }
  const parentName = await toldOf(ctx, parent.kind, [parent.id])
  await requireFit(ctx, kind, ids, parent)

  await keepLinks(ctx, kind, ids, { parent, known })
  await ctx.record(trace.events.linked, first, { child: name, parent: parentName })
}

/** As `linkUp`, of many records of a kind, each with what it serves from now on. */
export async function linkEach(
  ctx: Ctx,
  kind: string,
  links: ReadonlyMap<string, Ref | null>,
): Promise<void> {
  const alike = new Map<string, string[]>()
  for (const [id, parent] of links) {
    const key = JSON.stringify(parent)
    const ids = alike.get(key)
    if (ids) ids.push(id)
    else alike.set(key, [id])
  }
  for (const ids of alike.values()) await linkUpAll(ctx, kind, ids, links.get(ids[0]!) ?? null)
}

async function requireFit(ctx: Ctx, kind: string, ids: readonly string[], parent: Ref): Promise<void> {
  const own = ctx.use(traced).get(kind)!
  const over = await above(ctx.db, parent)
  for (const id of ids) {
    const objection =
      whyNotLink({ ...own, kind, id }, parent, over) ?? (await own.whyNotUnder?.(ctx.db, id, parent))
    if (objection) throw invalid(objection)
  }
}

/** The links of these records, by the record. */
async function linksOf(ctx: Ctx, kind: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('trace_links')
    .select(['id', 'child_id'])
    .where('child_kind', '=', kind)
    .where('child_id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map((row) => [row.child_id, row.id]))
}

type Kept = { parent: Ref; known: ReadonlyMap<string, string> }

async function keepLinks(ctx: Ctx, kind: string, ids: readonly string[], { parent, known }: Kept) {
  const said = {
    ...{ parent_kind: parent.kind, parent_id: parent.id },
    ...{ linked_by: ctx.actor.name, linked_at: ctx.now },
  }
  await ctx.updateAll(
    'trace_links',
    [...known.values()].map((id) => ({ id, ...said })),
  )
  await ctx.insertAll(
    'trace_links',
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({ id: ctx.id('trl'), child_kind: kind, child_id: id, ...said })),
  )
}

/** Why the link that a record has cannot be changed or taken away, or null; null, too, where it has none. */
export async function whyNotElsewhere(ctx: Ctx, { kind, id }: Ref): Promise<string | null> {
  const known = ctx.use(traced).get(kind)
  if (!known?.whyNotElsewhere) return null
  const parents = await parentsOf(ctx.db, kind, [id])
  return parents.has(id) ? known.whyNotElsewhere(ctx.db, id) : null
}

/** What the feed says of records of a kind, which must exist: of several how many. */
async function toldOf(ctx: Ctx, kind: string, ids: readonly string[]): Promise<string> {
  const known = ctx.use(traced).get(kind)
  const found = await known?.named(ctx.db, [...ids])
  const title = known?.title.toLowerCase() ?? kind
  if (!known || ids.some((id) => !found?.has(id))) throw missing(`This ${title}`)
  if (ids.length > 1) return `${ids.length.toLocaleString('en')} of the kind ${title}`
  return known.staysOutOfFeed ? title : found!.get(ids[0]!)!.name
}

/** The ids of all records of a kind that lead up to one, directly or through others. */
export async function idsBelow(db: Reader | Database, ref: Ref, of: string): Promise<string[]> {
  const below = await allBelow(db, ref)
  return [...new Set(below.filter((one) => one.kind === of).map((one) => one.id))]
}

/** Take the links of records away that are removed for good. */
export const unlinkAll = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.deleteAll('trace_links', { column: 'child_id', among: ids })
