import { holds } from '../../../kernel/actor.ts'
import { requireCampaign } from '../../campaigns/server/index.ts'
import { type Found, most, type Searched } from '../../search/server/index.ts'

export const searchedBackUps: Searched = {
  kind: 'Back-up plan',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'campaigns:read')) return []
    const rows = await ctx.db
      .selectFrom('contingencies_plans')
      .select(['id', 'name', 'campaign_id'])
      .where('name', 'ilike', pattern)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    const found: Found[] = []
    for (const { id, name, campaign_id } of rows) {
      const hint = (await requireCampaign(ctx, campaign_id)).name
      found.push({ id, title: name, hint, path: `/campaigns/${campaign_id}?tab=back-up` })
    }
    return found
  },
}
