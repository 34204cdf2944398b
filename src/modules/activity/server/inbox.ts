import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { activity } from '../contract.ts'

type NoticeInput = { title: string; why: string; link: string }

/**
 * Put a notice into somebody's inbox, within the command that is the reason for it; that command records the event.
 * Nobody is told of what they did themselves.
 */
export async function notify(ctx: Ctx, personId: string, notice: NoticeInput): Promise<void> {
  if (personId === ctx.actor.personId) return
  await ctx.insert('activity_notices', {
    id: ctx.id('ntc'),
    person_id: personId,
    ...notice,
    at: ctx.now,
  })
}

const shown = 200

export async function inbox(ctx: Ctx, { onlyUnread }: In<typeof activity.inbox>) {
  const mine = ctx.db.selectFrom('activity_notices').where('person_id', '=', ctx.actor.personId ?? '')
  const rows = await mine
    .selectAll()
    .$if(onlyUnread, (q) => q.where('read_at', 'is', null))
    .orderBy('at', 'desc')
    .limit(shown)
    .execute()
  const { unread } = await mine
    .where('read_at', 'is', null)
    .select((e) => e.fn.countAll<number>().as('unread'))
    .executeTakeFirstOrThrow()
  const notices = rows.map((row) => ({
    id: row.id,
    title: row.title,
    why: row.why,
    link: row.link,
    at: row.at.toISOString(),
    isRead: row.read_at !== null,
  }))
  return { notices, unread }
}

export async function markNotice(ctx: Ctx, { id, isRead }: In<typeof activity.markNotice>) {
  const personId = ctx.actor.personId ?? ''
  const changed = await ctx.update(
    'activity_notices',
    { id, person_id: personId },
    { read_at: isRead ? ctx.now : null },
  )
  if (!changed) throw missing('This notice')

  if (isRead) await ctx.record(activity.events.noticesRead, personId, { count: 1 })
  else await ctx.record(activity.events.noticeUnread, personId, {})
  return {}
}

export async function markAll(ctx: Ctx) {
  const personId = ctx.actor.personId ?? ''
  const unread = await ctx.db
    .selectFrom('activity_notices')
    .select('id')
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .execute()
  if (unread.length === 0) return { marked: 0 }

  for (const { id } of unread) await ctx.update('activity_notices', id, { read_at: ctx.now })
  await ctx.record(activity.events.noticesRead, personId, { count: unread.length })
  return { marked: unread.length }
}
