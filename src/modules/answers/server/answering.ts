import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { answers } from '../contract.ts'
import { whyNotPublish } from '../rules.ts'
import type { Question } from '../things.ts'
import { requireQuestion } from './lines.ts'
import { show } from './show.ts'
import type { QuestionRow } from './tables.ts'
import { todayOf } from './today.ts'

const { events } = answers

async function requireVersion(ctx: Ctx, id: string, version: number): Promise<QuestionRow> {
  const row = await requireQuestion(ctx, id)
  if (row.merged_into !== null)
    throw conflict(`${row.merged_by} said that this is the same as another question. Answer that one.`)
  if (row.version !== version)
    throw conflict(
      `Version ${row.version} of this answer was saved since you opened version ${version}. Load it again and repeat your change.`,
    )
  return row
}

export async function ownerNamed(ctx: Ctx, id: string | null) {
  if (id === null) return { owner_id: null, owner_name: null }
  const { name, disabled_at } = await requirePerson(ctx, id)
  if (disabled_at) throw invalid(`${name} has no access any more. Choose who owns the answer anew.`)
  return { owner_id: id, owner_name: name }
}

export async function save(ctx: Ctx, said: In<typeof answers.save>): Promise<Question> {
  const row = await requireVersion(ctx, said.id, said.version)
  const owner = said.ownerId === undefined ? {} : await ownerNamed(ctx, said.ownerId)
  const audience = said.audience ?? row.audience

  const version = row.version + 1
  await ctx.insert('answers_versions', {
    ...{ id: ctx.id('anv'), question_id: row.id, version, question: said.question, body: said.body },
    ...{ audience, reason: said.reason, saved_by_id: ctx.actor.personId ?? null, saved_by: ctx.actor.name },
    saved_at: ctx.now,
  })
  const look = said.reviewOn === undefined ? {} : { review_on: said.reviewOn }
  await ctx.update('answers_questions', row.id, { text: said.question, version, audience, ...look, ...owner })
  await ctx.record(events.saved, row.id, { what: said.question, version })

  return show(ctx, { id: row.id })
}

export async function publish(ctx: Ctx, { id, version, isPublished }: In<typeof answers.publish>) {
  const row = await requireVersion(ctx, id, version)
  const objection = isPublished ? whyNotPublish(row) : null
  if (objection) throw conflict(objection)
  if (!isPublished && row.published_version === null) throw conflict('This answer is not published.')

  const next = isPublished
    ? { published_version: version, published_at: ctx.now }
    : { published_version: null, published_at: null }
  await ctx.update('answers_questions', id, next)
  if (isPublished) await ctx.record(events.published, id, { what: row.text, version })
  else await ctx.record(events.withdrawn, id, { what: row.text })
  if (isPublished && row.published_version === null) await tellAskers(ctx, row)

  return show(ctx, { id })
}

/** Whoever asked it, in whatever words, hears that there is an answer. */
async function tellAskers(ctx: Ctx, row: QuestionRow): Promise<void> {
  const askers = await ctx.db
    .selectFrom('answers_occasions as said')
    .innerJoin('answers_questions as one', 'one.id', 'said.question_id')
    .select('said.asked_by_id')
    .distinct()
    .where('one.root_id', '=', row.id)
    .where('said.taken_back_at', 'is', null)
    .execute()
  const words = { title: `Answered: ${row.text}`, why: `${ctx.actor.name} wrote an answer; you had asked.` }
  for (const { asked_by_id: id } of askers)
    if (id) await notify(ctx, id, { ...words, link: `/questions/${row.id}` })
}

export async function review(ctx: Ctx, { id, version, reviewOn }: In<typeof answers.review>) {
  const row = await requireVersion(ctx, id, version)
  if (version === 0) throw conflict('Nobody has written an answer yet.')
  if (reviewOn <= (await todayOf(ctx)))
    throw invalid('The next look lies ahead. Choose a day to come.', [
      { field: 'reviewOn', message: 'is not a day to come' },
    ])

  await ctx.update('answers_questions', id, { review_on: reviewOn })
  await ctx.record(events.reviewed, id, { what: row.text, on: reviewOn })

  return show(ctx, { id })
}
