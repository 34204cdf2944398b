import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Reader } from '../../../kernel/db/database.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { settings } from '../../identity/server/index.ts'
import type { answers } from '../contract.ts'
import { resembling as alike, found } from '../rules.ts'
import type { Answer, Audience, Line, Similar } from '../things.ts'
import { requireRoot, toLines } from './lines.ts'

const most = 50
const resemble = 6

/** The published answers that an audience may read: members read those for everybody, too. */
async function publishedTo(db: Reader, audience: Audience): Promise<Answer[]> {
  const rows = await db
    .selectFrom('answers_questions as question')
    .innerJoin('answers_versions as said', (join) =>
      join
        .onRef('said.question_id', '=', 'question.id')
        .onRef('said.version', '=', 'question.published_version'),
    )
    .select(['question.id', 'said.question', 'said.body', 'said.version', 'question.published_at'])
    .select('said.audience')
    .where('question.merged_into', 'is', null)
    .$if(audience === 'everybody', (q) => q.where('said.audience', '=', 'everybody'))
    .orderBy('question.published_at', 'desc')
    .orderBy('question.id')
    .execute()
  return rows.map(({ published_at: at, ...row }) => ({ ...row, publishedAt: at?.toISOString() ?? '' }))
}

const asText = ({ id, question, body }: Answer) => ({ id, title: question, body })

/** The published answers that resemble a text, best first, for whoever the audience is. */
export async function similarAnswers(db: Reader, text: string, audience: Audience): Promise<Similar[]> {
  const all = await publishedTo(db, audience)
  const byId = new Map(all.map((one) => [one.id, one]))
  return alike(text, all.map(asText)).map(({ id, score }) => ({ ...byId.get(id)!, score }))
}

async function searchIn(db: Reader, words: string, audience: Audience): Promise<Similar[]> {
  const all = await publishedTo(db, audience)
  if (words.trim() === '') return all.slice(0, most).map((one) => ({ ...one, score: 0 }))
  const byId = new Map(all.map((one) => [one.id, one]))
  return found(words, all.map(asText), most).map(({ id, score }) => ({ ...byId.get(id)!, score }))
}

export const find = async (ctx: Ctx, { q }: In<typeof answers.find>) => ({
  items: await searchIn(ctx.db, q, 'members'),
})

const visitors = service(
  'answers.published.visitors',
  () => new RateLimit(120, 60, 'searches from this address'),
)

/** What everybody may read, without the name of anybody. */
export async function faq(ctx: Ctx, { q }: In<typeof answers.faq>) {
  ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  const items = await searchIn(ctx.db, q, 'everybody')
  return { organisation: (await settings(ctx.db)).name, items }
}

type Resembling = Pick<Line, 'id' | 'text' | 'asked' | 'state'>

/** Questions that may be the same in other words. */
export async function resembling(
  ctx: Ctx,
  { id }: In<typeof answers.resembling>,
): Promise<{ items: Resembling[] }> {
  const own = await requireRoot(ctx, id)
  return { items: (await questionsLike(ctx, own.text)).filter((one) => one.id !== own.id).slice(0, resemble) }
}

async function questionsLike(ctx: Ctx, words: string): Promise<Line[]> {
  const rows = await ctx.db
    .selectFrom('answers_questions')
    .selectAll()
    .where('merged_into', 'is', null)
    .execute()
  const texts = rows.map(({ id, text }) => ({ id, title: text, body: '' }))
  const near = alike(words, texts).slice(0, 2 * resemble)
  const chosen = near.map(({ id }) => rows.find((row) => row.id === id)!)
  return (await toLines(ctx, chosen)).filter((one) => one.asked > 0 || one.state !== 'open')
}

export const like = async (ctx: Ctx, { q }: In<typeof answers.like>) => ({
  answers: (await similarAnswers(ctx.db, q, 'members')).slice(0, resemble),
  questions: (await questionsLike(ctx, q)).slice(0, resemble),
})
