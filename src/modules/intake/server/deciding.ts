import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { noteAsked } from '../../answers/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { requireItem, standing } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, reasonTitle, whyNotComplete, whyNotDecide } from '../rules.ts'
import { requireSeen, settle, standingOf } from './entries.ts'
import { isOpenAppeal } from './filing.ts'
import { followToo } from './merged.ts'
import { requireRequest, toRequest } from './show.ts'
import type { RequestRow } from './tables.ts'
import { requireReadable, whyNotTriage } from './types.ts'

const { events } = intake

export async function requireTriaged(ctx: Ctx, id: string): Promise<RequestRow> {
  const row = await requireRequest(ctx, id)
  const objection = await whyNotTriage(ctx, await requireReadable(ctx, row.type_id))
  if (objection) throw forbidden(objection)
  return row
}

/** A request that is to be decided, as it was on the screen. */
export async function requireOpen(ctx: Ctx, { id, version }: { id: string; version: number }) {
  const row = await requireTriaged(ctx, id)
  await requireSeen(ctx, row, version)
  const objection = whyNotDecide(row, ctx.actor.personId)
  if (objection) throw conflict(objection)
  return row
}

export const decidedNow = (ctx: Ctx, row: RequestRow) => ({
  ...{ answered_at: row.answered_at ?? ctx.now, decided_at: ctx.now },
  ...{ decided_by_id: ctx.actor.personId ?? null, decided_by: ctx.actor.name },
})

export async function decline(ctx: Ctx, said: In<typeof intake.decline>) {
  const row = await requireOpen(ctx, said)
  const occasionId = said.answerId ? await countAgain(ctx, row, said.answerId) : undefined

  const changed = await settle(
    ctx,
    row,
    {
      ...{ ...decidedNow(ctx, row), state: 'declined', reason: said.reason, explanation: said.words },
      alternative: said.alternative || null,
    },
    {
      kind: 'declined',
      words: `${reasonTitle(said.reason)}. ${said.words}`,
      before: { ...standingOf(row), ...(occasionId ? { occasionId } : {}) },
    },
  )
  await ctx.record(events.declined, row.id, { request: nameOf(row.number) })

  return toRequest(ctx, changed)
}

/** What was answered once already counts there as asked again; what is asked of one team stays with it. */
async function countAgain(ctx: Ctx, row: RequestRow, answerId: string): Promise<string> {
  const isOfTeam = (await requireReadable(ctx, row.type_id)).audience === 'team'
  const { occasionId } = await noteAsked(ctx, {
    ...{ text: isOfTeam ? nameOf(row.number) : row.title, channel: 'form', askedOn: null, about: null },
    askedBy: isOfTeam ? 'Somebody of a team' : row.asker,
    ...{ cause: `Asked as ${nameOf(row.number)}`, sameAs: answerId, isHelped: false },
  })
  return occasionId
}

export async function defer(ctx: Ctx, said: In<typeof intake.defer>) {
  const row = await requireOpen(ctx, said)
  if (said.until <= (await todayOf(ctx)))
    throw invalid('Put it off until a day to come.', [{ field: 'until', message: 'is no day to come' }])

  const changed = await settle(
    ctx,
    row,
    { answered_at: row.answered_at ?? ctx.now, state: 'deferred', deferred_until: said.until },
    {
      kind: 'deferred',
      words: `Put off until ${said.until}.${said.words ? ` ${said.words}` : ''}`,
      before: standingOf(row),
    },
  )
  await ctx.record(events.deferred, row.id, { request: nameOf(row.number), day: said.until })

  return toRequest(ctx, changed)
}

export async function merge(ctx: Ctx, said: In<typeof intake.merge>) {
  const row = await requireOpen(ctx, said)
  const into = await mergedInto(ctx, row, said)

  const changed = await settle(
    ctx,
    row,
    { ...decidedNow(ctx, row), state: 'merged', ...into.patch },
    {
      kind: 'merged',
      words: `Done together with something that was asked for before.${said.words ? ` ${said.words}` : ''}`,
      before: standingOf(row),
    },
  )
  await followToo(ctx, row.id, changed)
  await ctx.record(events.merged, row.id, { request: nameOf(row.number), other: into.name })

  return toRequest(ctx, changed)
}

async function mergedInto(ctx: Ctx, row: RequestRow, { requestId, itemId }: In<typeof intake.merge>) {
  if (itemId) {
    const item = await requireItem(ctx, itemId)
    const kind = (await standing(ctx, [item.id])).get(item.id)?.kind ?? null
    const patch = { item_id: item.id, due_on: item.due_on, stage_kind: kind }
    return { name: `W-${item.number}`, patch }
  }
  if (!requestId) throw invalid('Say which request or item it is merged into.')
  const other = await requireRequest(ctx, requestId)
  if (other.id === row.id) throw conflict('A request cannot be merged into itself.')
  if (other.state === 'merged' || other.state === 'withdrawn')
    throw conflict(`${nameOf(other.number)} is ${other.state} itself. Choose the one it goes on in.`)
  const patch = {
    merged_into: other.id,
    item_id: other.item_id,
    due_on: other.due_on,
    stage_kind: other.stage_kind,
  }
  return { name: nameOf(other.number), patch }
}

export async function askBack(ctx: Ctx, said: In<typeof intake.askBack>) {
  const row = await requireOpen(ctx, said)

  const changed = await settle(
    ctx,
    row,
    { answered_at: row.answered_at ?? ctx.now, state: 'asked' },
    { kind: 'asked-back', words: said.words, before: standingOf(row) },
  )
  await ctx.record(events.askedBack, row.id, { request: nameOf(row.number) })

  return toRequest(ctx, changed)
}

export async function complete(ctx: Ctx, { id, version, ...said }: In<typeof intake.complete>) {
  const row = await requireOpen(ctx, { id, version })
  if (said.typeId) await requireReadable(ctx, said.typeId)
  const objection = whyNotComplete(row, said)
  if (objection) throw conflict(objection)

  const { typeId, wishedOn, ...words } = said
  const changed = await settle(
    ctx,
    row,
    { ...words, type_id: typeId, wished_on: wishedOn, is_complete: true },
    { kind: 'completed', words: '', isShown: false },
  )
  await ctx.record(events.completed, row.id, { request: nameOf(row.number) })

  return toRequest(ctx, changed)
}

export async function settleAppeal(
  ctx: Ctx,
  { id, version, isUpheld, words }: In<typeof intake.settleAppeal>,
) {
  const row = await requireTriaged(ctx, id)
  await requireSeen(ctx, row, version)
  if (!isOpenAppeal(row)) throw conflict('No appeal of it waits for an answer.')

  const changed = await settle(
    ctx,
    row,
    {
      ...decidedNow(ctx, row),
      ...(isUpheld ? { state: 'open', explanation: null } : { explanation: words }),
    },
    { kind: 'appeal-settled', words, before: standingOf(row) },
  )
  await ctx.record(events.appealSettled, row.id, { request: nameOf(row.number) })

  return toRequest(ctx, changed)
}
