import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { daysBetween } from '../../../methods/fiscal.ts'
import { notify } from '../../activity/server/index.ts'
import { teamwork } from '../contract.ts'
import { timelinessOf, timelinessOfAll, whyNotGive } from '../rules.ts'
import type { Feedback } from '../things/feedback.ts'
import { isMe, requireMe, requirePresent, todayOf } from './rows.ts'
import type { FeedbackRow } from './tables-learning.ts'

const { events } = teamwork
const link = '/teamwork?tab=feedback'
const lagOf = (row: Pick<FeedbackRow, 'happened_on' | 'given_on'>) =>
  daysBetween(row.happened_on, row.given_on)

/** Those that whoever asks gave or received: there is no other way to read one. */
function mine(ctx: Ctx) {
  const { personId = '' } = ctx.actor
  return ctx.db
    .selectFrom('teamwork_feedback')
    .selectAll()
    .where((e) => e.or([e('from_id', '=', personId), e('to_id', '=', personId)]))
}

async function textsOf(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return []
  return ctx.db.selectFrom('teamwork_feedback_texts').selectAll().where('feedback_id', 'in', ids).execute()
}

export async function feedback(ctx: Ctx) {
  const rows = await mine(ctx).orderBy('given_at', 'desc').limit(500).execute()
  const texts = await textsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const lagsOf = (side: 'from_id' | 'to_id') => rows.filter((row) => isMe(ctx, row[side])).map(lagOf)
  return {
    items: rows.map((row) =>
      toFeedback(
        ctx,
        row,
        texts.filter((one) => one.feedback_id === row.id),
      ),
    ),
    given: timelinessOf(lagsOf('from_id')),
    received: timelinessOf(lagsOf('to_id')),
  }
}

type Text = Awaited<ReturnType<typeof textsOf>>[number]

function toFeedback(ctx: Ctx, row: FeedbackRow, texts: Text[]): Feedback {
  const given = texts.find((one) => one.part === 'given')
  const answer = texts.find((one) => one.part === 'answer')?.answer ?? null
  const isMine = isMe(ctx, row.from_id)
  return {
    ...{
      id: row.id,
      from: { id: row.from_id, name: row.from_name },
      to: { id: row.to_id, name: row.to_name },
    },
    ...{ isMine, happenedOn: row.happened_on, givenOn: row.given_on, days: lagOf(row) },
    about: given?.about === 'outcome' ? 'outcome' : 'behaviour',
    ...{ situation: given?.situation ?? '', behaviour: given?.behaviour ?? '' },
    ...{ effect: given?.effect ?? '', next: given?.next ?? '', answer },
    can: { answer: !isMine && answer === null, takeBack: isMine && answer === null },
  }
}

/** Over everybody of the last year, and only where nobody can be told from it. */
export async function timeliness(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('teamwork_feedback')
    .select(['from_id', 'to_id', 'happened_on', 'given_on'])
    .where('given_at', '>=', new Date(ctx.now.getTime() - 365 * 86_400_000))
    .execute()
  return timelinessOfAll(rows.map((row) => ({ from: row.from_id, to: row.to_id, days: lagOf(row) })))
}

export async function giveFeedback(
  ctx: Ctx,
  { toId, happenedOn, ...said }: In<typeof teamwork.giveFeedback>,
) {
  const me = requireMe(ctx)
  const today = await todayOf(ctx)
  const objection = whyNotGive(isMe(ctx, toId), happenedOn, today)
  if (objection) throw invalid(objection)
  const to = await requirePresent(ctx, toId)

  const id = ctx.id('fbk')
  await ctx.insert('teamwork_feedback', {
    ...{ id, from_id: me.id, from_name: me.name, to_id: to.id, to_name: to.name },
    ...{ happened_on: happenedOn, given_on: today, given_at: ctx.now },
  })
  await keepText(ctx, id, 'given', { ...said, answer: null })
  await ctx.record(events.feedbackGiven, id, {})
  const why = `It is about what happened on ${happenedOn}. Only you two read it.`
  await notify(ctx, to.id, { title: `${me.name} gave you feedback`, why, link })

  return { id }
}

type Said = Record<'about' | 'situation' | 'behaviour' | 'effect' | 'next' | 'answer', string | null>

/** Texts are written once and never changed: the trail of changes would show them to whoever reads it. */
const keepText = (ctx: Ctx, id: string, part: 'given' | 'answer', said: Said) =>
  ctx.insert('teamwork_feedback_texts', {
    ...{ id: ctx.id('fbt'), feedback_id: id, part, ...said, written_at: ctx.now },
  })

/** Of somebody else it is missing, as if it were not there. */
async function requireMine(ctx: Ctx, id: string) {
  const row = await mine(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This feedback')
  return { row, isAnswered: (await textsOf(ctx, [id])).some((one) => one.part === 'answer') }
}

export async function answerFeedback(ctx: Ctx, { id, answer }: In<typeof teamwork.answerFeedback>) {
  const { row, isAnswered } = await requireMine(ctx, id)
  if (isMe(ctx, row.from_id)) throw conflict(`${row.to_name} answers it, if they want to.`)
  if (isAnswered) throw conflict('You answered it already. Talk to each other about the rest.')

  const none = { about: null, situation: null, behaviour: null, effect: null, next: null }
  await keepText(ctx, id, 'answer', { ...none, answer })
  await ctx.record(events.feedbackAnswered, id, {})
  const why = 'Only you two read it.'
  await notify(ctx, row.from_id, { title: `${row.to_name} answered your feedback`, why, link })

  return {}
}

export async function takeFeedbackBack(ctx: Ctx, { id }: In<typeof teamwork.takeFeedbackBack>) {
  const { row, isAnswered } = await requireMine(ctx, id)
  if (!isMe(ctx, row.from_id)) throw conflict(`${row.from_name} gave it, and takes it back.`)
  if (isAnswered) throw conflict(`${row.to_name} answered it; it stays between you.`)

  await ctx.delete('teamwork_feedback_texts', { feedback_id: id })
  await ctx.delete('teamwork_feedback', id)
  await ctx.record(events.feedbackTakenBack, id, {})

  return {}
}
