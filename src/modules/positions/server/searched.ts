import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

export const searchedPositions: Searched = {
  kind: 'Position',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'positions:read')) return []
    const rows = await ctx.db
      .selectFrom('positions_records')
      .select(['id', 'title', 'department'])
      .where((e) => e.or([e('title', 'ilike', pattern), e('person_name', 'ilike', pattern)]))
      .where('removed_at', 'is', null)
      .orderBy('added_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, title, department }) => ({
      ...{ id, title, hint: department },
      path: `/positions/${id}`,
    }))
  },
}
