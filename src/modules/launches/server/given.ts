import type { Ctx } from '../../../kernel/ctx.ts'
import { givenCampaigns } from '../../campaigns/server/index.ts'
import { allLinks, allRows } from './records.ts'

/** The launches of the campaigns the asker was given, with no other campaign of theirs. */
export async function given(ctx: Ctx) {
  const own = new Map((await givenCampaigns(ctx)).items.map((one) => [one.id, one.name]))
  const links = (await allLinks(ctx)).filter((link) => own.has(link.campaign_id))
  const items = (await allRows(ctx)).map((row) => ({
    ...{ name: row.name, tier: row.tier, products: row.products, state: row.state },
    ...{ launchOn: row.launch_on, announceOn: row.announce_on },
    campaigns: links
      .filter((link) => link.launch_id === row.id)
      .map((link) => ({ id: link.campaign_id, name: own.get(link.campaign_id)! })),
  }))
  return { items: items.filter((one) => one.campaigns.length > 0) }
}
