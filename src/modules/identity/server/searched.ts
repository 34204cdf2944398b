import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

/** People by name, address and title; those who left come last. */
export const searchedPeople: Searched = {
  kind: 'Person',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'people:read')) return []
    const rows = await ctx.db
      .selectFrom('identity_people')
      .select(['id', 'name', 'title'])
      .where((e) => e.or(['name', 'email', 'title'].map((part) => e(part as 'name', 'ilike', pattern))))
      .orderBy((e) => e('disabled_at', 'is', null), 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name, title }) => ({ id, title: name, hint: title, path: `/people/${id}` }))
  },
}
