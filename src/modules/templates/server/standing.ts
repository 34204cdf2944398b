import type { Ctx } from '../../../kernel/ctx.ts'
import type { Day } from '../../../methods/days.ts'
import type { FreeDays } from '../../../methods/working-days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { shiftsOf, timesOf, verdictOf } from '../rules.ts'
import { knownOf, toNamed } from './known.ts'

type First = { id: string; startsOn: Day }

/** How many steps each of these campaigns has, how many are done, and how many are too late: for modules above. */
export async function stepCounts(ctx: Ctx, campaigns: readonly First[]) {
  const ids = campaigns.map((one) => one.id)
  if (ids.length === 0) return new Map<string, { steps: number; done: number; late: number }>()
  const rows = await ctx.db
    .selectFrom('templates_steps')
    .selectAll()
    .where('campaign_id', 'in', ids)
    .orderBy('position')
    .execute()
  const free: FreeDays = new Set((await freeDaysOf(ctx)).keys())
  const today = await todayOf(ctx)
  return new Map(
    campaigns.map(({ id, startsOn }) => {
      const steps = rows.filter((row) => row.campaign_id === id).map(toNamed)
      const late = timesOf(steps, { launchOn: startsOn, today, free }).filter((one) => one.late > 0)
      const done = steps.filter((one) => one.isDone)
      return [id, { steps: steps.length, done: done.length, late: late.length }]
    }),
  )
}

/** Which steps could not be in time if a campaign had another first day and its steps moved with it. */
export async function stepsAt(ctx: Ctx, campaignId: string, firstDay: Day) {
  const { steps, free, today, launchOn } = await knownOf(ctx, campaignId)
  const moved = new Map(
    shiftsOf(steps, { from: launchOn, to: firstDay, free }).map((one) => [one.id, one.to]),
  )
  const there = steps.map((one) => ({ ...one, due: moved.get(one.id) ?? one.due }))
  const around = { launchOn: firstDay, today, free }
  const tooLate = timesOf(there, around)
    .filter((one) => one.late > 0)
    .map((one) => ({ ...one, step: there.find((step) => step.id === one.id)! }))
    .map(({ due, says, step }) => ({ name: step.name, ownerId: step.ownerId, due, says }))
  return { tooLate, lateBy: verdictOf(there, around).lateBy }
}
