import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { givenCampaigns, requireCampaign } from '../../campaigns/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { agencies, type Deliverable, type Own } from '../contract.ts'
import { stateOf, whyNotDeliver, whyNotOn, whyNotUnder } from '../rules.ts'
import { requireAll } from './deliverables.ts'
import { agencyOf, givenTo, requireDeliverable, requireVersion } from './records.ts'
import { deliverablesOf, showDeliverable } from './show.ts'
import type { AgencyRow } from './tables.ts'

const span = (row: AgencyRow) => ({ name: row.name, fromOn: row.from_on, untilOn: row.until_on })

/** Campaigns an asker works on for their agency: given to it, and to them. */
export async function ownCampaigns(ctx: Ctx, agency: AgencyRow): Promise<Set<string>> {
  const briefs = new Set((await givenCampaigns(ctx)).items.map((one) => one.id))
  const given = await givenTo(ctx, agency.id)
  return new Set(given.map((one) => one.campaign_id).filter((id) => briefs.has(id)))
}

function toOwn({ can: _, agency: __, ...one }: Deliverable): Own {
  const isOpen = one.state === 'due' || one.state === 'sent-back'
  return { ...one, can: { deliver: isOpen, takeBack: one.state === 'delivered' } }
}

export async function mine(ctx: Ctx) {
  const agency = await agencyOf(ctx, ctx.actor.personId)
  if (!agency || whyNotUnder(span(agency), await todayOf(ctx)) !== null)
    return { agency: agency?.name ?? null, items: [] }
  const own = await ownCampaigns(ctx, agency)
  const all = await deliverablesOf(ctx, { agencyId: agency.id })
  return { agency: agency.name, items: all.filter((one) => own.has(one.campaign.id)).map(toOwn) }
}

/** A guest’s own; for them the others are not there at all. Who manages campaigns may write down any. */
async function requireOwn(ctx: Ctx, { id, version }: { id: string; version: number }) {
  if (!holds(ctx.actor, 'campaigns:manage')) {
    const agency = await agencyOf(ctx, ctx.actor.personId)
    const row = await requireDeliverable(ctx, id)
    if (!agency || row.agency_id !== agency.id || !(await ownCampaigns(ctx, agency)).has(row.campaign_id))
      throw missing('This deliverable')
    const objection = whyNotUnder(span(agency), await todayOf(ctx))
    if (objection) throw forbidden(objection)
  }
  const all = await requireAll(ctx, id)
  requireVersion(all.row, all.row.what, version)
  return all
}

export async function deliver(ctx: Ctx, { link, note, on, ...asked }: In<typeof agencies.deliver>) {
  const { row, deliveries, told } = await requireOwn(ctx, asked)
  const today = await todayOf(ctx)
  if (on !== undefined && on !== today && !holds(ctx.actor, 'campaigns:manage'))
    throw forbidden('A delivery counts from today. Ask whoever you work with if it came earlier.')
  const objection = whyNotDeliver(row.what, stateOf(deliveries))
  if (objection) throw conflict(objection)
  const early = whyNotOn(on ?? today, today)
  if (early) throw invalid(early)

  await ctx.insert('agencies_deliveries', {
    ...{ id: ctx.id('dlv'), deliverable_id: row.id, delivered_on: on ?? today, link, note },
    ...{ delivered_by_id: ctx.actor.personId, delivered_by: ctx.actor.name, delivered_at: ctx.now },
    ...{ verdict: 'waiting', reason: '', decided_by: null, decided_at: null },
  })
  await ctx.update('agencies_deliverables', row.id, { version: row.version + 1 })
  await ctx.record(agencies.events.delivered, row.agency_id, told)
  const campaign = await requireCampaign(ctx, row.campaign_id)
  if (campaign.owner_id !== ctx.actor.personId)
    await notify(ctx, campaign.owner_id, {
      title: `Delivered: ${row.what}`,
      why: `${ctx.actor.name} delivered it for ${campaign.name}. Accept it, or send it back.`,
      link: `/agencies/${row.agency_id}`,
    })

  return toOwn(await showDeliverable(ctx, await requireDeliverable(ctx, row.id)))
}

export async function takeBack(ctx: Ctx, asked: In<typeof agencies.takeBack>) {
  const { row, deliveries, told } = await requireOwn(ctx, asked)
  const [last] = deliveries
  if (last?.verdict !== 'waiting')
    throw conflict(`Nothing of ${row.what} waits for acceptance: there is nothing to take back.`)

  await ctx.delete('agencies_deliveries', last.id)
  await ctx.update('agencies_deliverables', row.id, { version: row.version + 1 })
  await ctx.record(agencies.events.deliveryTaken, row.agency_id, told)

  return toOwn(await showDeliverable(ctx, await requireDeliverable(ctx, row.id)))
}
