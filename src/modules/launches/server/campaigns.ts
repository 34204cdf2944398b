import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import type { Happened } from '../../../kernel/module.ts'
import { requireCampaign } from '../../campaigns/server/index.ts'
import { launches } from '../contract.ts'
import { requireOpen } from './actions.ts'
import { linksOf, requireLaunch } from './records.ts'
import { show } from './show.ts'

type Both = In<typeof launches.addCampaign>

async function requireBoth(ctx: Ctx, { id, campaignId }: Both) {
  const row = await requireLaunch(ctx, id)
  const campaign = await requireCampaign(ctx, campaignId)
  const link = (await linksOf(ctx, id)).find((one) => one.campaign_id === campaignId)
  return { row, campaign, link, named: { name: row.name, campaign: campaign.name } }
}

const most = 60

export async function addCampaign(ctx: Ctx, both: Both) {
  const { row, campaign, link, named } = await requireBoth(ctx, both)
  requireOpen(row)
  if (link) throw conflict(`${campaign.name} serves the launch of ${row.name} already.`)
  if (campaign.state === 'stopped')
    throw conflict(`${campaign.name} was stopped and serves no launch any more.`)
  if ((await linksOf(ctx, row.id)).length >= most)
    throw conflict(`${most} campaigns serve ${row.name} already; put programmes behind it instead.`)

  await ctx.insert('launches_campaigns', {
    ...{ launch_id: row.id, campaign_id: campaign.id },
    ...{ fits_on: row.launch_on, starts_on: campaign.brief.startsOn },
    ...{ linked_by: ctx.actor.name, linked_at: ctx.now },
  })
  await ctx.record(launches.events.campaignLinked, row.id, named)

  return show(ctx, { id: row.id })
}

export async function removeCampaign(ctx: Ctx, both: Both) {
  const { row, link, named } = await requireBoth(ctx, both)
  if (!link) throw missing('This link')
  requireOpen(row)

  await ctx.delete('launches_campaigns', { launch_id: row.id, campaign_id: both.campaignId })
  await ctx.record(launches.events.campaignUnlinked, row.id, named)

  return show(ctx, { id: row.id })
}

export async function fit(ctx: Ctx, both: Both) {
  const { row, campaign, link, named } = await requireBoth(ctx, both)
  if (!link) throw missing('This link')
  requireOpen(row)
  if (link.fits_on === row.launch_on)
    throw conflict(`The days of ${campaign.name} fit the launch on ${row.launch_on} already.`)

  const which = { launch_id: row.id, campaign_id: campaign.id }
  const now = { fits_on: row.launch_on, starts_on: campaign.brief.startsOn }
  await ctx.update('launches_campaigns', which, now)
  await ctx.record(launches.events.fitted, row.id, named)

  return show(ctx, { id: row.id })
}

/** A campaign has another first day: whoever chose it did so for the launches as they stand now. */
export async function followFirstDay(ctx: Ctx, { subject }: Happened<unknown>): Promise<void> {
  const links = await ctx.db
    .selectFrom('launches_campaigns as link')
    .innerJoin('launches_records as launch', 'launch.id', 'link.launch_id')
    .select(['launch.id', 'launch.name', 'launch.launch_on', 'link.fits_on', 'link.starts_on'])
    .where('link.campaign_id', '=', subject)
    .execute()
  if (links.length === 0) return
  const campaign = await requireCampaign(ctx, subject)
  for (const link of links.filter((one) => one.starts_on !== campaign.brief.startsOn)) {
    const which = { launch_id: link.id, campaign_id: subject }
    const now = { fits_on: link.launch_on, starts_on: campaign.brief.startsOn }
    await ctx.update('launches_campaigns', which, now)
    if (link.fits_on !== link.launch_on)
      await ctx.record(launches.events.fitted, link.id, { name: link.name, campaign: campaign.name })
  }
}
