import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { threads } from '../contract.ts'
import { beginning, whyNotEdit, whyNotMention, whyNotPutBack, whyNotResolve } from '../rules.ts'
import { readersOf, requireRecord } from './registry.ts'
import { requireComment } from './show.ts'
import { watchedBy, watching } from './watch.ts'

const { events } = threads
type Record = Awaited<ReturnType<typeof requireRecord>>
type Named = { id: string; name: string }

export async function comment(ctx: Ctx, { kind, id, replyTo, ...said }: In<typeof threads.comment>) {
  const record = await requireRecord(ctx, { kind, id })
  const root = replyTo === null ? null : await rootOf(ctx, record, replyTo)
  const mentioned = await requireReaders(ctx, record, said.mentions)

  const row = await ctx.insert('threads_comments', {
    ...{ id: ctx.id('cmt'), kind, record_id: id, reply_to: root, version: 1, made_at: ctx.now },
    ...{ by_id: ctx.actor.personId ?? null, by_name: ctx.actor.name },
    ...{ resolved_at: null, resolved_by: null, removed_at: null },
  })
  await keepText(ctx, { id: row.id, version: 1, text: said.text, mentioned })
  await watching(ctx, record, [ctx.actor.personId, ...mentioned.map((one) => one.id)])
  await ctx.record(events.commented, id, { what: record.what })
  await tell(ctx, record, said.text, mentioned)

  return { id: row.id }
}

/** A reply to a reply answers what began it: threads are one level deep. */
async function rootOf(ctx: Ctx, record: Record, id: string): Promise<string> {
  const { row } = await requireComment(ctx, id)
  if (row.record_id !== record.id || row.kind !== record.kind) throw missing('The comment that is answered')
  if (row.removed_at) throw conflict('This comment was removed meanwhile. Begin with a new one.')
  return row.reply_to ?? row.id
}

async function requireReaders(ctx: Ctx, record: Record, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const { rows } = await directory(ctx)
  const people = [...new Set(ids)].map((id) => rows.get(id))
  if (people.includes(undefined)) throw invalid('Somebody who is mentioned is not known here.')
  const named = people.flatMap((one) => (one ? [{ id: one.id, name: one.name }] : []))
  const readers = await readersOf(ctx, record)
  const blind = named.filter((one) => !readers.has(one.id)).map((one) => one.name)
  const objection = whyNotMention(blind, record.what)
  if (objection) throw invalid(objection, [{ field: 'mentions', message: objection }])
  return named
}

type Said = { id: string; version: number; text: string; mentioned: Named[] }

const keepText = (ctx: Ctx, { id, version, text, mentioned }: Said) =>
  ctx.insert('threads_texts', {
    ...{ id: ctx.id('cmw'), comment_id: id, version, text, written_at: ctx.now },
    mentions: JSON.stringify(mentioned),
  })

/** Those mentioned, and whoever watches and may still read it. */
async function tell(ctx: Ctx, record: Record, text: string, mentioned: Named[]): Promise<void> {
  const words = { why: beginning(text), link: record.path(record.id) }
  const named = new Set(mentioned.map((one) => one.id))
  for (const id of named)
    await notify(ctx, id, { title: `${ctx.actor.name} mentioned you: ${record.name}`, ...words })
  const readers = await readersOf(ctx, record)
  for (const id of await watchedBy(ctx, record))
    if (readers.has(id) && !named.has(id))
      await notify(ctx, id, { title: `${ctx.actor.name} commented: ${record.name}`, ...words })
}

export async function edit(ctx: Ctx, { id, version, text, mentions }: In<typeof threads.edit>) {
  const { row, record } = await requireComment(ctx, id)
  const objection = whyNotEdit(row, ctx.actor.personId)
  if (objection) throw forbidden(objection)
  if (row.version !== version)
    throw conflict('You reworded this comment elsewhere since. Load it again and repeat your change.')
  const mentioned = await requireReaders(ctx, record, mentions)
  const known = await mentionedIn(ctx, id, version)

  await ctx.update('threads_comments', id, { version: version + 1 })
  await keepText(ctx, { id, version: version + 1, text, mentioned })
  const fresh = mentioned.filter((one) => !known.has(one.id))
  await watching(
    ctx,
    record,
    fresh.map((one) => one.id),
  )
  await ctx.record(events.edited, row.record_id, { what: record.what })
  const words = { why: beginning(text), link: record.path(record.id) }
  for (const one of fresh)
    await notify(ctx, one.id, { title: `${ctx.actor.name} mentioned you: ${record.name}`, ...words })

  return { version: version + 1 }
}

async function mentionedIn(ctx: Ctx, id: string, version: number): Promise<Set<string>> {
  const row = await ctx.db
    .selectFrom('threads_texts')
    .select('mentions')
    .where('comment_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return new Set(row?.mentions.map((one) => one.id))
}

export async function remove(ctx: Ctx, { id }: In<typeof threads.remove>) {
  const { row, record } = await requireComment(ctx, id)
  const objection = whyNotEdit(row, ctx.actor.personId)
  if (objection) throw forbidden(objection)

  await ctx.update('threads_comments', id, { removed_at: ctx.now })
  await ctx.record(events.removed, row.record_id, { what: record.what })

  return {}
}

export async function putBack(ctx: Ctx, { id }: In<typeof threads.putBack>) {
  const { row, record } = await requireComment(ctx, id)
  const objection = whyNotPutBack(row, ctx.actor.personId)
  if (objection) throw conflict(objection)

  await ctx.update('threads_comments', id, { removed_at: null })
  await ctx.record(events.putBack, row.record_id, { what: record.what })

  return {}
}

export async function resolve(ctx: Ctx, { id, isResolved }: In<typeof threads.resolve>) {
  const { row, record } = await requireComment(ctx, id)
  const objection = whyNotResolve(row)
  if (objection) throw conflict(objection)

  await ctx.update('threads_comments', id, {
    resolved_at: isResolved ? (row.resolved_at ?? ctx.now) : null,
    resolved_by: isResolved ? (row.resolved_by ?? ctx.actor.name) : null,
  })
  const happened = isResolved ? events.resolved : events.reopened
  await ctx.record(happened, row.record_id, { what: record.what })

  return {}
}
