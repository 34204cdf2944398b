import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { makePass, requirePass } from '../../../kernel/passes.ts'
import type { files } from '../contract.ts'
import { served } from './show.ts'

const longestSeconds = 7 * 24 * 3600

const purpose = 'files.version'

/**
 * The path of a link that hands this version of a file out to whoever has it, for at most a week; it ends at once when
 * the file is removed or shown to guests no more. Whoever asks for it answers for it: the asker’s own rights are not
 * looked at.
 */
export async function filePass(ctx: Ctx, versionId: string, seconds: number): Promise<string> {
  const expiresAt = new Date(ctx.now.getTime() + Math.min(seconds, longestSeconds) * 1000)
  return `/api/file-passes/${await makePass(ctx.db, { purpose, subject: versionId, version: 1, expiresAt })}`
}

/** The files of a record that are marked for guests, each with a pass. */
export async function passesOf(ctx: Ctx, { kind, id }: { kind: string; id: string }, seconds: number) {
  const rows = await ctx.db
    .selectFrom('files_records as file')
    .innerJoin('files_versions as now', (join) =>
      join.onRef('now.file_id', '=', 'file.id').onRef('now.number', '=', 'file.version'),
    )
    .innerJoin('files_contents as content', 'content.sha256', 'now.sha256')
    .select(['now.id', 'now.name', 'content.size'])
    .where('file.kind', '=', kind)
    .where('file.record_id', '=', id)
    .where('file.is_for_guests', '=', true)
    .where('file.removed_at', 'is', null)
    .orderBy('now.name')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({ name: row.name, size: row.size, path: await filePass(ctx, row.id, seconds) })),
  )
}

export async function handOut(ctx: Ctx, { pass }: In<typeof files.handOut>) {
  const versionOf = async () => 1
  const id = await requirePass(ctx.db, pass, { purpose, now: ctx.now, versionOf })
  const row = await ctx.db
    .selectFrom('files_versions as version')
    .innerJoin('files_records as file', 'file.id', 'version.file_id')
    .innerJoin('files_contents as content', 'content.sha256', 'version.sha256')
    .select(['version.name', 'content.sha256', 'content.size', 'content.type'])
    .where('version.id', '=', id)
    .where('file.removed_at', 'is', null)
    .where('file.is_for_guests', '=', true)
    .whereRef('version.number', '>=', 'file.guests_from')
    .executeTakeFirst()
  if (!row) throw missing('This file')
  return served(ctx, row)
}
