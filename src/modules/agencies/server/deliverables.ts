import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { requireCampaign } from '../../campaigns/server/index.ts'
import { removeFilesOf } from '../../files/server/index.ts'
import { agencies } from '../contract.ts'
import { stateOf, whyNotDecide } from '../rules.ts'
import {
  deliveriesOf,
  givenTo,
  peopleOf,
  requireAgency,
  requireDeliverable,
  requireVersion,
} from './records.ts'
import { showDeliverable, toJudged } from './show.ts'
import type { DeliverableRow } from './tables.ts'

/** The deliverable with what every judgement about it needs. */
export async function requireAll(ctx: Ctx, id: string) {
  const row = await requireDeliverable(ctx, id)
  const agency = await requireAgency(ctx, row.agency_id)
  const deliveries = (await deliveriesOf(ctx, [id])).get(id) ?? []
  return { row, agency, deliveries, told: { what: row.what, agency: agency.name } }
}

/** Everybody of an agency, except who does it. */
async function tellAgency(
  ctx: Ctx,
  row: DeliverableRow,
  words: { title: string; why: string },
): Promise<void> {
  for (const id of await peopleOf(ctx, row.agency_id))
    if (id !== ctx.actor.personId) await notify(ctx, id, { ...words, link: '/campaigns/given' })
}

export async function addDeliverable(
  ctx: Ctx,
  { id, campaignId, ...said }: In<typeof agencies.addDeliverable>,
) {
  const agency = await requireAgency(ctx, id)
  const campaign = await requireCampaign(ctx, campaignId)
  if (!(await givenTo(ctx, id)).some((one) => one.campaign_id === campaignId))
    throw conflict(`${agency.name} was not given ${campaign.name}. Give it the campaign first.`)

  const row = await ctx.insert('agencies_deliverables', {
    ...{ id: ctx.id('adl'), agency_id: id, campaign_id: campaignId },
    ...{ what: said.what, note: said.note, due_on: said.dueOn, version: 1 },
    ...{ created_by: ctx.actor.name, created_at: ctx.now },
  })
  await ctx.record(agencies.events.deliverableAdded, id, { what: row.what, agency: agency.name })
  await tellAgency(ctx, row, {
    title: `${row.what} is due on ${row.due_on}`,
    why: `${ctx.actor.name} agreed on it for ${campaign.name}.`,
  })

  return showDeliverable(ctx, row)
}

export async function changeDeliverable(
  ctx: Ctx,
  { id, version, ...said }: In<typeof agencies.changeDeliverable>,
) {
  const { row, agency, deliveries } = await requireAll(ctx, id)
  requireVersion(row, row.what, version)
  if (stateOf(deliveries) === 'accepted')
    throw conflict(`${row.what} is accepted and stays as it was agreed. Open its verdict again first.`)

  await ctx.update('agencies_deliverables', id, {
    ...{ what: said.what, note: said.note, due_on: said.dueOn, version: version + 1 },
  })
  await ctx.record(agencies.events.deliverableChanged, row.agency_id, {
    what: said.what,
    agency: agency.name,
  })
  if (said.dueOn !== row.due_on)
    await tellAgency(ctx, row, {
      title: `${said.what} is due on ${said.dueOn} instead of ${row.due_on}`,
      why: `${ctx.actor.name} changed it.`,
    })

  return showDeliverable(ctx, await requireDeliverable(ctx, id))
}

export async function removeDeliverable(ctx: Ctx, { id }: { id: string }) {
  const { row, deliveries, told } = await requireAll(ctx, id)
  if (deliveries.length > 0)
    throw conflict(`${row.what} was delivered once and stays to be read. Change it instead.`)

  await ctx.delete('agencies_deliverables', id)
  await ctx.record(agencies.events.deliverableRemoved, row.agency_id, told)
  await removeFilesOf(ctx, { kind: 'deliverable', ids: [id], what: 'deliverable' })

  return {}
}

type Verdict = { id: string; version: number }

async function requireDecision(ctx: Ctx, { id, version }: Verdict) {
  const all = await requireAll(ctx, id)
  requireVersion(all.row, all.row.what, version)
  const objection = whyNotDecide(all.row.what, all.deliveries.map(toJudged), ctx.actor.personId)
  if (objection) throw conflict(objection)
  await ctx.update('agencies_deliverables', id, { version: version + 1 })
  return { ...all, last: all.deliveries[0]! }
}

export async function accept(ctx: Ctx, asked: Verdict) {
  const { row, last, told } = await requireDecision(ctx, asked)

  await ctx.update('agencies_deliveries', last.id, {
    ...{ verdict: 'accepted', decided_by: ctx.actor.name, decided_at: ctx.now },
  })
  await ctx.record(agencies.events.accepted, row.agency_id, told)
  await tellAgency(ctx, row, { title: `Accepted: ${row.what}`, why: `${ctx.actor.name} accepted it.` })

  return showDeliverable(ctx, await requireDeliverable(ctx, row.id))
}

export async function sendBack(ctx: Ctx, { reason, ...asked }: In<typeof agencies.sendBack>) {
  const { row, last, told } = await requireDecision(ctx, asked)

  await ctx.update('agencies_deliveries', last.id, {
    ...{ verdict: 'sent-back', reason, decided_by: ctx.actor.name, decided_at: ctx.now },
  })
  await ctx.record(agencies.events.sentBack, row.agency_id, { ...told, reason })
  await tellAgency(ctx, row, { title: `Sent back: ${row.what}`, why: `${ctx.actor.name}: ${reason}` })

  return showDeliverable(ctx, await requireDeliverable(ctx, row.id))
}

export async function reopen(ctx: Ctx, { id, version }: Verdict) {
  const { row, deliveries, told } = await requireAll(ctx, id)
  requireVersion(row, row.what, version)
  const [last] = deliveries
  if (!last || last.verdict === 'waiting') throw conflict(`Nobody has decided on ${row.what} yet.`)

  await ctx.update('agencies_deliverables', id, { version: version + 1 })
  await ctx.update('agencies_deliveries', last.id, {
    ...{ verdict: 'waiting', reason: '', decided_by: null, decided_at: null },
  })
  await ctx.record(agencies.events.verdictTaken, row.agency_id, told)
  await tellAgency(ctx, row, {
    title: `${row.what} waits for acceptance again`,
    why: `${ctx.actor.name} took the verdict back.`,
  })

  return showDeliverable(ctx, await requireDeliverable(ctx, id))
}
