import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'

/** Where the asker is mentioned on records of a kind and has not read it yet, the newest first. */
export async function unreadMentions(
  ctx: Ctx,
  kind: string,
): Promise<{ id: string; by: string; at: Date }[]> {
  const me = ctx.actor.personId
  if (!me) return []
  const rows = await ctx.db
    .selectFrom('threads_comments as said')
    .innerJoin('threads_texts as text', (join) =>
      join.onRef('text.comment_id', '=', 'said.id').onRef('text.version', '=', 'said.version'),
    )
    .leftJoin('threads_watchers as seen', (join) =>
      join
        .onRef('seen.kind', '=', 'said.kind')
        .onRef('seen.record_id', '=', 'said.record_id')
        .on('seen.person_id', '=', me),
    )
    .select(['said.record_id as id', 'said.by_name as by', 'said.made_at as at'])
    .where('said.kind', '=', kind)
    .where('said.removed_at', 'is', null)
    .where('said.by_id', 'is distinct from', me)
    .where(sql<boolean>`text.mentions @> ${JSON.stringify([{ id: me }])}::jsonb`)
    .where(sql<boolean>`said.made_at > coalesce(seen.seen_at, '-infinity')`)
    .orderBy('said.made_at', 'desc')
    .limit(100)
    .execute()
  return rows
}
