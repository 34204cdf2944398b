import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import { files } from '../contract.ts'
import { freeName, safeName, whyNotChange, whyNotRestore } from '../rules.ts'
import { taking } from './keeping.ts'
import { type Current, filesOf, requireOwnFile, showFile } from './records.ts'
import { type Holder, requireOpenHolder } from './registry.ts'
import type { VersionRow } from './tables.ts'

const { events } = files

/** One more version, and the file stands at it. */
export async function keepVersion(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  { by = ctx.actor.name, ...said }: Pick<VersionRow, 'did' | 'name' | 'sha256'> & { by?: string | undefined },
): Promise<void> {
  await ctx.insert('files_versions', {
    ...{ id: ctx.id('fvr'), file_id: id, number: version + 1, ...said, at: ctx.now },
    ...{ by_id: ctx.actor.personId ?? null, by_name: by },
  })
  if (version > 0) await ctx.update('files_records', id, { version: version + 1 })
}

/** Hang bytes that are here on a record, under a name that is free there. */
export async function attach(
  ctx: Ctx,
  holder: Holder,
  { name, sha256, by }: { name: string; sha256: string; by?: string },
): Promise<{ id: string; isHereAlready: boolean }> {
  // A guest's name is numbered beside those they see: a number would tell of a hidden file.
  const here = (await filesOf(ctx, holder)).filter((one) => !one.removed_at)
  const twin = here.find((one) => one.sha256 === sha256 && one.name === name)
  if (twin) return { id: twin.id, isHereAlready: true }
  const free = freeName(
    name,
    here.map((one) => one.name),
  )
  const row = await ctx.insert('files_records', {
    ...{ id: ctx.id('fil'), kind: holder.kind.kind, record_id: holder.id, version: 1 },
    is_for_guests: holder.isGuest || (holder.kind.isForGuests ?? false),
    ...{ added_by_id: ctx.actor.personId ?? null, removed_at: null, removed_by: null },
  })
  await keepVersion(ctx, { id: row.id, version: 0 }, { did: 'added', name: free, sha256, by })
  return { id: row.id, isHereAlready: false }
}

export async function add(ctx: Ctx, { file, ...asked }: In<typeof files.add> & { file?: unknown }) {
  await requireOpenHolder(ctx, asked)
  const name = safeName(asked.name)

  return taking(ctx, { name, file }, async (step, sha256) => {
    const holder = await requireOpenHolder(step, asked)
    const { id, isHereAlready } = await attach(step, holder, { name, sha256 })
    if (!isHereAlready) await step.record(events.added, holder.id, { what: holder.what })
    return { file: await showFile(step, id), isHereAlready }
  })
}

function requireSeen(row: Current, version: number): void {
  const objection = whyNotChange(row, row.name, version)
  if (objection) throw conflict(objection)
}

export async function replace(
  ctx: Ctx,
  { id, version, file, ...asked }: In<typeof files.replace> & { file?: unknown },
) {
  const before = await requireOwnFile(ctx, id)
  requireSeen(before.row, version)
  const said = asked.name === undefined ? before.row.name : safeName(asked.name)

  return taking(ctx, { name: said, file }, async (step, sha256) => {
    const { row, holder } = await requireOwnFile(step, id)
    requireSeen(row, version)
    if (row.sha256 === sha256 && row.name === said)
      throw conflict(`${row.name} has these very bytes already. Nothing was replaced.`)
    const name = said === row.name ? said : await freeBeside(step, holder, row, said)
    await keepVersion(step, row, { did: 'replaced', name, sha256 })
    await step.record(events.replaced, holder.id, { what: holder.what })
    return showFile(step, id)
  })
}

async function freeBeside(ctx: Ctx, holder: Holder, row: Current, name: string): Promise<string> {
  const others = await filesOf(ctx, holder)
  const taken = others.filter((one) => one.id !== row.id && !one.removed_at).map((one) => one.name)
  return freeName(name, taken)
}

/** Hidden by mistake and shown again, a file is as it was; what changed while it was hidden stays in the house. */
function shownFrom(row: Current, now: number, isShown: boolean) {
  if (!isShown) return { guests_to: now }
  return { guests_from: row.guests_to === now ? row.guests_from : now, guests_to: null }
}

export async function change(ctx: Ctx, { id, version, ...asked }: In<typeof files.change>) {
  const { row, holder } = await requireOwnFile(ctx, id)
  requireSeen(row, version)

  const name = asked.name === undefined ? row.name : await freeBeside(ctx, holder, row, safeName(asked.name))
  if (name !== row.name) {
    await keepVersion(ctx, row, { did: 'renamed', name, sha256: row.sha256 })
    await ctx.record(events.renamed, holder.id, { what: holder.what })
  }
  const isShown = asked.isForGuests
  if (isShown !== undefined && isShown !== row.is_for_guests) {
    if (holder.isGuest) throw forbidden('Whoever works here decides what guests are shown.')
    const now = name === row.name ? row.version : row.version + 1
    await ctx.update('files_records', id, { is_for_guests: isShown, ...shownFrom(row, now, isShown) })
    await ctx.record(isShown ? events.shared : events.unshared, holder.id, { what: holder.what })
  }

  return showFile(ctx, id)
}

export async function remove(ctx: Ctx, { id, version }: In<typeof files.remove>) {
  const { row, holder } = await requireOwnFile(ctx, id)
  requireSeen(row, version)

  await ctx.update('files_records', id, { removed_at: ctx.now, removed_by: ctx.actor.name })
  await ctx.record(events.removed, holder.id, { what: holder.what })

  return {}
}

export async function putBack(ctx: Ctx, { id }: In<typeof files.putBack>) {
  const { row, holder } = await requireOwnFile(ctx, id)
  const objection = whyNotRestore(row, row.name)
  if (objection) throw conflict(objection)

  await ctx.update('files_records', id, { removed_at: null, removed_by: null })
  const name = await freeBeside(ctx, holder, row, row.name)
  if (name !== row.name) await keepVersion(ctx, row, { did: 'renamed', name, sha256: row.sha256 })
  await ctx.record(events.putBack, holder.id, { what: holder.what })

  return showFile(ctx, id)
}

/** With records that are deleted go their files: into what is deleted for good after 30 days. */
export async function removeFilesOf(
  ctx: Ctx,
  { kind, ids, what }: { kind: string; ids: readonly string[]; what: string },
): Promise<void> {
  const rows = await filesHere(ctx, kind, ids).execute()
  const removed = { removed_at: ctx.now, removed_by: ctx.actor.name }
  await ctx.updateAll(
    'files_records',
    rows.map(({ id }) => ({ id, ...removed })),
  )
  for (const id of new Set(rows.map((row) => row.record_id))) await ctx.record(events.removed, id, { what })
}

const filesHere = (ctx: Ctx, kind: string, ids: readonly string[]) =>
  ctx.db
    .selectFrom('files_records as file')
    .select(['file.id', 'file.record_id'])
    .where('file.kind', '=', kind)
    .where('file.record_id', '=', sql<string>`any(${ids})`)
    .where('file.removed_at', 'is', null)

/** Those of these records that a file was handed in to, or replaced on, after a moment. */
export async function handedInSince(
  ctx: Ctx,
  { kind, ids, at }: { kind: string; ids: readonly string[]; at: Date },
): Promise<string[]> {
  const rows = await filesHere(ctx, kind, ids)
    .innerJoin('files_versions as version', 'version.file_id', 'file.id')
    .where('version.at', '>', at)
    .execute()
  return rows.map((row) => row.record_id)
}
