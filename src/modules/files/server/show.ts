import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import type { Kept } from '../../../kernel/http/kept.ts'
import { addDays } from '../../../methods/fiscal.ts'
import { type Attached, files } from '../contract.ts'
import { keptDays, lookOf, whyNotChange } from '../rules.ts'
import { keepVersion } from './actions.ts'
import { usedBytes } from './keeping.ts'
import { contentsOf, filesOf, firstSeen, requireFile, requireOwnFile, showFile, toFile } from './records.ts'
import { type Holder, requireHolder } from './registry.ts'
import { fileStore } from './store.ts'

export async function list(ctx: Ctx, ref: In<typeof files.list>) {
  const holder = await requireHolder(ctx, ref)
  const rows = await filesOf(ctx, holder)
  const here = rows.filter((row) => !row.removed_at)
  const contents = await contentsOf(ctx, holder, here)
  const store = ctx.use(fileStore)
  const removed = rows.flatMap((row) => {
    const mayPutBack = toFile(ctx, holder, row, 1).can.change
    if (!row.removed_at || !mayPutBack) return []
    const until = addDays(row.removed_at.toISOString().slice(0, 10), keptDays)
    return [{ id: row.id, name: row.name, by: row.removed_by ?? '', until }]
  })
  return {
    items: here.map((row) => toFile(ctx, holder, row, contents.get(row.id) ?? 1)),
    ...{ removed, most: store.most, room: Math.max(0, store.quota - (await usedBytes(ctx))) },
    can: { add: holder.mayAdd, whyNot: holder.frozen },
    guests: guestsOf(holder),
  }
}

function guestsOf({ isGuest, kind }: Holder): Attached['guests'] {
  if (isGuest || !kind.guest) return 'none'
  return kind.isForGuests ? 'unless-hidden' : 'if-marked'
}

export const show = (ctx: Ctx, { id }: In<typeof files.show>) => showFile(ctx, id)

/** The versions of a file that the asker reads, the newest first. */
async function versionsOf(ctx: Ctx, id: string) {
  const { row, holder } = await requireFile(ctx, id)
  const first = firstSeen(row, holder)
  return { now: row, first, all: allVersionsOf(ctx, id).where('number', '>=', first) }
}

const allVersionsOf = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('files_versions as version')
    .innerJoin('files_contents as content', 'content.sha256', 'version.sha256')
    .selectAll('version')
    .select(['content.size', 'content.type'])
    .where('file_id', '=', id)
    .orderBy('number', 'desc')

export async function versions(ctx: Ctx, { id }: In<typeof files.versions>) {
  const { now, first, all } = await versionsOf(ctx, id)
  const rows = await all.execute()
  return {
    items: rows.map((row) => ({
      // Who reads none before it is not told what it was made from.
      did: row.number === first ? ('added' as const) : row.did,
      ...{ number: row.number, name: row.name, size: row.size, type: row.type },
      ...{ by: row.by_name, at: row.at.toISOString() },
      isCurrent: row.number === now.version,
      isSame: row.sha256 === now.sha256,
    })),
  }
}

export async function bringBack(ctx: Ctx, { id, number, version }: In<typeof files.bringBack>) {
  const { row, holder } = await requireOwnFile(ctx, id)
  const objection = whyNotChange(row, row.name, version)
  if (objection) throw conflict(objection)
  const old = await requireVersion(ctx, id, number)
  if (old.sha256 === row.sha256) throw conflict(`${row.name} holds what it held in version ${number}.`)

  await keepVersion(ctx, row, { did: 'brought-back', name: row.name, sha256: old.sha256 })
  await ctx.record(files.events.broughtBack, holder.id, { what: holder.what })

  return showFile(ctx, id)
}

export type VersionBytes = { name: string; sha256: string; size: number; type: string }

/** A file to be served. Only images and PDFs are shown; anything else is saved, whatever its name says. */
export function served(ctx: Ctx, { name, sha256, size, type }: VersionBytes): Kept {
  const store = ctx.use(fileStore)
  if (!store.has(sha256))
    throw missing(`What ${name} holds is not in the data folder. Restore it from a backup; it`)
  const isShown = lookOf(type) !== 'other'
  const open = (first: number, last: number) => store.open(sha256, first, last)
  return { name, type, size, mark: sha256, isShown, open }
}

/** A version of a file that the asker may read; the newest where none is named. */
export async function requireVersion(ctx: Ctx, id: string, number?: number): Promise<VersionBytes> {
  const { now, all } = await versionsOf(ctx, id)
  if (number === undefined) return now
  const old = await all.where('number', '=', number).executeTakeFirst()
  if (!old) throw missing('This version')
  return old
}

/** Who handed a version of a file in; null where that is not known any more. */
export async function handedInBy(ctx: Ctx, id: string, number: number): Promise<string | null> {
  const row = await allVersionsOf(ctx, id).where('number', '=', number).executeTakeFirst()
  return row?.by_id ?? null
}

export async function content(ctx: Ctx, { id, number }: In<typeof files.content>) {
  return served(ctx, await requireVersion(ctx, id, number))
}
