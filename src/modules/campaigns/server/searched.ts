import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'
import { levelTitles } from '../rules.ts'

/** Readers find every campaign, guests those they were given. */
export const searchedCampaigns: Searched = {
  kind: 'Campaign',
  async find(ctx, pattern) {
    const readsAll = holds(ctx.actor, 'campaigns:read')
    if (!readsAll && !holds(ctx.actor, 'campaigns:guest')) return []
    const given = ctx.db
      .selectFrom('campaigns_guests')
      .select('campaign_id')
      .where('person_id', '=', ctx.actor.personId ?? '')
    const rows = await ctx.db
      .selectFrom('campaigns_records')
      .select(['id', 'name', 'level'])
      .where('name', 'ilike', pattern)
      .$if(!readsAll, (q) => q.where('id', 'in', given))
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name, level }) => ({
      ...{ id, title: name, hint: level === 'campaign' ? null : levelTitles[level] },
      path: readsAll ? `/campaigns/${id}` : '/campaigns/given',
    }))
  },
}
