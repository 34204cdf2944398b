import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { namedCampaigns } from '../../campaigns/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import { guards } from './guard.ts'

/** The campaigns that lines pay for: those they are shared out over, else the one they lead up to. */
async function paidFor(ctx: Ctx, lineIds: string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.db
    .selectFrom('budget_splits')
    .select(['line_id', 'shares'])
    .where('line_id', 'in', lineIds)
    .execute()
  const paid = new Map(rows.map((row) => [row.line_id, row.shares.map((one) => one.campaignId)]))
  for (const [lineId, parent] of await parentsOf(ctx.db, 'budget-line', lineIds))
    if (parent?.kind === 'campaign' && !paid.has(lineId)) paid.set(lineId, [parent.id])
  return paid
}

export type Unapproved = { words: string; refuses: boolean }

/** What is to be said of lines that pay for a campaign which is not approved, and whether that refuses an order. */
export async function unapprovedOf(ctx: Ctx, lineIds: string[]): Promise<Map<string, Unapproved>> {
  const said = new Map<string, Unapproved>()
  if (lineIds.length === 0) return said
  const paid = await paidFor(ctx, lineIds)
  if (paid.size === 0) return said
  const all = await namedCampaigns(ctx.db)
  const refuses = (await guards.current(ctx.db)).guard.needsApprovedCampaign
  for (const [lineId, ids] of paid) {
    const rows = all.filter((one) => ids.includes(one.id) && one.state !== 'approved')
    if (rows.length === 0) continue
    const names = rows.map(({ name }) => (holds(ctx.actor, 'campaigns:read') ? `“${name}”` : 'a campaign'))
    const words = `The line pays for ${[...new Set(names)].join(' and ')}, not approved as things stand.`
    said.set(lineId, { words, refuses })
  }
  return said
}
