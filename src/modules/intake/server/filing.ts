import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { issueTicket, spendTicket } from '../../../kernel/form-tickets.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { addWorkingDays } from '../../../methods/working-days.ts'
import { claimDraft, openDraft } from '../../files/server/index.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, stateInWords, whyNotAnswers } from '../rules.ts'
import { contactsFor } from './contacts.ts'
import { enter } from './entries.ts'
import { pathOf } from './passes.ts'
import { promising } from './promising.ts'
import type { RequestRow, TypeRow } from './tables.ts'
import { offeredTypes, requireOffered, toOffered } from './types.ts'

const form = { form: 'intake.request', mostLinks: 8, mostAnHour: 10 }
const drafts = service(
  'intake.filing.drafts',
  () => new RateLimit(10, 10, 'forms with files from this address'),
)
type Said = In<typeof intake.file>

export async function door(ctx: Ctx) {
  const { personId } = ctx.actor
  const me = personId ? (await directory(ctx)).rows.get(personId) : undefined
  return {
    organisation: (await settings(ctx.db)).name,
    types: (await offeredTypes(ctx)).map(toOffered),
    isMember: ctx.actor.kind !== 'anonymous',
    me: me ? { name: me.name, email: me.email } : null,
    contacts: await contactsFor(ctx),
  }
}

export const openForm = async (ctx: Ctx) => ({ ticket: await issueTicket(ctx.db, form.form, ctx.now) })

export async function openFiles(ctx: Ctx) {
  ctx.use(drafts).take(ctx.address, ctx.now.getTime())
  const { key, until } = await openDraft(ctx)
  return { key, until: until.toISOString() }
}

export async function file(ctx: Ctx, said: Said) {
  await requireByHand(ctx, said)
  const type = await requireOffered(ctx, said.typeId)
  if (type.version !== said.typeVersion)
    throw conflict(
      `The questions for ${type.name} have changed since you opened this page. Load it again; what you typed is kept.`,
    )
  const today = await todayOf(ctx)
  if (said.wishedOn && said.wishedOn < today)
    throw invalid('The day you wish for has passed.', [{ field: 'wishedOn', message: 'has passed' }])

  const row = await keepRequest(ctx, type, said, ctx.actor.personId ? 'member' : 'door')
  await takeFiles(ctx, row, said)
  await enter(ctx, row, { kind: 'filed', words: '', byAsker: true }, 1)
  await ctx.record(intake.events.filed, row.id, { request: nameOf(row.number) })

  return { number: row.number, path: await pathOf(ctx, row) }
}

/** Whoever signed in is known; everybody else shows that they are no machine. */
async function requireByHand(ctx: Ctx, { ticket, website, ...said }: Said): Promise<void> {
  if (ctx.actor.kind !== 'anonymous') return
  const content = [said.title, said.purpose, said.hurry, said.impact, ...Object.values(said.answers)].join(
    '\n',
  )
  await spendTicket(ctx, form, { ticket, trap: website, content })
}

async function takeFiles(ctx: Ctx, row: RequestRow, { filesKey, answers }: Said): Promise<void> {
  const holder = { kind: 'request', id: row.id, name: nameOf(row.number), by: row.asker }
  const files = filesKey ? await claimDraft(ctx, filesKey, holder) : 0
  const complaints = whyNotAnswers(row.questions, answers, files)
  if (complaints.length === 0) return
  const [first] = complaints
  const label = row.questions.find((one) => `answers.${one.id}` === first!.field)?.label ?? 'An answer'
  throw invalid(`“${label}” ${first!.message}.`, complaints)
}

type Kept = Omit<Said, 'typeId' | 'typeVersion' | 'ticket' | 'website' | 'filesKey'>

/** Keep a request with the day and the price that are told now. */
export async function keepRequest(
  ctx: Ctx,
  type: TypeRow,
  said: Kept,
  channel: RequestRow['channel'],
): Promise<RequestRow> {
  const [earliest, price] = await promising(ctx, type, said.wishedOn)
  return ctx.insert('intake_requests', {
    ...{ id: ctx.id('req'), type_id: type.id, questions: JSON.stringify(type.questions) },
    ...{ title: said.title, purpose: said.purpose, hurry: said.hurry, impact: said.impact },
    ...{ answers: JSON.stringify(said.answers), wished_on: said.wishedOn, asker: said.asker },
    ...{ email: said.email, department: said.department, asker_id: askerOf(ctx, channel) },
    ...{ wants_mail: said.wantsMail && said.email !== '', channel, state: 'open' as const },
    ...{ is_complete: channel !== 'mail', outlook: JSON.stringify({ earliest, price }) },
    ...{
      received_at: ctx.now,
      answer_due_on: addWorkingDays(await todayOf(ctx), type.promise_days, new Set()),
    },
    ...blank,
  })
}

const askerOf = (ctx: Ctx, channel: RequestRow['channel']): string | null =>
  channel === 'member' ? (ctx.actor.personId ?? null) : null

const blank = {
  ...{ answered_at: null, decided_at: null, decided_by_id: null, decided_by: null, reason: null },
  ...{ explanation: null, alternative: null, alternative_taken_at: null, appealed_at: null },
  ...{ deferred_until: null, merged_into: null, item_id: null, promised_on: null, due_on: null },
  ...{ stage_kind: null, price: null, untold_since: null, passes: 1, version: 1 },
}

export async function mine(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('intake_requests as request')
    .innerJoin('intake_types as type', 'type.id', 'request.type_id')
    .selectAll('request')
    .select('type.name as type')
    .where('asker_id', '=', ctx.actor.personId ?? '')
    .orderBy('received_at', 'desc')
    .limit(200)
    .execute()
  const items = []
  for (const row of rows)
    items.push({
      ...{ id: row.id, number: row.number, title: row.title, type: row.type, state: row.state },
      ...{ receivedAt: row.received_at.toISOString(), path: await pathOf(ctx, row), words: wordsOf(row) },
    })
  return { items }
}

export const wordsOf = (row: RequestRow): string =>
  stateInWords({
    ...{ state: row.state, answerDueOn: row.answer_due_on, deferredUntil: row.deferred_until },
    isAppealed:
      row.appealed_at !== null && row.state === 'declined' && row.reason !== null && isOpenAppeal(row),
  })

/** An appeal is open from when it came in until somebody decided after it. */
export const isOpenAppeal = (row: RequestRow): boolean =>
  row.state === 'declined' &&
  row.appealed_at !== null &&
  (row.decided_at === null || row.decided_at <= row.appealed_at)
