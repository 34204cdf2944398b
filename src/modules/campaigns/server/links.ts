import QRCode from 'qrcode'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { holding } from '../../../kernel/db/like.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { campaigns, type Link, type Term } from '../contract.ts'
import { builtAddress, normalised, termTitles, whyNotAllowed, whyNotPage, whyNotTerm } from '../rules.ts'
import { requireCampaign } from './records.ts'
import type { LinkRow } from './tables.ts'

export async function terms(ctx: Ctx): Promise<{ items: Term[] }> {
  const rows = await ctx.db
    .selectFrom('campaigns_terms')
    .selectAll()
    .orderBy('kind')
    .orderBy('value')
    .execute()
  return { items: rows.map(({ id, kind, value, added_by: addedBy }) => ({ id, kind, value, addedBy })) }
}

export async function addTerm(ctx: Ctx, said: In<typeof campaigns.addTerm>): Promise<Term> {
  const objection = whyNotTerm(said.kind, said.value)
  if (objection) throw invalid(objection, [{ field: 'value', message: objection }])
  const { kind } = said
  const value = normalised(said.value)
  if ((await terms(ctx)).items.some((one) => one.kind === kind && one.value === value))
    throw conflict(`“${value}” is allowed already.`)

  const by = { added_by: ctx.actor.name, added_at: ctx.now }
  const { id } = await ctx.insert('campaigns_terms', { id: ctx.id('trm'), kind, value, ...by })
  await ctx.record(campaigns.events.termAdded, id, { kind: termTitles[kind].toLowerCase(), value })

  return { id, kind, value, addedBy: ctx.actor.name }
}

export async function removeTerm(ctx: Ctx, { id }: In<typeof campaigns.removeTerm>) {
  const found = (await terms(ctx)).items.find((one) => one.id === id)
  if (!found) throw missing('This value')

  await ctx.delete('campaigns_terms', id)
  const said = { kind: termTitles[found.kind].toLowerCase(), value: found.value }
  await ctx.record(campaigns.events.termRemoved, id, said)

  return {}
}

const toLink = (row: LinkRow): Link => ({
  id: row.id,
  campaignId: row.campaign_id,
  page: row.page,
  source: row.source,
  medium: row.medium,
  campaign: row.campaign,
  content: row.content,
  term: row.term,
  address: row.address,
  builtBy: row.built_by,
  builtAt: row.built_at.toISOString(),
})

export async function buildLink(ctx: Ctx, { page, campaignId, ...values }: In<typeof campaigns.buildLink>) {
  const allowed = (await terms(ctx)).items
  const objection =
    whyNotPage(page) ??
    whyNotAllowed(values, (kind) => allowed.filter((one) => one.kind === kind).map((one) => one.value))
  if (objection) throw invalid(objection)
  if (campaignId) await requireCampaign(ctx, campaignId)
  const address = builtAddress(page, values)
  const same = await ctx.db
    .selectFrom('campaigns_links')
    .select('built_by')
    .where('address', '=', address)
    .executeTakeFirst()
  if (same) throw conflict(`${same.built_by} has built this very link already; take that one.`)

  const row = await ctx.insert('campaigns_links', {
    id: ctx.id('lnk'),
    campaign_id: campaignId,
    page,
    source: normalised(values.source),
    medium: normalised(values.medium),
    campaign: normalised(values.campaign),
    content: values.content ? normalised(values.content) : null,
    term: values.term ? normalised(values.term) : null,
    address,
    built_by: ctx.actor.name,
    built_at: ctx.now,
  })
  await ctx.record(campaigns.events.linkBuilt, row.id, { address })

  return toLink(row)
}

type Filter = { search: string; campaignId?: string | undefined }

const matching = (ctx: Ctx, { search, campaignId }: Filter) =>
  ctx.db
    .selectFrom('campaigns_links')
    .$if(!!campaignId, (q) => q.where('campaign_id', '=', campaignId ?? ''))
    .$if(search !== '', (q) => q.where('address', 'ilike', holding(search)))

export async function links(ctx: Ctx, { limit, offset, ...filter }: In<typeof campaigns.links>) {
  const rows = await matching(ctx, filter)
    .selectAll()
    .orderBy('built_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching(ctx, filter)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(toLink), total }
}

const heading = 'address,source,medium,campaign,content,term,page,built_by,built_at'.split(',')

export async function exportLinks(ctx: Ctx, { format, ...filter }: In<typeof campaigns.exportLinks>) {
  const rows = await matching(ctx, filter).selectAll().orderBy('built_at').execute()
  const cells = rows
    .map(toLink)
    .map((one) => [
      ...[one.address, one.source, one.medium, one.campaign, one.content, one.term, one.page],
      ...[one.builtBy, one.builtAt],
    ])
  return tableFile(format, { name: 'campaign-links', heading, rows: cells, hasMark: true })
}

/** The link as a QR code, with the margin that readers need. */
export async function linkCode(ctx: Ctx, { id, format }: In<typeof campaigns.linkCode>) {
  const row = await ctx.db.selectFrom('campaigns_links').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This link')
  const name = `${row.campaign}-${row.source}-${row.medium}`
  const how = { margin: 4, errorCorrectionLevel: 'M' } as const
  if (format === 'svg')
    return {
      name: `${name}.svg`,
      type: 'image/svg+xml',
      body: await QRCode.toString(row.address, { ...how, type: 'svg' }),
    }
  const png = await QRCode.toBuffer(row.address, { ...how, type: 'png', width: 800 })
  return { name: `${name}.png`, type: 'image/png', body: new Uint8Array(png) }
}
