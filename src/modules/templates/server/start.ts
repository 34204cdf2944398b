import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { addCampaign } from '../../campaigns/server/index.ts'
import { usableValues } from '../../fields/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { type Definition, type PlannedStep, templates } from '../contract.ts'
import { duesOf, timesOf, verdictOf, whyNotLaunch } from '../rules.ts'
import { asSteps, briefFrom } from './definition.ts'
import { insertPlan } from './plan.ts'
import { definitionOf, requireTemplate } from './templates.ts'

/** A template's steps, each with the day it is due before a first day. */
async function datedSteps(ctx: Ctx, { steps }: Definition, launchOn: Day) {
  const free = new Set((await freeDaysOf(ctx)).keys())
  const plain = asSteps(steps)
  const dues = duesOf(plain, launchOn, free)
  const dated = plain.map((one) => ({ ...one, due: dues.get(one.id) ?? launchOn, isDone: false }))
  return { dated, around: { launchOn, today: await todayOf(ctx), free } }
}

export async function preview(ctx: Ctx, { id, launchOn }: In<typeof templates.preview>) {
  const objection = whyNotLaunch(launchOn)
  if (objection) throw invalid(objection, [{ field: 'launchOn', message: objection }])
  const definition = await definitionOf(ctx, await requireTemplate(ctx, id))
  const { dated, around } = await datedSteps(ctx, definition, launchOn)
  const people = (await directory(ctx)).rows
  const times = timesOf(dated, around)
  const steps = definition.steps.map(
    (one, at): PlannedStep => ({
      ...times[at]!,
      ...{
        name: one.name,
        days: one.days,
        after: one.after,
        doneBy: null,
        doneAt: null,
        canFinish: false,
        version: 0,
      },
      owner: one.ownerId
        ? { id: one.ownerId, name: people.get(one.ownerId)?.name ?? 'Somebody who left' }
        : null,
    }),
  )
  steps.sort((a, b) => a.due.localeCompare(b.due))
  return { steps, ...verdictOf(dated, around) }
}

export async function start(ctx: Ctx, { id, version, ...said }: In<typeof templates.start>) {
  const row = await requireTemplate(ctx, id)
  if (row.retired_at) throw conflict(`${row.name} is retired: nothing is started from it any more.`)
  if (row.version !== version)
    throw conflict(
      'Somebody changed this template since you opened it. Load it again and look at the plan anew.',
    )
  const definition = await definitionOf(ctx, row)
  const { name, ownerId, launchOn, parentId } = said

  const parts = await usableParts(ctx, definition.level, definition.brief)
  const brief = briefFrom(parts, launchOn, definition.runs)
  const level = definition.level
  const campaign = await addCampaign(ctx, { name, ownerId, parentId, level, brief, planned: null })
  for (const one of definition.tactics)
    await addCampaign(ctx, {
      ...{ name: one.name, ownerId, parentId: campaign.id, level: 'tactic', planned: null },
      brief: briefFrom(await usableParts(ctx, 'tactic', one.brief), addDays(launchOn, one.begins), one.runs),
    })
  await insertPlan(ctx, { campaignId: campaign.id, launchOn, template: { id, version } })
  await insertSteps(ctx, definition, { campaignId: campaign.id, ownerId, launchOn })
  await ctx.record(templates.events.started, campaign.id, { name: row.name, campaign: name })

  return { id: campaign.id, name }
}

const usableParts = async (ctx: Ctx, level: string, parts: Definition['brief']) => ({
  ...parts,
  fields: await usableValues(ctx, level, parts.fields),
})

type Of = { campaignId: string; ownerId: string; launchOn: Day }

/** Steps belong to whom the template names, or to the campaign’s owner where they have left. */
async function insertSteps(ctx: Ctx, definition: Definition, { campaignId, ownerId, launchOn }: Of) {
  const { dated } = await datedSteps(ctx, definition, launchOn)
  const people = (await directory(ctx)).rows
  const ids = new Map(dated.map((one) => [one.id, ctx.id('stp')]))
  for (const [position, one] of dated.entries()) {
    const named = people.get(definition.steps[position]?.ownerId ?? '')
    await ctx.insert('templates_steps', {
      ...{ id: ids.get(one.id)!, campaign_id: campaignId, name: one.name, days: one.days },
      after: one.after.flatMap((id) => ids.get(id) ?? []),
      owner_id: named && named.disabled_at === null ? named.id : ownerId,
      due_on: one.due,
      ...{ position, done_by: null, done_at: null, version: 1 },
    })
  }
}
