import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

export const searchedBackUps: Searched = {
  kind: 'Back-up plan',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'campaigns:read')) return []
    const rows = await ctx.db
      .selectFrom('contingencies_plans as plan')
      .innerJoin('campaigns_records as campaign', 'campaign.id', 'plan.campaign_id')
      .select(['plan.id', 'plan.name', 'plan.campaign_id', 'campaign.name as campaign'])
      .where('plan.name', 'ilike', pattern)
      .orderBy('plan.created_at', 'desc')
      .orderBy('plan.id', 'desc')
      .limit(most)
      .execute()
    return rows.map((row) => ({
      ...{ id: row.id, title: row.name, hint: row.campaign },
      path: `/campaigns/${row.campaign_id}?tab=back-up`,
    }))
  },
}
