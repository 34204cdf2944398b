import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { Query } from '../../../engine/query/query.ts'
import { run } from '../../../engine/query/run.ts'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { namesOf, requireCampaign, withBelow } from '../../campaigns/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import type { Share } from '../contract.ts'
import type { YearRow } from './tables.ts'

/**
 * Weights by what a metric comes to for each campaign from the first to the last day of the year, as known today. They
 * are kept with the split, so that what was shared out yesterday does not move with tomorrow’s import.
 */
export async function weightsOf(
  ctx: Ctx,
  metric: string,
  shares: readonly Share[],
  year: YearRow,
): Promise<Share[]> {
  if (!holds(ctx.actor, 'metrics:read'))
    throw forbidden('You need the permission “metrics:read” to share out by a metric. Type weights instead.')
  const known = ctx.use(catalogue)
  const found = known.metrics.get(metric)
  if (!found) throw invalid(`There is no metric “${metric}” in the catalogue.`)
  if (!known.dimensionsOf(found).includes('campaign'))
    throw invalid(`“${found.title}” is not known by campaign. Choose another metric, or type weights.`)
  const weighed: Share[] = []
  for (const { campaignId } of shares)
    weighed.push({ campaignId, parts: await comesTo(ctx, metric, campaignId, year) })
  return weighed
}

async function comesTo(ctx: Ctx, metric: string, campaignId: string, year: YearRow): Promise<number> {
  await requireCampaign(ctx, campaignId)
  const { names } = await namesOf(ctx, campaignId, await withBelow(ctx.db, campaignId))
  if (names.length === 0) return 0
  const where = [{ dimension: 'campaign', is: 'exactly' as const, values: names }]
  const asked = Query.parse({ metrics: [metric], from: year.months[0], to: year.ends_on, where })
  const { currency } = await organisation(ctx.db)
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), asked, currency)
  const value = rows[0]?.[metric]
  const number = typeof value === 'object' && value !== null ? Number(value.amount) : Number(value ?? 0)
  return Number.isFinite(number) && number > 0 ? number : 0
}
