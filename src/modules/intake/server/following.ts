import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { notify } from '../../activity/server/index.ts'
import { claimDraft, passesOf } from '../../files/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, reasonTitle, stageInWords, whyNotAppeal, whyNotReply, whyNotWithdraw } from '../rules.ts'
import type { Followed, Price } from '../things.ts'
import { dropDisplacement } from './displacing.ts'
import { settle } from './entries.ts'
import { wordsOf } from './filing.ts'
import { requireHeld } from './passes.ts'
import type { RequestRow } from './tables.ts'

const { events } = intake
const visitors = service('intake.following.visitors', () => new RateLimit(60, 40, 'visits from this address'))
const day = 86_400

async function held(ctx: Ctx, token: string): Promise<RequestRow> {
  ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  return requireHeld(ctx, token)
}

/** As whoever asked sees it: nobody’s name, nothing of boards. */
async function toFollowed(ctx: Ctx, row: RequestRow): Promise<Followed> {
  const { name } = await ctx.db
    .selectFrom('intake_types')
    .select('name')
    .where('id', '=', row.type_id)
    .executeTakeFirstOrThrow()
  const isDeclined = row.state === 'declined'
  return {
    ...{ number: row.number, title: row.title, type: name, state: row.state, words: wordsOf(row) },
    ...{ receivedAt: row.received_at.toISOString(), answerDueOn: row.answer_due_on },
    ...{ promisedOn: row.promised_on, dueOn: row.due_on, stage: stageInWords(row.stage_kind) },
    ...{ earliest: row.outlook.earliest, price: withoutParts(row.price ?? row.outlook.price) },
    said: saidIn(row),
    reason: isDeclined && row.reason ? reasonTitle(row.reason) : null,
    explanation: isDeclined ? row.explanation : null,
    alternative: isDeclined ? row.alternative : null,
    isAlternativeTaken: row.alternative_taken_at !== null,
    entries: await shownEntries(ctx, row.id),
    files: await passesOf(ctx, { kind: 'request', id: row.id }, day),
    can: {
      ...{ reply: whyNotReply(row) === null, appeal: whyNotAppeal(row) === null },
      ...{ withdraw: whyNotWithdraw(row) === null, addFiles: whyNotReply(row) === null },
      takeAlternative: isDeclined && row.alternative !== null,
    },
  }
}

const saidIn = (row: RequestRow): Followed['said'] =>
  [
    { label: 'What is it for?', words: row.purpose },
    { label: 'Why so quickly?', words: row.hurry },
    { label: 'What is the impact?', words: row.impact },
    ...row.questions.map(({ id, label }) => ({ label, words: row.answers[id] ?? '' })),
  ].filter((one) => one.words !== '')

/** What else gives way is for us. */
const withoutParts = ({ parts: _, ...price }: Price): Price => price

async function shownEntries(ctx: Ctx, requestId: string): Promise<Followed['entries']> {
  const rows = await ctx.db
    .selectFrom('intake_entries')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('is_shown', '=', true)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, words: row.words, byAsker: row.by_asker, at: row.at.toISOString() },
  }))
}

export const follow = async (ctx: Ctx, { token }: In<typeof intake.follow>) =>
  toFollowed(ctx, await held(ctx, token))

export async function reply(ctx: Ctx, { token, words }: In<typeof intake.reply>) {
  const row = await held(ctx, token)
  const objection = whyNotReply(row)
  if (objection) throw conflict(objection)

  const patch = row.state === 'asked' ? { state: 'open' } : {}
  const changed = await settle(ctx, row, patch, { kind: 'replied', words, byAsker: true })
  await ctx.record(events.replied, row.id, { request: nameOf(row.number) })
  await tellTriager(ctx, row, 'has an answer')

  return toFollowed(ctx, changed)
}

/** Whoever asked back is told; nobody else is disturbed. */
async function tellTriager(ctx: Ctx, row: RequestRow, what: string): Promise<void> {
  const last = await ctx.db
    .selectFrom('intake_entries')
    .select('by_id')
    .where('request_id', '=', row.id)
    .where('by_asker', '=', false)
    .where('by_id', 'is not', null)
    .orderBy('place', 'desc')
    .executeTakeFirst()
  if (last?.by_id)
    await notify(ctx, last.by_id, {
      ...{ title: `${nameOf(row.number)} ${what}`, why: row.title, link: `/intake/${row.id}` },
    })
}

export async function appeal(ctx: Ctx, { token, words }: In<typeof intake.appeal>) {
  const row = await held(ctx, token)
  const objection = whyNotAppeal(row)
  if (objection) throw conflict(objection)

  const changed = await settle(ctx, row, { appealed_at: ctx.now }, { kind: 'appealed', words, byAsker: true })
  await ctx.record(events.appealed, row.id, { request: nameOf(row.number) })
  await tellTriager(ctx, row, 'is to be looked at again')

  return toFollowed(ctx, changed)
}

export async function withdraw(ctx: Ctx, { token, words }: In<typeof intake.withdraw>) {
  const row = await held(ctx, token)
  const objection = whyNotWithdraw(row)
  if (objection) throw conflict(objection)

  if (row.state === 'consent') await dropDisplacement(ctx, row)
  const changed = await settle(
    ctx,
    row,
    { state: 'withdrawn', decided_at: ctx.now, answered_at: row.answered_at ?? ctx.now },
    { kind: 'withdrawn', words, byAsker: true },
  )
  await ctx.record(events.withdrawn, row.id, { request: nameOf(row.number) })

  return toFollowed(ctx, changed)
}

export async function takeAlternative(ctx: Ctx, { token, isTaken }: In<typeof intake.takeAlternative>) {
  const row = await held(ctx, token)
  if (row.state !== 'declined' || !row.alternative) throw conflict('There is no alternative to say that of.')
  if ((row.alternative_taken_at !== null) === isTaken) return toFollowed(ctx, row)

  const changed = await settle(
    ctx,
    row,
    { alternative_taken_at: isTaken ? ctx.now : null },
    { kind: isTaken ? 'alternative-taken' : 'alternative-left', words: '', byAsker: true },
  )
  await ctx.record(events.alternativeTaken, row.id, { request: nameOf(row.number) })

  return toFollowed(ctx, changed)
}

export async function addFiles(ctx: Ctx, { token, filesKey }: In<typeof intake.addFiles>) {
  const row = await held(ctx, token)
  const objection = whyNotReply(row)
  if (objection) throw conflict(objection)

  const holder = { kind: 'request', id: row.id, name: nameOf(row.number), by: row.asker }
  const many = await claimDraft(ctx, filesKey, holder)
  if (many === 0) throw conflict('No file was handed in yet.')
  const words = many === 1 ? 'One file' : `${many} files`
  const changed = await settle(ctx, row, {}, { kind: 'files', words, byAsker: true })
  await ctx.record(events.filesAdded, row.id, { request: nameOf(row.number) })

  return toFollowed(ctx, changed)
}
