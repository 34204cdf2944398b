import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

export const searchedScenarios: Searched = {
  kind: 'Scenario',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'budget:read')) return []
    const rows = await ctx.db
      .selectFrom('scenarios_records')
      .select(['id', 'name', 'state'])
      .where('name', 'ilike', pattern)
      .where('removed_at', 'is', null)
      .orderBy('made_at', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name, state }) => ({ id, title: name, hint: state, path: `/scenarios/${id}` }))
  },
}
