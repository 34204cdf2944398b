import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import type { Plan } from '../contract.ts'
import { verdictOf, whyNotPlan } from '../rules.ts'
import { type Known, knownOf, toPlanned } from './known.ts'
import type { StepRow } from './tables.ts'

export async function plan(ctx: Ctx, { id }: { id: string }): Promise<Plan> {
  const known = await knownOf(ctx, id)
  const { campaign, launchOn, today } = known
  const people = [...(await directory(ctx)).rows.values()].filter((one) => one.disabled_at === null)
  const canChange = holds(ctx.actor, 'campaigns:manage') && whyNotPlan(campaign.state) === null
  return {
    campaign: { id, name: campaign.name, state: campaign.state },
    launchOn,
    today,
    steps: await toPlanned(ctx, known.rows, known),
    ...verdictOf(known.steps, known),
    origin: await originOf(ctx, id),
    people: canChange ? people.map(({ id, name }) => ({ id, name })) : [],
    can: { change: canChange },
  }
}

async function originOf(ctx: Ctx, id: string): Promise<Plan['origin']> {
  const row = await ctx.db
    .selectFrom('templates_plans as plan')
    .innerJoin('templates_records as template', 'template.id', 'plan.template_id')
    .select([
      'template.id',
      'template.name',
      'plan.template_version as version',
      'template.version as newest',
    ])
    .where('plan.campaign_id', '=', id)
    .executeTakeFirst()
  return row && row.version !== null ? { ...row, version: row.version } : null
}

/** The step, and everything of its campaign, once its steps may be changed. */
export async function requireStep(ctx: Ctx, id: string): Promise<{ row: StepRow; known: Known }> {
  const row = await ctx.db.selectFrom('templates_steps').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This step')
  return { row, known: await knownOf(ctx, row.campaign_id) }
}

export function requireOpenPlan(known: Known): void {
  const objection = whyNotPlan(known.campaign.state)
  if (objection) throw conflict(objection)
}

type Started = { campaignId: string; launchOn: string; template?: { id: string; version: number } }

export const insertPlan = (ctx: Ctx, { campaignId, launchOn, template }: Started) =>
  ctx.insert('templates_plans', {
    campaign_id: campaignId,
    launch_on: launchOn,
    template_id: template?.id ?? null,
    template_version: template?.version ?? null,
  })

export function requireVersion(row: StepRow, version: number): void {
  if (row.version !== version)
    throw conflict(
      `Somebody changed “${row.name}” since you opened this page. Load it again and repeat your change.`,
    )
}
