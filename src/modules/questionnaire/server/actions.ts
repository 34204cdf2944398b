import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { dayIn, periodOf } from '../../../methods/fiscal.ts'
import { notify } from '../../activity/server/index.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { addGoal } from '../../strategy/server/index.ts'
import { questionnaire } from '../contract.ts'
import { whyNotAnswer, whyNotMakeGoal, whyNotReopen, whyNotSubmit } from '../rules.ts'
import { questionsOf, sets } from './sets.ts'
import { actorOf, answersOf, countOf, requireRound } from './show.ts'
import type { RoundRow } from './tables.ts'

const { events } = questionnaire
const linkTo = (id: string): string => `/questionnaires/${id}`

const labelOf = async (ctx: Ctx, { client, quarter_on }: Pick<RoundRow, 'client' | 'quarter_on'>) =>
  `${client}, ${periodOf(quarter_on, 'quarter', (await organisation(ctx.db)).calendar).label}`

export async function ask(ctx: Ctx, { client, quarterOn, personId, dueOn }: In<typeof questionnaire.ask>) {
  const { calendar } = await organisation(ctx.db)
  const { startsOn, label } = periodOf(quarterOn, 'quarter', calendar)
  const person = await requirePerson(ctx, personId)
  if (person.disabled_at)
    throw conflict(`${person.name} has no access and cannot answer. Choose somebody else.`)
  const same = await ctx.db
    .selectFrom('questionnaire_rounds')
    .select('id')
    .where('quarter_on', '=', startsOn)
    .where((e) => e(e.fn('lower', ['client']), '=', client.toLowerCase()))
    .executeTakeFirst()
  if (same) throw conflict(`${client} was asked for ${label} already.`)
  const { version } = await sets.current(ctx.db)

  const row = await ctx.insert('questionnaire_rounds', {
    ...{ id: ctx.id('qnr'), client, page_id: null, quarter_on: startsOn, set_version: version },
    ...{ person_id: person.id, person_name: person.name, due_on: dueOn, submitted_at: null },
    ...{ asked_by_id: ctx.actor.personId ?? null, asked_by: ctx.actor.name, asked_at: ctx.now },
    ...{ reminded_on: null, version: 1 },
  })
  await ctx.record(events.asked, row.id, { what: `${client}, ${label}` })
  const words = { title: `What is ${label} for?`, why: `${ctx.actor.name} asks; answer by ${dueOn}.` }
  await notify(ctx, person.id, { ...words, link: linkTo(row.id) })

  return { id: row.id }
}

export async function answer(ctx: Ctx, { id, question, version, text }: In<typeof questionnaire.answer>) {
  const row = await requireRound(ctx, id)
  const objection = whyNotAnswer(row, actorOf(ctx))
  if (objection) throw conflict(objection)
  if (!(await questionsOf(ctx, row.set_version)).some((one) => one.id === question))
    throw missing('This question')
  const now = (await answersOf(ctx, [id])).get(id)?.get(question)
  if ((now?.version ?? 0) !== version)
    throw conflict(
      `${now?.by} wrote on this answer since you opened it. Your words are kept here: load it again and put both together.`,
    )
  if (now?.text === text) return { version }

  const said = { by_name: ctx.actor.name, at: ctx.now, version: version + 1 }
  const which = { round_id: id, question }
  const known =
    (await ctx.update('questionnaire_answers', which, said)) ??
    (await ctx.insert('questionnaire_answers', { id: ctx.id('qna'), ...which, ...said }))
  await ctx.insert('questionnaire_texts', { id: ctx.id('qnt'), answer_id: known.id, text, ...said })
  await ctx.record(events.answered, id, { what: await labelOf(ctx, row) })

  return { version: version + 1 }
}

export async function submit(ctx: Ctx, { id }: In<typeof questionnaire.submit>) {
  const row = await requireRound(ctx, id)
  const objection = whyNotSubmit(row, actorOf(ctx), countOf((await answersOf(ctx, [id])).get(id)))
  if (objection) throw conflict(objection)

  await ctx.update('questionnaire_rounds', id, { submitted_at: ctx.now, version: row.version + 1 })
  const what = await labelOf(ctx, row)
  await ctx.record(events.submitted, id, { what })
  const words = { title: `Answered: ${what}`, why: `${ctx.actor.name} submitted the answers.` }
  if (row.asked_by_id) await notify(ctx, row.asked_by_id, { ...words, link: linkTo(id) })

  return {}
}

export async function reopen(ctx: Ctx, { id }: In<typeof questionnaire.reopen>) {
  const row = await requireRound(ctx, id)
  const objection = whyNotReopen(row, actorOf(ctx))
  if (objection) throw conflict(objection)

  await ctx.update('questionnaire_rounds', id, { submitted_at: null, version: row.version + 1 })
  await ctx.record(events.reopened, id, { what: await labelOf(ctx, row) })

  return {}
}

export async function remind(ctx: Ctx, { id }: In<typeof questionnaire.remind>) {
  const row = await requireRound(ctx, id)
  if (row.submitted_at) throw conflict('The answers were submitted; there is nothing to remind of.')
  const today = dayIn((await organisation(ctx.db)).zone, ctx.now)
  if (row.reminded_on === today) throw conflict(`${row.person_name} was reminded today already.`)
  await remindOf(ctx, row, today)
  return {}
}

export async function remindOf(ctx: Ctx, row: RoundRow, today: string): Promise<void> {
  await ctx.update('questionnaire_rounds', row.id, { reminded_on: today })
  const what = await labelOf(ctx, row)
  await ctx.record(events.reminded, row.id, { what })
  const why = `${row.asked_by} asks; answers are due on ${row.due_on}.`
  await notify(ctx, row.person_id, { title: `To be answered: ${what}`, why, link: linkTo(row.id) })
}

/** An ordinary goal for the quarter; the answer stands in it as its reason. */
export async function makeGoal(ctx: Ctx, { id, question, ...said }: In<typeof questionnaire.makeGoal>) {
  const row = await requireRound(ctx, id)
  if (!actorOf(ctx).reads) throw forbidden('Making a goal of an answer needs the right questionnaires:read.')
  const text = (await answersOf(ctx, [id])).get(id)?.get(question)?.text ?? ''
  const objection = whyNotMakeGoal(row.submitted_at, text)
  if (objection) throw conflict(objection)
  const { startsOn: from, endsOn: to } = periodOf(
    row.quarter_on,
    'quarter',
    (await organisation(ctx.db)).calendar,
  )
  const what = await labelOf(ctx, row)

  const description = `${row.person_name} of ${what}: “${text}”`.slice(0, 2000)
  const goal = await addGoal(ctx, { ...said, description, from, to, weight: 1 })
  const made = { made_by: ctx.actor.name, made_at: ctx.now }
  await ctx.insert('questionnaire_goals', {
    ...{ id: ctx.id('qng'), round_id: id, question, goal_id: goal.id, ...made },
  })
  await ctx.record(events.goalMade, id, { what })

  return { id: goal.id, name: goal.name }
}
