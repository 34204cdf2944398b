import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { sayDay } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { standing } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { Terms } from '../things.ts'
import { becomeItem } from './accepting.ts'
import { inside, moveDue, toDisplacements } from './displacing.ts'
import { enter, settle } from './entries.ts'
import type { DisplacementRow, RequestRow } from './tables.ts'

const { events } = intake

/** Whoever leads the displaced work decides; who manages intake may look. */
async function requireDisplacement(
  ctx: Ctx,
  id: string,
): Promise<{ row: DisplacementRow; request: RequestRow }> {
  const row = await ctx.db
    .selectFrom('intake_displacements')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const isTheirs = row?.owner_id === ctx.actor.personId || holds(ctx.actor, 'intake:manage')
  if (!row || !isTheirs) throw missing('This question')
  const request = await ctx.db
    .selectFrom('intake_requests')
    .selectAll()
    .where('id', '=', row.request_id)
    .executeTakeFirstOrThrow()
  return { row, request }
}

function whyNotConsent(row: DisplacementRow, personId: string | undefined): string | null {
  if (row.state === 'dropped')
    return 'Nobody asks any more: it was decided otherwise. Nothing changes for you.'
  if (row.state === 'accepted')
    return `${row.owner_id === personId ? 'You consented' : 'It was consented to'}: it is due on ${sayDay(row.due_on)} now.`
  if (row.state === 'refused')
    return `${row.owner_id === personId ? 'You said no' : 'It was refused'}: it keeps its day, and the request is open again.`
  return row.owner_id === personId ? null : 'Only whoever leads the work that would give way can answer.'
}

export async function displacement(ctx: Ctx, { id }: In<typeof intake.displacement>) {
  const { row, request } = await requireDisplacement(ctx, id)
  const [shown] = await toDisplacements(ctx, [row])
  return {
    ...shown!,
    ...{ purpose: request.purpose, hurry: request.hurry, impact: request.impact },
    price: request.price,
    whyNot: whyNotConsent(row, ctx.actor.personId),
  }
}

export async function consent(ctx: Ctx, { id, isAccepted, words }: In<typeof intake.consent>) {
  const { row, request } = await requireDisplacement(ctx, id)
  const objection = whyNotConsent(row, ctx.actor.personId)
  if (objection) throw conflict(objection)
  if (!isAccepted && words === '')
    throw invalid('Say why it cannot wait: whoever asked needs the reason.', [
      { field: 'words', message: 'needs a reason' },
    ])

  const kept = await ctx.update('intake_displacements', id, {
    ...{ state: isAccepted ? ('accepted' as const) : ('refused' as const), answered_at: ctx.now },
    reason: words || null,
  })
  await (isAccepted ? carryOut(ctx, row, request, words) : reopen(ctx, row, request, words))

  return (await toDisplacements(ctx, [kept!]))[0]!
}

async function carryOut(ctx: Ctx, row: DisplacementRow, request: RequestRow, words: string): Promise<void> {
  const item = await itemOf(ctx, row)
  if (!item.done_at && !item.removed_at) await moveDue(ctx, { id: row.item_id }, row.due_on)
  const said = `Consented that W-${item.number} is due on ${row.due_on}.${words ? ` ${words}` : ''}`
  await enter(ctx, request, { kind: 'consented', words: said, isShown: false }, request.version)
  await ctx.record(events.consented, request.id, {
    request: nameOf(request.number),
    item: `W-${item.number}`,
  })
  await becomeItem(inside(ctx, row.asked_by), request, Terms.parse(row.terms), null)
  await tell(ctx, row, request, `${nameOf(request.number)} is accepted: its displacement was consented to`)
}

async function reopen(ctx: Ctx, row: DisplacementRow, request: RequestRow, words: string): Promise<void> {
  const item = await itemOf(ctx, row)
  const said = `Refused that W-${item.number} gives way. ${words}`
  await settle(ctx, request, { state: 'open', price: null }, { kind: 'refused', words: said, isShown: false })
  await ctx.record(events.consentRefused, request.id, {
    request: nameOf(request.number),
    item: `W-${item.number}`,
  })
  await tell(ctx, row, request, `${nameOf(request.number)} may not displace W-${item.number}`)
}

const itemOf = async (ctx: Ctx, row: DisplacementRow) =>
  (await standing(ctx, [row.item_id])).get(row.item_id)!

async function tell(ctx: Ctx, row: DisplacementRow, request: RequestRow, title: string): Promise<void> {
  if (row.asked_by_id)
    await notify(ctx, row.asked_by_id, { title, why: request.title, link: `/intake/${request.id}` })
}
