import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { namedCampaigns } from '../../campaigns/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { Agency, Deliverable, Listed } from '../contract.ts'
import { agreementOf, lateness, standingOf, standWords, stateOf, whyNotDecide } from '../rules.ts'
import { allAgencies, deliveriesOf, requireAgency } from './records.ts'
import type { AgencyRow, DeliverableRow, DeliveryRow } from './tables.ts'

/** What is said about agencies elsewhere, read once. */
export type Around = Awaited<ReturnType<typeof around>>

export async function around(ctx: Ctx) {
  const people = (await directory(ctx)).rows
  const campaigns = new Map((await namedCampaigns(ctx.db)).map((one) => [one.id, one.name]))
  const named = (names: { get(id: string): string | undefined }, gone: string) => (id: string) => ({
    id,
    name: names.get(id) ?? gone,
  })
  return {
    today: await todayOf(ctx),
    agencies: new Map((await allAgencies(ctx)).map((row) => [row.id, row])),
    person: named(new Map([...people].map(([id, row]) => [id, row.name])), 'Somebody who left'),
    campaign: named(campaigns, 'A campaign that is gone'),
  }
}

export const toJudged = (row: DeliveryRow) => ({
  ...{ on: row.delivered_on, verdict: row.verdict, reason: row.reason },
  ...{ by: row.delivered_by, byId: row.delivered_by_id },
})

const toDelivery = (row: DeliveryRow): Deliverable['deliveries'][number] => ({
  ...{ id: row.id, on: row.delivered_on, link: row.link, note: row.note, by: row.delivered_by },
  ...{ verdict: row.verdict, reason: row.reason, decidedBy: row.decided_by },
})

function canOf(ctx: Ctx, row: DeliverableRow, rows: DeliveryRow[]): Deliverable['can'] {
  const manages = holds(ctx.actor, 'campaigns:manage')
  const delivers = manages && holds(ctx.actor, 'campaigns:guest')
  const state = stateOf(rows)
  const objection = whyNotDecide(row.what, rows.map(toJudged), ctx.actor.personId)
  return {
    deliver: delivers && (state === 'due' || state === 'sent-back'),
    takeBack: delivers && state === 'delivered',
    decide: manages && objection === null,
    whyNotDecide: manages && state === 'delivered' ? objection : null,
    reopen: manages && (state === 'accepted' || state === 'sent-back'),
    change: manages && state !== 'accepted',
    remove: manages && rows.length === 0,
  }
}

export function toDeliverable(
  ctx: Ctx,
  row: DeliverableRow,
  { rows, known }: { rows: DeliveryRow[]; known: Around },
): Deliverable {
  const judged = rows.map(toJudged)
  return {
    ...{ id: row.id, what: row.what, note: row.note, dueOn: row.due_on, version: row.version },
    agency: { id: row.agency_id, name: known.agencies.get(row.agency_id)?.name ?? '' },
    campaign: known.campaign(row.campaign_id),
    state: stateOf(judged),
    isLate: lateness(row.due_on, judged, known.today).isLate,
    says: standWords(row.due_on, judged, known.today),
    deliveries: rows.map(toDelivery),
    can: canOf(ctx, row, rows),
  }
}

type Filter = { agencyId?: string | undefined; campaignId?: string | undefined }

export async function deliverablesOf(ctx: Ctx, { agencyId, campaignId }: Filter): Promise<Deliverable[]> {
  const rows = await ctx.db
    .selectFrom('agencies_deliverables')
    .selectAll()
    .$if(agencyId !== undefined, (q) => q.where('agency_id', '=', agencyId ?? ''))
    .$if(campaignId !== undefined, (q) => q.where('campaign_id', '=', campaignId ?? ''))
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const deliveries = await deliveriesOf(
    ctx,
    rows.map((row) => row.id),
  )
  const known = await around(ctx)
  return rows.map((row) => toDeliverable(ctx, row, { rows: deliveries.get(row.id) ?? [], known }))
}

export async function showDeliverable(ctx: Ctx, row: DeliverableRow): Promise<Deliverable> {
  const rows = (await deliveriesOf(ctx, [row.id])).get(row.id) ?? []
  return toDeliverable(ctx, row, { rows, known: await around(ctx) })
}

async function toListed(ctx: Ctx, row: AgencyRow, known: Around): Promise<[Listed, Deliverable[]]> {
  const people = await ctx.db
    .selectFrom('agencies_people')
    .selectAll()
    .where('agency_id', '=', row.id)
    .execute()
  const given = await ctx.db
    .selectFrom('agencies_campaigns')
    .selectAll()
    .where('agency_id', '=', row.id)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .execute()
  const deliverables = await deliverablesOf(ctx, { agencyId: row.id })
  const span = { fromOn: row.from_on, untilOn: row.until_on }
  const judged = deliverables.map((one) => ({
    ...{ state: one.state, isLate: one.isLate },
    returns: one.deliveries.filter((delivery) => delivery.verdict === 'sent-back').length,
  }))
  const listed = {
    ...{ id: row.id, name: row.name, ...span, state: agreementOf(span, known.today) },
    people: people.map((one) => known.person(one.person_id)),
    campaigns: given.map((one) => known.campaign(one.campaign_id)),
    ...{ standing: standingOf(judged), version: row.version },
  }
  return [listed, deliverables]
}

export async function list(ctx: Ctx) {
  const known = await around(ctx)
  const items: Listed[] = []
  for (const row of known.agencies.values()) items.push((await toListed(ctx, row, known))[0])
  return { items, can: { change: holds(ctx.actor, 'campaigns:manage') } }
}

export async function show(ctx: Ctx, { id }: { id: string }): Promise<Agency> {
  const row = await requireAgency(ctx, id)
  const [listed, deliverables] = await toListed(ctx, row, await around(ctx))
  const change = holds(ctx.actor, 'campaigns:manage')
  const can = { change, rates: holds(ctx.actor, 'budget:rates'), spending: holds(ctx.actor, 'budget:read') }
  return { ...listed, note: row.note, deliverables, can }
}

export async function deliverables(ctx: Ctx, filter: Filter) {
  const items = await deliverablesOf(ctx, filter)
  return { items, can: { change: holds(ctx.actor, 'campaigns:manage') } }
}
