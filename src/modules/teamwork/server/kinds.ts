import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { most, type Searched } from '../../search/server/index.ts'

/** Reviews are talked about below them. */
export const reviewKind = {
  ...{ kind: 'review', title: 'Review', read: 'teamwork:read' },
  path: (id: string) => `/reviews/${id}`,
  async named(db: Ctx['db'], ids: string[]) {
    const rows = await db
      .selectFrom('teamwork_reviews')
      .select(['id', 'title'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, title }) => [id, { name: title }]))
  },
}

const reviews: Searched = {
  kind: 'Review',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'teamwork:read')) return []
    const rows = await ctx.db
      .selectFrom('teamwork_reviews')
      .select(['id', 'title'])
      .where('title', 'ilike', pattern)
      .orderBy('opened_at', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, title }) => ({ id, title, path: `/reviews/${id}` }))
  },
}

/** Lessons of teams, and one’s own. */
const lessons: Searched = {
  kind: 'Lesson',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'teamwork:read')) return []
    const rows = await ctx.db
      .selectFrom('teamwork_lessons as lesson')
      .innerJoin('teamwork_lesson_texts as said', 'said.id', 'lesson.current_id')
      .select(['lesson.id', 'said.what', 'lesson.team_name'])
      .where('lesson.removed_at', 'is', null)
      .where('said.what', 'ilike', pattern)
      .where((e) =>
        e.or([e('lesson.team_id', 'is not', null), e('lesson.owner_id', '=', ctx.actor.personId ?? '')]),
      )
      .orderBy('said.written_at', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, what, team_name: hint }) => ({
      ...{
        id,
        title: what,
        hint,
        path: `/teamwork?tab=lessons&like=${encodeURIComponent(what.slice(0, 80))}`,
      },
    }))
  },
}

/** Feedback is not among them: nobody finds it but on their own page. */
export const searchedTeamwork = [reviews, lessons]
