import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { namedCampaigns } from '../../campaigns/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import { guards } from './guard.ts'

/** The campaigns that a line pays for: those it is shared out over, else the one it leads up to. */
async function paidFor(ctx: Ctx, lineId: string): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('budget_splits')
    .select('shares')
    .where('line_id', '=', lineId)
    .executeTakeFirst()
  if (row) return row.shares.map((one) => one.campaignId)
  const parent = (await parentsOf(ctx.db, 'budget-line', [lineId])).get(lineId)
  return parent?.kind === 'campaign' ? [parent.id] : []
}

/** What is to be said of a line that pays for a campaign which is not approved, and whether that refuses an order. */
export async function unapproved(
  ctx: Ctx,
  lineId: string,
): Promise<{ words: string; refuses: boolean } | null> {
  const ids = await paidFor(ctx, lineId)
  if (ids.length === 0) return null
  const all = await namedCampaigns(ctx.db)
  const rows = all.filter((one) => ids.includes(one.id) && one.state !== 'approved')
  if (rows.length === 0) return null
  const names = rows.map(({ name }) => (holds(ctx.actor, 'campaigns:read') ? `“${name}”` : 'a campaign'))
  const words = `The line pays for ${[...new Set(names)].join(' and ')}, not approved as things stand.`
  return { words, refuses: (await guards.current(ctx.db)).guard.needsApprovedCampaign }
}
