import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

export const searchedTemplates: Searched = {
  kind: 'Template',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'campaigns:read')) return []
    const rows = await ctx.db
      .selectFrom('templates_records')
      .select(['id', 'name', 'retired_at'])
      .where('name', 'ilike', pattern)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      ...{ id: row.id, title: row.name, hint: row.retired_at ? 'retired' : null },
      path: `/templates/${row.id}`,
    }))
  },
}
