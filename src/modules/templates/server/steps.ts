import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { templates } from '../contract.ts'
import { duesOf, whyNotDue, whyNotSteps } from '../rules.ts'
import { knownOf, planOf } from './known.ts'
import { applyMove } from './moves.ts'
import { insertPlan, plan, requireOpenPlan, requireStep, requireVersion } from './plan.ts'

export async function addStep(ctx: Ctx, { id, due, ...said }: In<typeof templates.addStep>) {
  const known = await knownOf(ctx, id)
  requireOpenPlan(known)
  if (said.ownerId) await requirePerson(ctx, said.ownerId)
  const stepId = ctx.id('stp')
  const all = [...known.steps, { ...said, id: stepId }]
  const objection = whyNotSteps(all) ?? (due ? whyNotDue(due, known.named) : null)
  if (objection) throw invalid(objection)

  if (!(await planOf(ctx, id))) await insertPlan(ctx, { campaignId: id, launchOn: known.launchOn })
  await ctx.insert('templates_steps', {
    ...{ id: stepId, campaign_id: id, name: said.name, days: said.days, after: said.after },
    owner_id: said.ownerId,
    due_on: due ?? duesOf(all, known.launchOn, known.free).get(stepId) ?? known.launchOn,
    position: known.rows.length,
    ...{ done_by: null, done_at: null, version: 1 },
  })
  await ctx.record(templates.events.stepAdded, id, { name: said.name, campaign: known.campaign.name })
  await applyMove(ctx, stepId)

  return plan(ctx, { id })
}

export async function changeStep(ctx: Ctx, { id, version, ...said }: In<typeof templates.changeStep>) {
  const { row, known } = await requireStep(ctx, id)
  requireOpenPlan(known)
  requireVersion(row, version)
  if (said.ownerId && said.ownerId !== row.owner_id) await requirePerson(ctx, said.ownerId)
  const objection = whyNotSteps(known.steps.map((one) => (one.id === id ? { ...one, ...said } : one)))
  if (objection) throw invalid(objection)

  await ctx.update('templates_steps', id, {
    ...{ name: said.name, days: said.days, after: said.after, owner_id: said.ownerId, version: version + 1 },
  })
  await ctx.record(templates.events.stepChanged, row.campaign_id, {
    name: said.name,
    campaign: known.campaign.name,
  })
  await applyMove(ctx, id)

  return plan(ctx, { id: row.campaign_id })
}

export async function removeStep(ctx: Ctx, { id }: { id: string }) {
  const { row, known } = await requireStep(ctx, id)
  requireOpenPlan(known)

  for (const one of known.rows.filter((other) => other.after.includes(id))) {
    const after = [...new Set([...one.after.filter((step) => step !== id), ...row.after])]
    await ctx.update('templates_steps', one.id, { after, version: one.version + 1 })
  }
  await ctx.delete('templates_steps', id)
  await ctx.record(templates.events.stepRemoved, row.campaign_id, {
    name: row.name,
    campaign: known.campaign.name,
  })

  return plan(ctx, { id: row.campaign_id })
}
