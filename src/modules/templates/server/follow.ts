import type { Ctx } from '../../../kernel/ctx.ts'
import type { Happened } from '../../../kernel/module.ts'
import { addWorkingDays } from '../../../methods/working-days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { type ChangeImpact, requireCampaign } from '../../campaigns/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { templates } from '../contract.ts'
import { lastDayBefore, shiftLines, shiftsOf } from '../rules.ts'
import { knownOf, planOf } from './known.ts'
import { putInPlace } from './moves.ts'
import { insertPlan } from './plan.ts'

/** A campaign’s first day is another: its open steps move by as many working days. */
export async function followLaunch(ctx: Ctx, { subject }: Happened<unknown>): Promise<void> {
  const kept = await planOf(ctx, subject)
  if (!kept) return
  const { campaign, rows, steps, free, launchOn } = await knownOf(ctx, subject)
  if (kept.launch_on === launchOn) return

  await putInPlace(ctx, rows, shiftsOf(steps, { from: kept.launch_on, to: launchOn, free }))
  await ctx.update('templates_plans', { campaign_id: subject }, { launch_on: launchOn })
  await ctx.record(templates.events.stepsFollowed, subject, { campaign: campaign.name })
}

/** What a change of the first day does to the steps, as lines of the request. */
export const stepImpact: ChangeImpact = async (ctx, { campaignId, before, after }) => {
  if (before.startsOn === after.startsOn || !(await planOf(ctx, campaignId))) return []
  const { steps, free, today } = await knownOf(ctx, campaignId)
  return shiftLines(shiftsOf(steps, { from: before.startsOn, to: after.startsOn, free }), today)
}

/** A campaign was cloned: its steps come along, open again, as far before the new first day. */
export async function followClone(
  ctx: Ctx,
  { subject, payload }: Happened<{ fromId: string }>,
): Promise<void> {
  const kept = await planOf(ctx, payload.fromId)
  if (!kept) return
  const from = await knownOf(ctx, payload.fromId)
  const { launchOn, free } = await knownOf(ctx, subject)
  const template =
    kept.template_id !== null && kept.template_version !== null
      ? { template: { id: kept.template_id, version: kept.template_version } }
      : {}
  const moved = shiftsOf(
    from.steps.map((one) => ({ ...one, isDone: false })),
    { from: from.launchOn, to: launchOn, free },
  )
  const ids = new Map(from.rows.map((row) => [row.id, ctx.id('stp')]))

  await insertPlan(ctx, { campaignId: subject, launchOn, ...template })
  for (const row of from.rows)
    await ctx.insert('templates_steps', {
      ...row,
      id: ids.get(row.id)!,
      campaign_id: subject,
      after: row.after.flatMap((id) => ids.get(id) ?? []),
      due_on: moved.find((one) => one.id === row.id)?.to ?? addWorkingDays(row.due_on, 0, free),
      ...{ done_by: null, done_at: null, version: 1 },
    })
}

const soon = 3

/** A person's open steps that are late, or due within three working days. */
export async function needsOfSteps(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  const today = await todayOf(ctx)
  const free = new Set((await freeDaysOf(ctx)).keys())
  const rows = await ctx.db
    .selectFrom('templates_steps')
    .selectAll()
    .where('owner_id', '=', personId)
    .where('done_at', 'is', null)
    .where('due_on', '<=', addWorkingDays(today, soon, free))
    .orderBy('due_on')
    .limit(50)
    .execute()
  const campaigns = new Map<string, Awaited<ReturnType<typeof requireCampaign>>>()
  for (const id of new Set(rows.map((row) => row.campaign_id)))
    campaigns.set(id, await requireCampaign(ctx, id))
  return rows.flatMap((row) => {
    const campaign = campaigns.get(row.campaign_id)!
    if (campaign.state === 'stopped') return []
    const last = lastDayBefore(campaign.brief.startsOn, free)
    return {
      title: `${row.due_on < today ? 'Late: ' : ''}${row.name}`,
      why: `A step of ${campaign.name}, due ${row.due_on}; everything is to be done by ${last}.`,
      link: `/campaigns/${campaign.id}?tab=steps`,
      due: row.due_on,
    }
  })
}
