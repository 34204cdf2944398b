import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { announce } from '../../share/server/index.ts'
import { addItem, requireBoard, requireItem } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, whyNotUrgent } from '../rules.ts'
import { type Price, type Question, Terms } from '../things.ts'
import { decidedNow, requireOpen, requireTriaged } from './deciding.ts'
import { askConsent, displaceNow, ownerOf, requireDisplaceable } from './displacing.ts'
import { settle, standingOf } from './entries.ts'
import { followToo } from './merged.ts'
import { toRequest } from './show.ts'
import type { RequestRow } from './tables.ts'

type Said = In<typeof intake.accept>

export async function price(ctx: Ctx, { id, ...terms }: In<typeof intake.price>): Promise<Price> {
  await requireTriaged(ctx, id)
  if (terms.displaces) await requireItem(ctx, terms.displaces.itemId)
  return priceOf(ctx, terms)
}

export async function accept(ctx: Ctx, said: Said) {
  const row = await requireOpen(ctx, said)
  await requireTerms(ctx, row, said)
  const terms = Terms.parse(said)
  const agreed = await priceOf(ctx, said)

  const changed = said.displaces
    ? await displacing(ctx, row, said, terms, agreed)
    : await becomeItem(ctx, row, terms, agreed)

  return toRequest(ctx, changed)
}

async function requireTerms(ctx: Ctx, row: RequestRow, said: Said): Promise<void> {
  if (!row.is_complete)
    throw conflict(
      'It came by e-mail and is not complete. Say what it is for, why so quickly, and its impact first.',
    )
  if (!said.serves && !said.notVision)
    throw invalid('Say what it serves, or why it is not vision.', [
      { field: 'notVision', message: 'needs a reason' },
    ])
  const objection = whyNotUrgent(said, row.outlook.earliest.p85)
  if (objection) throw invalid(objection, [{ field: 'displaces', message: 'needs an item' }])
  const today = await todayOf(ctx)
  if (said.promisedOn && said.promisedOn < today)
    throw invalid('The day that is promised has passed.', [{ field: 'promisedOn', message: 'has passed' }])
  await requireBoard(ctx, said.boardId)
}

/** As the meter will show it on these terms. */
const priceOf = (ctx: Ctx, said: Omit<In<typeof intake.price>, 'id'>): Promise<Price> =>
  announce(ctx, {
    ...{ minutes: said.estimateMinutes, typeId: said.typeId, assigneeIds: said.assigneeIds },
    ...{ dueOn: said.promisedOn, serves: said.serves, givesWay: said.displaces },
  })

/** Whoever leads what is displaced is asked first; one’s own work one displaces at once. */
async function displacing(
  ctx: Ctx,
  row: RequestRow,
  said: Said,
  terms: Terms,
  agreed: Price,
): Promise<RequestRow> {
  const displaced = said.displaces!
  const item = await requireDisplaceable(ctx, displaced)
  const ownerId = await ownerOf(ctx, item)
  if (ownerId === ctx.actor.personId) {
    await displaceNow(ctx, row, item, { ...displaced, ownerId, terms })
    return becomeItem(ctx, row, terms, agreed)
  }
  await askConsent(ctx, row, item, { ...displaced, ownerId, terms })
  const changed = await settle(
    ctx,
    row,
    { answered_at: row.answered_at ?? ctx.now, state: 'consent', price: JSON.stringify(agreed) },
    { kind: 'consent-asked', words: '', before: standingOf(row) },
  )
  await ctx.record(intake.events.consentAsked, row.id, {
    ...{ request: nameOf(row.number), item: `W-${item.number}` },
  })
  return changed
}

/** The request becomes an item; those merged into it follow it. */
export async function becomeItem(
  ctx: Ctx,
  row: RequestRow,
  terms: Terms,
  agreed: Price | null,
): Promise<RequestRow> {
  const item = await addItem(ctx, {
    ...{ title: row.title, words: wordsOf(row), boardId: terms.boardId, typeId: terms.typeId },
    ...{ assigneeIds: terms.assigneeIds, dueOn: terms.promisedOn, serves: terms.serves },
    ...{ estimateMinutes: terms.estimateMinutes, arrival: 'reactive' as const },
    notVision: terms.serves ? null : terms.notVision,
    priority: terms.isUrgent ? ('urgent' as const) : ('normal' as const),
    relevance: terms.isUrgent ? ('now' as const) : ('ahead' as const),
  })
  const follows = { item_id: item.id, due_on: item.due_on, stage_kind: item.done_at ? 'done' : 'waiting' }
  const changed = await settle(
    ctx,
    row,
    {
      ...{ ...decidedNow(ctx, row), state: 'accepted', promised_on: terms.promisedOn, ...follows },
      ...(agreed ? { price: JSON.stringify(agreed) } : {}),
    },
    { kind: 'accepted', words: terms.words, before: standingOf(row) },
  )
  await followToo(ctx, row.id, follows)
  await ctx.record(intake.events.accepted, row.id, { request: nameOf(row.number), item: `W-${item.number}` })
  return changed
}

const mostWords = 49_000

/** What was asked, as the item says it; what has no room there is looked up where it was asked. */
function wordsOf(row: RequestRow): string {
  const parts = [
    ['What is it for?', row.purpose],
    ['Why so quickly?', row.hurry],
    ['What is the impact?', row.impact],
    ...row.questions.map((one: Question) => [one.label, row.answers[one.id] ?? '']),
    ['Asked by', [row.asker, row.department].filter(Boolean).join(', ')],
    ['Request', nameOf(row.number)],
  ] as [string, string][]
  const all = parts
    .filter(([, said]) => said.trim() !== '')
    .map(([label, said]) => `${label}\n${said}`)
    .join('\n\n')
  return all.length <= mostWords
    ? all
    : `${all.slice(0, mostWords)}…\n\nThe rest stands in ${nameOf(row.number)}.`
}
