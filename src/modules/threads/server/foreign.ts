import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

type Said = { recordId: string; by: string; at: Date; text: string }

/** Keep comments that were written in another tool, under the names and at the times they had there. */
export async function keepForeign(ctx: Ctx, kind: string, said: readonly Said[]): Promise<void> {
  const rows = said.map(({ recordId, by, at, text }) => ({
    comment: {
      ...{ id: ctx.id('cmt'), kind, record_id: recordId, reply_to: null, by_id: null, by_name: by },
      ...{ made_at: at, version: 1, resolved_at: null, resolved_by: null, removed_at: null },
    },
    text,
  }))
  await ctx.insertAll(
    'threads_comments',
    rows.map((row) => row.comment),
  )
  await ctx.insertAll(
    'threads_texts',
    rows.map(({ comment, text }) => ({
      ...{ id: ctx.id('cmw'), comment_id: comment.id, version: 1, text, written_at: comment.made_at },
      mentions: JSON.stringify([]),
    })),
  )
}

/** Those of these records of which somebody said something here after a moment. */
export async function saidSince(
  ctx: Ctx,
  { kind, ids, at }: { kind: string; ids: readonly string[]; at: Date },
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('threads_comments')
    .select('record_id')
    .where('kind', '=', kind)
    .where('record_id', '=', sql<string>`any(${ids})`)
    .where('made_at', '>', at)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map((row) => row.record_id)
}

/** Take everything said about records away that are removed for good. */
export async function forget(ctx: Ctx, kind: string, recordIds: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('threads_comments')
    .select('id')
    .where('kind', '=', kind)
    .where('record_id', '=', sql<string>`any(${recordIds})`)
    .execute()
  const ids = rows.map((row) => row.id)
  await ctx.deleteAll('threads_texts', { column: 'comment_id', among: ids })
  await ctx.deleteAll('threads_comments', { column: 'id', among: ids })
  await ctx.deleteAll('threads_watchers', { column: 'record_id', among: recordIds })
}
