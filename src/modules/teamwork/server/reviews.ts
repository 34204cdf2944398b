import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { addDays } from '../../../methods/fiscal.ts'
import { teamwork } from '../contract.ts'
import { whyNotClose } from '../rules.ts'
import { review } from './reviews-show.ts'
import { isMe, manages, requireFresh, requireRow, todayOf } from './rows.ts'

const { events } = teamwork
/** Days in which a review finds its way to a change of the process. */
const patience = 14

type Moment = { on: string; what: string }
const inOrder = (moments: Moment[]) => moments.toSorted((a, b) => a.on.localeCompare(b.on))

async function refuseToCome(ctx: Ctx, day: string | undefined): Promise<string> {
  const today = await todayOf(ctx)
  if (day !== undefined && day > today)
    throw invalid('A review is about what happened: choose today or earlier.', [
      { field: 'happenedOn', message: 'lies ahead' },
    ])
  return today
}

export async function openReview(ctx: Ctx, said: In<typeof teamwork.openReview>) {
  const today = await refuseToCome(ctx, said.happenedOn)

  const row = await ctx.insert('teamwork_reviews', {
    ...{ id: ctx.id('rev'), title: said.title, happened_on: said.happenedOn, happened: said.happened },
    ...{ timeline: JSON.stringify(inOrder(said.timeline)), expected: said.expected, allowed: said.allowed },
    ...{ is_own: said.isOwn, opened_by_id: ctx.actor.personId ?? null, opened_by: ctx.actor.name },
    ...{ opened_at: ctx.now, due_on: addDays(today, patience), state: 'open' as const },
    ...{ why_none: null, closed_at: null, version: 1 },
  })
  await ctx.record(events.reviewOpened, row.id, { what: row.title })

  return review(ctx, { id: row.id })
}

async function requireOwnReview(ctx: Ctx, id: string, version: number) {
  const row = await requireRow(ctx, 'teamwork_reviews', id, 'This review')
  if (!isMe(ctx, row.opened_by_id) && !manages(ctx))
    throw forbidden(`${row.opened_by} opened this review and writes it. Comment on it, or add a change.`)
  requireFresh(row, version, 'this review')
  return row
}

export async function changeReview(ctx: Ctx, { id, version, ...said }: In<typeof teamwork.changeReview>) {
  const row = await requireOwnReview(ctx, id, version)
  if (row.state === 'closed') throw conflict('This review is closed. Open it again to change it.')
  await refuseToCome(ctx, said.happenedOn)

  await ctx.update('teamwork_reviews', id, {
    ...{ title: said.title, happened_on: said.happenedOn, happened: said.happened },
    ...{ expected: said.expected, allowed: said.allowed, is_own: said.isOwn, version: version + 1 },
    ...(said.timeline ? { timeline: JSON.stringify(inOrder(said.timeline)) } : {}),
  })
  await ctx.record(events.reviewChanged, id, { what: said.title ?? row.title })

  return review(ctx, { id })
}

export async function closeReview(
  ctx: Ctx,
  { id, version, isClosed, whyNone }: In<typeof teamwork.closeReview>,
) {
  const row = await requireOwnReview(ctx, id, version)
  if (isClosed === (row.state === 'closed')) throw conflict(`This review is ${row.state} already.`)
  const { changes } = await review(ctx, { id })
  const objection = isClosed ? whyNotClose(changes.length, whyNone) : null
  if (objection) throw conflict(objection)

  await ctx.update('teamwork_reviews', id, {
    ...{ state: isClosed ? 'closed' : 'open', closed_at: isClosed ? ctx.now : null, version: version + 1 },
    why_none: isClosed && whyNone ? whyNone : null,
  })
  await ctx.record(events.reviewClosed, id, { what: row.title, how: isClosed ? 'closed' : 'opened again' })

  return review(ctx, { id })
}
