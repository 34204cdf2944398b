import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing, Problem } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import type { Comment, Reply, threads } from '../contract.ts'
import { whyNotEdit, whyNotPutBack } from '../rules.ts'
import { readersOf, requireRecord } from './registry.ts'
import type { CommentRow, TextRow } from './tables.ts'

export const of = (ctx: Ctx, kind: string, id: string) =>
  ctx.db.selectFrom('threads_comments').where('kind', '=', kind).where('record_id', '=', id)

export async function show(ctx: Ctx, { kind, id, limit }: In<typeof threads.show>) {
  await requireRecord(ctx, { kind, id })
  const watchers = await watchersOf(ctx, kind, id)
  const own = watchers.find((one) => one.person_id === ctx.actor.personId)
  const begun = of(ctx, kind, id).where('reply_to', 'is', null)
  const roots = await begun.selectAll().orderBy('made_at', 'desc').orderBy('id').limit(limit).execute()
  const counts = await begun
    .select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn
        .countAll<number>()
        .filterWhere('resolved_at', 'is', null)
        .filterWhere('removed_at', 'is', null)
        .as('open'),
    ])
    .executeTakeFirstOrThrow()
  const items = await toComments(ctx, roots.reverse(), own?.seen_at ?? null)
  return {
    ...{ items, total: counts.total, open: counts.open, unread: await unreadOf(ctx, kind, id, own) },
    isWatching: own?.is_watching ?? false,
    watchers: watchers
      .filter((one) => one.is_watching)
      .map(({ person_id, name }) => ({ id: person_id, name })),
  }
}

async function watchersOf(ctx: Ctx, kind: string, id: string) {
  const { rows } = await directory(ctx)
  const known = await ctx.db
    .selectFrom('threads_watchers')
    .selectAll()
    .where('kind', '=', kind)
    .where('record_id', '=', id)
    .execute()
  return known.map((one) => ({ ...one, name: rows.get(one.person_id)?.name ?? '' }))
}

/** What others wrote since the asker looked; all of it where they never did. */
async function unreadOf(ctx: Ctx, kind: string, id: string, own: { seen_at: Date } | undefined) {
  const { personId } = ctx.actor
  if (!personId) return 0
  const { unread } = await of(ctx, kind, id)
    .where('removed_at', 'is', null)
    .where('by_id', 'is distinct from', personId)
    .$if(own !== undefined, (q) => q.where('made_at', '>', own?.seen_at ?? ctx.now))
    .select((e) => e.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  return unread
}

async function toComments(ctx: Ctx, roots: CommentRow[], seenAt: Date | null): Promise<Comment[]> {
  if (roots.length === 0) return []
  const ids = roots.map((row) => row.id)
  const replies = await ctx.db
    .selectFrom('threads_comments')
    .selectAll()
    .where('reply_to', 'in', ids)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const texts = await textsOf(ctx, [...ids, ...replies.map((row) => row.id)])
  const shown = (row: CommentRow) => toReply(ctx, row, texts.get(row.id), seenAt)
  return roots.map((row) => ({
    ...shown(row),
    resolved: row.resolved_at ? { by: row.resolved_by ?? '', at: row.resolved_at.toISOString() } : null,
    replies: replies.filter((one) => one.reply_to === row.id).map(shown),
  }))
}

/** The newest wording of each. */
async function textsOf(ctx: Ctx, ids: string[]): Promise<Map<string, TextRow>> {
  const rows = await ctx.db
    .selectFrom('threads_texts as said')
    .innerJoin('threads_comments as comment', (join) =>
      join.onRef('comment.id', '=', 'said.comment_id').onRef('comment.version', '=', 'said.version'),
    )
    .selectAll('said')
    .where('comment.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.comment_id, row]))
}

function toReply(ctx: Ctx, row: CommentRow, said: TextRow | undefined, seenAt: Date | null): Reply {
  const { personId } = ctx.actor
  const isRemoved = row.removed_at !== null
  const isOthers = row.by_id === null || row.by_id !== personId
  return {
    ...{ id: row.id, by: row.by_name, at: row.made_at.toISOString(), version: row.version, isRemoved },
    text: isRemoved ? '' : (said?.text ?? ''),
    mentions: isRemoved ? [] : (said?.mentions ?? []),
    editedAt: row.version > 1 ? (said?.written_at.toISOString() ?? null) : null,
    isNew: isOthers && !isRemoved && personId !== undefined && (seenAt === null || row.made_at > seenAt),
    can: { edit: whyNotEdit(row, personId) === null, putBack: whyNotPutBack(row, personId) === null },
  }
}

export async function people(ctx: Ctx, ref: In<typeof threads.people>) {
  const readers = await readersOf(ctx, await requireRecord(ctx, ref))
  const { rows } = await directory(ctx)
  const items = [...rows.values()].filter((one) => readers.has(one.id) && one.id !== ctx.actor.personId)
  return { items: items.map(({ id, name, title }) => ({ id, name, title })) }
}

/** Who may not read the record hears nothing of it; anything else that went wrong is not hidden by that. */
function asHidden(error: unknown): never {
  throw error instanceof Problem ? missing('This comment') : error
}

/** The comment, on a record that the asker may read. */
export async function requireComment(ctx: Ctx, id: string) {
  const row = await ctx.db.selectFrom('threads_comments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This comment')
  const record = await requireRecord(ctx, { kind: row.kind, id: row.record_id }).catch(asHidden)
  return { row, record }
}

export async function history(ctx: Ctx, { id }: In<typeof threads.history>) {
  const { row } = await requireComment(ctx, id)
  if (row.removed_at && row.by_id !== ctx.actor.personId) throw missing('This comment')
  const rows = await ctx.db
    .selectFrom('threads_texts')
    .selectAll()
    .where('comment_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return { items: rows.map(({ version, text, written_at: at }) => ({ version, text, at: at.toISOString() })) }
}
