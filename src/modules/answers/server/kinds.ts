import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import type { Need } from '../../identity/contract.ts'
import { most, type Searched } from '../../search/server/index.ts'
import { guidesDue } from './guides-show.ts'
import { questions } from './lines.ts'
import { todayOf } from './today.ts'

const read = 'answers:read'

/** Questions and guides are talked about, and found. */
export const discussedAnswers = [
  {
    ...{ kind: 'question', title: 'Question', read },
    path: (id: string) => `/questions/${id}`,
    async named(db: Reader | Database, ids: string[]) {
      const rows = await (db as Reader)
        .selectFrom('answers_questions')
        .select(['id', 'text'])
        .where('id', 'in', ids)
        .execute()
      return new Map(rows.map(({ id, text }) => [id, { name: text }]))
    },
  },
  {
    ...{ kind: 'guide', title: 'Guide', read },
    path: (id: string) => `/guides/${id}`,
    async named(db: Reader | Database, ids: string[]) {
      const rows = await (db as Reader)
        .selectFrom('answers_guides')
        .select(['id', 'title'])
        .where('id', 'in', ids)
        .execute()
      return new Map(rows.map(({ id, title }) => [id, { name: title }]))
    },
  },
]

const question: Searched = {
  kind: 'Question',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, read)) return []
    const rows = await ctx.db
      .selectFrom('answers_questions')
      .select(['id', 'text', 'published_version'])
      .where('text', 'ilike', pattern)
      .where('merged_into', 'is', null)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, text, published_version }) => ({
      ...{ id, title: text, path: `/questions/${id}`, hint: published_version === null ? '' : 'answered' },
    }))
  },
}

const guide: Searched = {
  kind: 'Guide',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, read)) return []
    const rows = await ctx.db
      .selectFrom('answers_guides')
      .select(['id', 'title', 'phase'])
      .where('title', 'ilike', pattern)
      .where('retired_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, title, phase }) => ({ id, title, hint: phase, path: `/guides/${id}` }))
  },
}

export const searchedAnswers = [question, guide]

const often = 3

/** What of the reader’s is to be looked at again, and what is asked over and over without an answer. */
export async function needsOfAnswers(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId || !holds(ctx.actor, read)) return []
  const { items } = await questions(ctx, { only: 'all' })
  const guided = await guidesDue(ctx, personId, await todayOf(ctx))
  const due = [
    ...items
      .filter((one) => one.isDue && one.owner?.id === personId)
      .map(({ id, text: title, reviewOn }) => ({ title, reviewOn, path: `/questions/${id}` })),
    ...guided.map(({ id, title, review_on: reviewOn }) => ({ title, reviewOn, path: `/guides/${id}` })),
  ]
  const open = items.filter((one) => one.state !== 'published' && one.asked >= often)
  const asked = {
    title:
      open.length === 1
        ? `Asked ${open[0]?.asked} times: ${open[0]?.text}`
        : `${open.length} questions are asked again and again`,
    why: 'Nobody has published an answer. One answer saves the next time.',
    link: open.length === 1 ? `/questions/${open[0]?.id}` : '/questions?only=open',
  }
  return [
    ...due.map((one) => ({
      ...{ title: `Still right? ${one.title}`, why: 'Its day to be looked at again has come.' },
      ...{ link: one.path, ...(one.reviewOn ? { due: one.reviewOn } : {}) },
    })),
    ...(open.length > 0 && holds(ctx.actor, 'answers:write') ? [asked] : []),
  ]
}
