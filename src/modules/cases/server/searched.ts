import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

export const searchedCases: Searched = {
  kind: 'Case',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'cases:read')) return []
    const rows = await ctx.db
      .selectFrom('cases_records')
      .select(['id', 'name'])
      .where('name', 'ilike', pattern)
      .where('removed_at', 'is', null)
      .orderBy('made_at', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name }) => ({ id, title: name, path: `/cases/${id}` }))
  },
}
