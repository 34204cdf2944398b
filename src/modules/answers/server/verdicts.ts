import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { answers } from '../contract.ts'
import { requireQuestion } from './lines.ts'
import type { QuestionRow } from './tables.ts'
import { todayOf } from './today.ts'

const { events } = answers

/** One verdict of a person on each version; a second replaces the first. Visitors are counted one by one. */
export async function keepVerdict(ctx: Ctx, row: QuestionRow, isHelped: boolean, on: string): Promise<void> {
  const version = row.published_version!
  const person_id = ctx.actor.personId ?? null
  const which = { question_id: row.id, version, person_id: person_id ?? '' }
  const verdict = { is_helped: isHelped, given_on: on, given_at: ctx.now }
  if (person_id !== null && (await ctx.update('answers_verdicts', which, verdict))) return
  const id = ctx.id('vrd')
  await ctx.insert('answers_verdicts', { id, question_id: row.id, version, person_id, ...verdict })
}

function requireInForce(row: QuestionRow, version: number): void {
  if (row.published_version !== version || row.merged_into !== null)
    throw conflict('This answer was changed or taken away since you opened it. Look at it anew.')
}

export async function verdict(ctx: Ctx, { id, version, isHelped }: In<typeof answers.verdict>) {
  const row = await requireQuestion(ctx, id)
  requireInForce(row, version)

  await keepVerdict(ctx, row, isHelped, await todayOf(ctx))
  await ctx.record(events.judged, id, { what: row.text })

  return {}
}

const visitors = service(
  'answers.verdicts.visitors',
  () => new RateLimit(10, 10, 'verdicts from this address'),
)

export async function faqVerdict(ctx: Ctx, { id, version, isHelped }: In<typeof answers.faqVerdict>) {
  ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  const said = await ctx.db
    .selectFrom('answers_versions as said')
    .innerJoin('answers_questions as question', (join) =>
      join
        .onRef('question.id', '=', 'said.question_id')
        .onRef('question.published_version', '=', 'said.version'),
    )
    .select('said.audience')
    .where('question.id', '=', id)
    .executeTakeFirst()
  if (said?.audience !== 'everybody') throw missing('This answer')
  const row = await requireQuestion(ctx, id)
  requireInForce(row, version)

  await keepVerdict(ctx, row, isHelped, await todayOf(ctx))
  await ctx.record(events.judged, id, { what: row.text })

  return {}
}

export async function markRead(ctx: Ctx, { id, version }: In<typeof answers.markRead>) {
  const { personId, name } = ctx.actor
  if (!personId) throw forbidden('Reading is a person’s. Sign in under your own name.')
  const row = await requireQuestion(ctx, id)
  requireInForce(row, version)

  const which = { question_id: id, version, person_id: personId }
  if (!(await ctx.update('answers_reads', which, { read_at: ctx.now })))
    await ctx.insert('answers_reads', { id: ctx.id('rdg'), ...which, name, read_at: ctx.now })
  await ctx.record(events.read, id, { what: row.text, version })

  return {}
}
