import { system } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { notify } from '../../activity/server/index.ts'
import type { Brief } from '../../campaigns/contract.ts'
import { namesOf, requireCampaign, withBelow } from '../../campaigns/server/index.ts'
import { metrics } from '../../metrics/contract.ts'
import { query, todayOf } from '../../metrics/server/index.ts'
import { beginning } from '../../threads/rules.ts'
import { contingencies } from '../contract.ts'
import { isMet } from '../rules.ts'
import type { PlanRow } from './tables.ts'

const amountOf = (value: unknown): number | null => {
  if (typeof value === 'number') return value
  const amount = (value as { amount?: unknown } | null)?.amount
  return typeof amount === 'number' ? amount : null
}

/** What a plan’s metric came to for its campaign since the first day; null where it is not known. */
async function figureOf(ctx: Ctx, row: PlanRow, brief: Brief): Promise<number | null> {
  if (!row.metric) return null
  const id = row.campaign_id
  const { names } = await namesOf(ctx, id, await withBelow(ctx.db, id))
  if (names.length === 0) return null
  const where = [{ dimension: 'campaign', is: 'exactly' as const, values: names }]
  try {
    const asked = { metrics: [row.metric], from: brief.startsOn, where }
    const { rows } = await query(ctx, metrics.query.input.parse(asked))
    return amountOf(rows[0]?.[row.metric])
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** Hold every trigger that can be measured against the campaign’s figures; one that is met is told to its owner once. */
export async function check(ctx: Ctx) {
  const today = await todayOf(ctx)
  const rows = await ctx.db
    .selectFrom('contingencies_plans')
    .selectAll()
    .where('metric', 'is not', null)
    .where('met_at', 'is', null)
    .orderBy('id')
    .execute()
  let met = 0
  for (const row of rows) {
    const campaign = await requireCampaign(ctx, row.campaign_id)
    if (campaign.state === 'stopped') continue
    const value = await figureOf(ctx, row, campaign.brief)
    const isNow = isMet({ metric: row.metric, below: row.below, byOn: row.by_on }, value, today)
    const seen = { checked_at: ctx.now, checked_known: value !== null }
    await ctx.update('contingencies_plans', row.id, isNow ? { ...seen, met_at: ctx.now } : seen)
    if (!isNow) continue
    met += 1
    const named = { name: row.name, campaign: campaign.name }
    await ctx.record(contingencies.events.triggerMet, campaign.id, named)
    await notify(ctx, row.owner_id ?? campaign.owner_id, {
      title: `Trigger met: ${row.name}`,
      why: `${beginning(row.trigger)} Decide whether plan B of ${campaign.name} is activated.`,
      link: `/campaigns/${campaign.id}?tab=back-up`,
    })
  }
  await ctx.record(contingencies.events.checked, 'triggers', {})

  return { checked: rows.length, met }
}

export const checkTriggers = job<Record<string, never>>(
  'contingencies.check',
  async (app) => {
    await perform(app, contingencies.check, {}, { actor: system('contingencies'), via: 'job' })
  },
  { every: '15 5 * * *' },
)
