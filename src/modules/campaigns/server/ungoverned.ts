import type { Ctx } from '../../../kernel/ctx.ts'
import { freshen } from '../../imports/server/index.ts'
import { normalised, pairOf } from '../rules.ts'
import { utmTouches } from './sources.ts'

const most = 100

/** What landed under UTM parameters that no built link carries, the most rows first. */
export async function ungoverned(ctx: Ctx) {
  await freshen(ctx)
  const built = await ctx.db.selectFrom('campaigns_links').select(['source', 'medium', 'campaign']).execute()
  const touches = await utmTouches(ctx)
  const items = touches.flatMap(({ channel, campaign, rows }) => {
    const pair = pairOf(channel)
    if (!pair) return []
    const near = built.filter((one) => one.source === pair.source && one.medium === pair.medium)
    if (near.length === 0)
      return [{ channel, campaign, rows, says: 'Nobody built a link with this source and medium.' }]
    const isBuilt = campaign === null || near.some((one) => one.campaign === normalised(campaign))
    return isBuilt ? [] : [{ channel, campaign, rows, says: 'Nobody built a link of this campaign name.' }]
  })
  return { items: items.slice(0, most), says: saysOf(touches.length, items.length) }
}

const saysOf = (all: number, open: number): string => {
  if (all === 0)
    return 'No imported touch names its channel as source / medium, so there is nothing to hold against the links.'
  return open === 0
    ? 'Every source and medium that landed was built here.'
    : 'Imported touches name their channel as source / medium; for these nobody built a link. Exports of ads name no UTM parameters.'
}
