import type { Ctx } from '../../../kernel/ctx.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { flagsOf } from '../rules.ts'

/** How many back-up plans each of these campaigns has, and how many were rehearsed lately enough: for modules above. */
export async function coverOf(ctx: Ctx, ids: readonly string[]) {
  const cover = new Map(ids.map((id) => [id, { backUps: 0, rehearsed: 0 }]))
  if (ids.length === 0) return cover
  const plans = await ctx.db
    .selectFrom('contingencies_plans as plan')
    .leftJoin('contingencies_rehearsals as rehearsal', 'rehearsal.plan_id', 'plan.id')
    .select(({ fn }) => [
      'plan.campaign_id',
      'plan.rehearse_every',
      fn.max('rehearsal.rehearsed_on').as('rehearsed_on'),
    ])
    .where('plan.campaign_id', 'in', [...ids])
    .groupBy(['plan.id', 'plan.campaign_id', 'plan.rehearse_every'])
    .execute()
  const today = await todayOf(ctx)
  for (const plan of plans) {
    const one = cover.get(plan.campaign_id)!
    const judged = { ownerId: '', metAt: null, isActive: false, rehearseEvery: plan.rehearse_every }
    const flags = flagsOf({ ...judged, rehearsedOn: plan.rehearsed_on }, today)
    one.backUps += 1
    if (!flags.includes('unrehearsed') && !flags.includes('stale')) one.rehearsed += 1
  }
  return cover
}
