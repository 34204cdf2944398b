import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { requireCampaign, seesCost } from '../../campaigns/server/index.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { type BackUp, contingencies } from '../contract.ts'
import { whyNotRehearsed, whyNotTrigger } from '../rules.ts'
import { activationsOf, costOf, requirePlan, toBackUp } from './show.ts'

type Said = Omit<In<typeof contingencies.add>, 'id' | 'cost'>
type Cost = BackUp['cost']

async function requireSaid(ctx: Ctx, said: Said): Promise<void> {
  const objection = whyNotTrigger(said)
  if (objection) throw invalid(objection)
  if (said.metric && !ctx.use(catalogue).metrics.get(said.metric))
    throw invalid(
      `The catalogue has no metric “${said.metric}”. Choose one of those the page of metrics lists.`,
    )
  if (said.ownerId) await requirePerson(ctx, said.ownerId)
}

/** Who may not see costs may not set them either: what they leave out stays. */
function requireCost(ctx: Ctx, said: Cost | undefined, before: Cost): Cost {
  if (said === undefined) return before
  if (!seesCost(ctx)) throw forbidden('Saying what a back-up plan costs needs the right costs:read.')
  const objection = said && whyNotCurrency(said.currency)
  if (objection) throw invalid(objection)
  return said
}

const toRow = ({ name, trigger, metric, below, byOn, planB, activation, ownerId, rehearseEvery }: Said) => ({
  ...{ name, trigger, metric, below, by_on: byOn, plan_b: planB, activation },
  ...{ owner_id: ownerId, rehearse_every: rehearseEvery },
})
const toCost = (cost: Cost) => ({ cost_minor: cost?.minor ?? null, cost_currency: cost?.currency ?? null })
const unchecked = { checked_at: null, checked_known: null, met_at: null }

export async function add(ctx: Ctx, { id, cost, ...said }: In<typeof contingencies.add>) {
  const campaign = await requireCampaign(ctx, id)
  if (campaign.state === 'stopped') throw conflict(`${campaign.name} was stopped and needs no back-up plan.`)
  await requireSaid(ctx, said)

  const row = await ctx.insert('contingencies_plans', {
    ...{ id: ctx.id('bup'), campaign_id: id, ...toRow(said), ...toCost(requireCost(ctx, cost, null)) },
    ...{ ...unchecked, version: 1, created_by: ctx.actor.name, created_at: ctx.now },
  })
  await ctx.record(contingencies.events.added, id, { name: said.name, campaign: campaign.name })

  return toBackUp(ctx, row)
}

export async function change(ctx: Ctx, { id, version, cost, ...said }: In<typeof contingencies.change>) {
  const row = await requirePlan(ctx, id)
  if (row.version !== version)
    throw conflict(
      'Somebody changed this back-up plan since you opened it. Load it again and repeat your change.',
    )
  await requireSaid(ctx, said)
  const campaign = await requireCampaign(ctx, row.campaign_id)
  const named = { name: said.name, campaign: campaign.name }
  const before = costOf(row)
  const after = requireCost(ctx, cost, before)

  if (before?.minor !== after?.minor || before?.currency !== after?.currency) {
    await ctx.update('contingencies_plans', id, toCost(after))
    await ctx.record(contingencies.events.costSet, campaign.id, named)
  }
  const isOther = row.metric !== said.metric || row.below !== said.below || row.by_on !== said.byOn
  const again = isOther ? unchecked : {}
  await ctx.update('contingencies_plans', id, { ...toRow(said), ...again, version: version + 1 })
  await ctx.record(contingencies.events.changed, campaign.id, named)

  return toBackUp(ctx, await requirePlan(ctx, id))
}

/** The plan with the names its events tell. */
async function requireNamed(ctx: Ctx, id: string) {
  const row = await requirePlan(ctx, id)
  const campaign = await requireCampaign(ctx, row.campaign_id)
  return { row, campaign, named: { name: row.name, campaign: campaign.name } }
}

export async function remove(ctx: Ctx, { id }: { id: string }) {
  const { campaign, named } = await requireNamed(ctx, id)
  if ((await activationsOf(ctx, [id])).length > 0)
    throw conflict('It was activated and stays to be read. Change it instead.')

  await ctx.delete('contingencies_rehearsals', { plan_id: id })
  await ctx.delete('contingencies_plans', id)
  await ctx.record(contingencies.events.removed, campaign.id, named)

  return {}
}

export async function rehearse(ctx: Ctx, { id, on, note }: In<typeof contingencies.rehearse>) {
  const { row, campaign, named } = await requireNamed(ctx, id)
  const objection = whyNotRehearsed(on, await todayOf(ctx))
  if (objection) throw invalid(objection)

  await ctx.insert('contingencies_rehearsals', {
    ...{ id: ctx.id('reh'), plan_id: id, rehearsed_on: on, note },
    ...{ said_by: ctx.actor.name, said_at: ctx.now },
  })
  await ctx.record(contingencies.events.rehearsed, campaign.id, named)

  return toBackUp(ctx, row)
}

export async function activate(ctx: Ctx, { id, reason }: In<typeof contingencies.activate>) {
  const { row, campaign, named } = await requireNamed(ctx, id)
  if ((await activationsOf(ctx, [id])).some((one) => one.ended_at === null))
    throw conflict('It is activated already.')

  await ctx.insert('contingencies_activations', {
    ...{ id: ctx.id('act'), plan_id: id, reason, activated_by: ctx.actor.name, activated_at: ctx.now },
    ...{ ended_by: null, ended_at: null, end_reason: null },
  })
  await ctx.record(contingencies.events.activated, campaign.id, { ...named, reason })

  return toBackUp(ctx, row)
}

export async function end(ctx: Ctx, { id, reason }: In<typeof contingencies.end>) {
  const { row, campaign, named } = await requireNamed(ctx, id)
  const open = (await activationsOf(ctx, [id])).find((one) => one.ended_at === null)
  if (!open) throw conflict('It is not activated: there is nothing to take back.')

  await ctx.update('contingencies_activations', open.id, {
    ...{ ended_by: ctx.actor.name, ended_at: ctx.now, end_reason: reason },
  })
  await ctx.record(contingencies.events.ended, campaign.id, { ...named, reason })

  return toBackUp(ctx, row)
}
