import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'
import { levelTitle } from '../rules.ts'

const goals: Searched = {
  kind: 'Goal',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'strategy:read')) return []
    const rows = await ctx.db
      .selectFrom('strategy_goals')
      .select(['id', 'name', 'level'])
      .where('name', 'ilike', pattern)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name, level }) => ({
      ...{ id, title: name, hint: levelTitle(level) },
      path: `/goals/${id}`,
    }))
  },
}

const kpis: Searched = {
  kind: 'KPI agreement',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'strategy:read')) return []
    const rows = await ctx.db
      .selectFrom('strategy_kpis')
      .select(['id', 'name', 'state'])
      .where('name', 'ilike', pattern)
      .orderBy('proposed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name, state }) => ({ id, title: name, hint: state, path: `/kpis/${id}` }))
  },
}

export const searchedStrategy = [goals, kpis]
