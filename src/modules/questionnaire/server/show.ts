import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { dayIn, periodOf } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { readableNames } from '../../trace/server/index.ts'
import type { questionnaire, Round } from '../contract.ts'
import { isLate, mayRead, whyNotAnswer, whyNotReopen, whyNotSubmit } from '../rules.ts'
import { questionsOf } from './sets.ts'
import type { RoundRow } from './tables.ts'

export const actorOf = (ctx: Ctx) => ({
  personId: ctx.actor.personId,
  reads: holds(ctx.actor, 'questionnaires:read'),
  manages: holds(ctx.actor, 'questionnaires:manage'),
})

/** The questionnaire, which the asker may read; missing and forbidden look alike. */
export async function requireRound(ctx: Ctx, id: string): Promise<RoundRow> {
  const row = await ctx.db
    .selectFrom('questionnaire_rounds')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || !mayRead(row, actorOf(ctx))) throw missing('This questionnaire')
  return row
}

type Said = { text: string; version: number; by: string; at: string }

/** The newest wording of each answer of these questionnaires, by questionnaire and question. */
export async function answersOf(ctx: Ctx, ids: string[]): Promise<Map<string, Map<string, Said>>> {
  const found = new Map(ids.map((id) => [id, new Map<string, Said>()]))
  if (ids.length === 0) return found
  const rows = await ctx.db
    .selectFrom('questionnaire_answers as answer')
    .innerJoin('questionnaire_texts as said', (join) =>
      join.onRef('said.answer_id', '=', 'answer.id').onRef('said.version', '=', 'answer.version'),
    )
    .select(['answer.round_id', 'answer.question', 'said.text', 'said.version', 'said.by_name', 'said.at'])
    .where('answer.round_id', 'in', ids)
    .execute()
  for (const { round_id, question, text, version, by_name: by, at } of rows)
    found.get(round_id)?.set(question, { text, version, by, at: at.toISOString() })
  return found
}

export const countOf = (answers: Map<string, Said> | undefined): number =>
  [...(answers?.values() ?? [])].filter((one) => one.text !== '').length

async function toRounds(ctx: Ctx, rows: RoundRow[]): Promise<Round[]> {
  const { zone, calendar } = await organisation(ctx.db)
  const today = dayIn(zone, ctx.now)
  const answers = await answersOf(
    ctx,
    rows.map((row) => row.id),
  )
  const actor = actorOf(ctx)
  const sizes = new Map<number, number>()
  for (const { set_version } of rows)
    if (!sizes.has(set_version)) sizes.set(set_version, (await questionsOf(ctx, set_version)).length)
  return rows.map((row) => {
    const { startsOn, endsOn, label } = periodOf(row.quarter_on, 'quarter', calendar)
    const answered = countOf(answers.get(row.id))
    return {
      ...{ id: row.id, client: row.client, quarter: { from: startsOn, to: endsOn, label } },
      ...{ person: { id: row.person_id, name: row.person_name }, dueOn: row.due_on, version: row.version },
      ...{ askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), isLate: isLate(row, today) },
      submittedAt: row.submitted_at?.toISOString() ?? null,
      ...{ answered, questions: sizes.get(row.set_version) ?? 0 },
      can: {
        answer: whyNotAnswer(row, actor) === null,
        submit: whyNotSubmit(row, actor, answered) === null,
        reopen: whyNotReopen(row, actor) === null,
        manage: actor.manages,
      },
    }
  })
}

const allRounds = (ctx: Ctx) =>
  ctx.db.selectFrom('questionnaire_rounds').selectAll().orderBy('quarter_on', 'desc').orderBy('client')

/** Those that a person has not submitted yet. */
export const openOf = async (ctx: Ctx, personId: string): Promise<Round[]> =>
  toRounds(
    ctx,
    await allRounds(ctx).where('person_id', '=', personId).where('submitted_at', 'is', null).execute(),
  )

export async function list(ctx: Ctx) {
  const { reads, manages, personId = '' } = actorOf(ctx)
  const rows = await allRounds(ctx)
    .$if(!reads, (q) => q.where('person_id', '=', personId))
    .limit(500)
    .execute()
  return { items: await toRounds(ctx, rows), can: { manage: manages } }
}

export async function show(ctx: Ctx, { id }: In<typeof questionnaire.show>) {
  const row = await requireRound(ctx, id)
  const [round] = await toRounds(ctx, [row])
  const last = await lastOf(ctx, row)
  const answers = await answersOf(ctx, [id, ...(last ? [last.id] : [])])
  const goals = await goalsMade(ctx, id)
  const items = (await questionsOf(ctx, row.set_version)).map((question) => ({
    ...question,
    answer: answers.get(id)?.get(question.id) ?? null,
    before: answers.get(last?.id ?? '')?.get(question.id)?.text || null,
    goals: goals.get(question.id) ?? [],
  }))
  const { calendar } = await organisation(ctx.db)
  return { ...round!, items, previous: last && periodOf(last.quarter_on, 'quarter', calendar).label }
}

/** The questionnaire of the same client before, if the asker may read it. */
async function lastOf(ctx: Ctx, { client, quarter_on }: RoundRow): Promise<RoundRow | null> {
  const rows = await ctx.db
    .selectFrom('questionnaire_rounds')
    .selectAll()
    .where('quarter_on', '<', quarter_on)
    .where('submitted_at', 'is not', null)
    .where((e) => e(e.fn('lower', ['client']), '=', client.toLowerCase()))
    .orderBy('quarter_on', 'desc')
    .limit(1)
    .execute()
  const [row] = rows
  return row && mayRead(row, actorOf(ctx)) ? row : null
}

async function goalsMade(ctx: Ctx, id: string) {
  const found = new Map<string, { id: string; name: string }[]>()
  const rows = await ctx.db.selectFrom('questionnaire_goals').selectAll().where('round_id', '=', id).execute()
  const ids = rows.map((row) => row.goal_id)
  const names = await readableNames(ctx, 'goal', ids)
  for (const { question, goal_id } of rows) {
    const name = names.get(goal_id)
    if (name) found.set(question, [...(found.get(question) ?? []), { id: goal_id, name }])
  }
  return found
}
