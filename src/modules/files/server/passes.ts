import { createHmac, timingSafeEqual } from 'node:crypto'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import type { files } from '../contract.ts'
import { served } from './show.ts'

const longestSeconds = 7 * 24 * 3600

async function signature(ctx: Ctx, said: string): Promise<Buffer> {
  const { secret } = await ctx.db
    .selectFrom('files_secrets')
    .select('secret')
    .where('name', '=', 'pass')
    .executeTakeFirstOrThrow()
  return createHmac('sha256', secret).update(said).digest()
}

/**
 * The path of a link that hands this version of a file out to whoever has it, for at most a week; it ends at once when
 * the file is removed. Whoever asks for it answers for it: the asker’s own rights are not looked at.
 */
export async function filePass(ctx: Ctx, versionId: string, seconds: number): Promise<string> {
  const ends = Math.floor(ctx.now.getTime() / 1000) + Math.min(seconds, longestSeconds)
  const said = `${versionId}.${ends}`
  return `/api/file-passes/${said}.${(await signature(ctx, said)).toString('base64url')}`
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
  const [, said = '', id = '', ends = '', given = ''] =
    /^((fvr_[0-9a-z]{10,40})\.(\d{10}))\.([\w-]{43})$/.exec(pass) ?? []
  const mine = await signature(ctx, said)
  const theirs = Buffer.from(given, 'base64url')
  const isSigned = theirs.length === mine.length && timingSafeEqual(theirs, mine)
  if (!isSigned || Number(ends) * 1000 < ctx.now.getTime())
    throw missing('This link has ended or was never signed. Ask for a new one; the file behind it')
  const row = await ctx.db
    .selectFrom('files_versions as version')
    .innerJoin('files_records as file', 'file.id', 'version.file_id')
    .innerJoin('files_contents as content', 'content.sha256', 'version.sha256')
    .select(['version.name', 'content.sha256', 'content.size', 'content.type'])
    .where('version.id', '=', id)
    .where('file.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw missing('This file')
  return served(ctx, row)
}
