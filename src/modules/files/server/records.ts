import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing, Problem } from '../../../kernel/errors.ts'
import type { FileThing } from '../contract.ts'
import { lookOf, remarkOn } from '../rules.ts'
import { attached, type Holder, holdersSeen, requireHolder } from './registry.ts'

/** Files as they stand: each with its current version and what that holds. */
export const current = (ctx: Ctx) =>
  ctx.db
    .selectFrom('files_records as file')
    .innerJoin('files_versions as now', (join) =>
      join.onRef('now.file_id', '=', 'file.id').onRef('now.number', '=', 'file.version'),
    )
    .innerJoin('files_contents as content', 'content.sha256', 'now.sha256')
    .selectAll('file')
    .select(['now.name', 'now.by_name', 'now.at', 'content.sha256', 'content.size', 'content.type'])

export type Current = Awaited<ReturnType<ReturnType<typeof current>['executeTakeFirstOrThrow']>>

/** Those of a record that the asker sees, removed ones with them, by name. */
export async function filesOf(ctx: Ctx, holder: Holder): Promise<Current[]> {
  return current(ctx)
    .where('file.kind', '=', holder.kind.kind)
    .where('file.record_id', '=', holder.id)
    .$if(holder.isGuest, (q) => q.where('file.is_for_guests', '=', true))
    .orderBy('now.name')
    .orderBy('file.id')
    .execute()
}

const mayChange = (ctx: Ctx, holder: Holder, row: Pick<Current, 'added_by_id'>): boolean =>
  holder.mayAdd && (!holder.isGuest || (row.added_by_id !== null && row.added_by_id === ctx.actor.personId))

/** The first version that the asker reads. */
export const firstSeen = (row: Pick<Current, 'guests_from'>, holder: Holder): number =>
  holder.isGuest ? row.guests_from : 1

/** How many different contents each of these files of one record has had, as far as the asker reads them. */
export async function contentsOf(
  ctx: Ctx,
  holder: Holder,
  files: readonly { id: string }[],
): Promise<Map<string, number>> {
  if (files.length === 0) return new Map()
  const ids = files.map((one) => one.id)
  const rows = await ctx.db
    .selectFrom('files_versions as version')
    .innerJoin('files_records as file', 'file.id', 'version.file_id')
    .select((e) => ['file_id', e.fn.count<number>('sha256').distinct().as('contents')])
    .where('file_id', 'in', ids)
    .$if(holder.isGuest, (q) => q.whereRef('version.number', '>=', 'file.guests_from'))
    .groupBy('file_id')
    .execute()
  return new Map(rows.map((row) => [row.file_id, Number(row.contents)]))
}

export function toFile(ctx: Ctx, holder: Holder, row: Current, contents: number): FileThing {
  return {
    ...{ id: row.id, name: row.name, size: row.size, type: row.type, version: row.version, contents },
    look: lookOf(row.type),
    remark: remarkOn(row.name, row.type),
    ...{ by: row.by_name, at: row.at.toISOString(), isForGuests: row.is_for_guests },
    can: { change: mayChange(ctx, holder, row) },
  }
}

/** Who may not read the record hears nothing of its files; anything else that went wrong is not hidden by that. */
function asHidden(error: unknown): never {
  throw error instanceof Problem ? missing('This file') : error
}

/** The file, on a record that the asker may read; a removed one only for those who may put it back. */
export async function requireFile(ctx: Ctx, id: string): Promise<{ row: Current; holder: Holder }> {
  const row = await current(ctx).where('file.id', '=', id).executeTakeFirst()
  if (!row) throw missing('This file')
  const holder = await requireHolder(ctx, { kind: row.kind, id: row.record_id }).catch(asHidden)
  const isHidden = holder.isGuest && !row.is_for_guests
  if (isHidden || (row.removed_at && !mayChange(ctx, holder, row))) throw missing('This file')
  return { row, holder }
}

/** Of these files, those on records that the asker may read; removed ones left out. */
export async function filesSeen(
  ctx: Ctx,
  ids: string[],
): Promise<Map<string, { row: Current; holder: Holder }>> {
  const rows = ids.length === 0 ? [] : await current(ctx).where('file.id', 'in', ids).execute()
  const seen = new Map<string, { row: Current; holder: Holder }>()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const known = ctx.use(attached).get(kind)
    const own = rows.filter((row) => row.kind === kind && !row.removed_at)
    const holders = known
      ? await holdersSeen(ctx, known, [...new Set(own.map((row) => row.record_id))])
      : new Map<string, Holder>()
    for (const row of own) {
      const holder = holders.get(row.record_id)
      if (holder && (!holder.isGuest || row.is_for_guests)) seen.set(row.id, { row, holder })
    }
  }
  return seen
}

/** The file, which the asker may change. */
export async function requireOwnFile(ctx: Ctx, id: string): Promise<{ row: Current; holder: Holder }> {
  const found = await requireFile(ctx, id)
  if (mayChange(ctx, found.holder, found.row)) return found
  if (found.holder.frozen) throw conflict(found.holder.frozen)
  throw forbidden(
    found.holder.isGuest
      ? 'Somebody else added this file. Add your own beside it.'
      : `You may read this ${found.holder.what} and its files. Changing them needs the right to change it.`,
  )
}

export async function showFile(ctx: Ctx, id: string): Promise<FileThing> {
  const { row, holder } = await requireFile(ctx, id)
  return toFile(ctx, holder, row, (await contentsOf(ctx, holder, [row])).get(id) ?? 1)
}
