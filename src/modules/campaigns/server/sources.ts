import { warehouse } from '../../../engine/port.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { values } from '../../metrics/server/index.ts'
import { campaigns } from '../contract.ts'
import { whyNotSource } from '../rules.ts'
import { requireCampaign } from './records.ts'
import { show } from './show.ts'

const most = 5000

/** Every campaign name that imported rows have, with how many have it. */
const imported = async (ctx: Ctx): Promise<Map<string, number>> => {
  const { items } = await values(ctx, { dimension: 'campaign', limit: most })
  return new Map(items.flatMap(({ value, rows }) => (value ? [[value, rows] as const] : [])))
}

const taken = (ctx: Ctx) =>
  ctx.db
    .selectFrom('campaigns_sources as source')
    .innerJoin('campaigns_records as campaign', 'campaign.id', 'source.campaign_id')
    .select(['source.name', 'campaign.id', 'campaign.name as campaign'])
    .orderBy('source.name')
    .execute()

export async function sources(ctx: Ctx, { search }: In<typeof campaigns.sources>) {
  const rows = await taken(ctx)
  const names = await imported(ctx)
  const owners = new Map(rows.map(({ name, id, campaign }) => [name, { id, name: campaign }]))
  const items = [...names].map(([name, rows]) => ({ name, rows, campaign: owners.get(name) ?? null }))
  const words = search.toLowerCase()
  return {
    items: items.filter((one) => one.name.toLowerCase().includes(words)).slice(0, 500),
    unmatched: items.filter((one) => one.campaign === null).length,
    notImported: rows
      .filter((one) => !names.has(one.name))
      .map(({ name, id, campaign }) => ({ name, campaign: { id, name: campaign } })),
  }
}

/** A campaign’s own names, whether rows were imported under them, and all names its figures are counted by. */
export async function namesOf(ctx: Ctx, id: string, below: string[]) {
  const rows = await ctx.db
    .selectFrom('campaigns_sources')
    .selectAll()
    .where('campaign_id', 'in', below)
    .orderBy('name')
    .execute()
  const known = rows.length > 0 ? await imported(ctx) : new Map<string, number>()
  return {
    sources: rows
      .filter((row) => row.campaign_id === id)
      .map(({ name }) => ({ name, isImported: known.has(name) })),
    names: rows.map((row) => row.name),
  }
}

export async function setSources(ctx: Ctx, { id, names }: In<typeof campaigns.setSources>) {
  const row = await requireCampaign(ctx, id)
  const rows = await taken(ctx)
  for (const name of names) {
    const owner = rows.find((one) => one.name === name && one.id !== id)
    const objection = whyNotSource(name, owner?.campaign ?? null)
    if (objection) throw invalid(objection, [{ field: 'names', message: objection }])
  }

  const before = rows.filter((one) => one.id === id).map((one) => one.name)
  for (const name of before) if (!names.includes(name)) await ctx.delete('campaigns_sources', { name })
  for (const name of new Set(names))
    if (!before.includes(name)) await ctx.insert('campaigns_sources', { name, campaign_id: id })
  await ctx.record(campaigns.events.sourcesSet, id, { name: row.name })

  return show(ctx, { id })
}

/** Channels of imported touches in the form of UTM parameters, with the campaign, as the source wrote them. */
export const utmTouches = (ctx: Ctx) =>
  ctx.use(warehouse).query<{ channel: string; campaign: string | null; rows: number }>(
    `select channel, campaign, count(*)::bigint as rows from ${mappedTable('touch')}
     where is_current and channel like '% / %' group by 1, 2 order by 3 desc, 1, 2 limit 1000`,
  )
