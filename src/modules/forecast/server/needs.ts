import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/fiscal.ts'
import type { Need } from '../../identity/contract.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { readerOf } from './actions.ts'

const ahead = 7

/** One's own actions that are due within a week, or were. */
export async function needsOfForecast(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'metrics:read') || !ctx.actor.personId) return []
  const today = await todayOf(ctx)
  const rows = await ctx.db
    .selectFrom('forecast_actions')
    .selectAll()
    .where('owner_id', '=', ctx.actor.personId)
    .where('state', '=', 'open')
    .where('due_on', '<=', addDays(today, ahead))
    .orderBy('due_on')
    .limit(20)
    .execute()
  const toAction = await readerOf(ctx)
  return rows.map(toAction).map(({ says, metricTitle, dueOn, isOverdue }) => ({
    title: says,
    why: isOverdue ? `About ${metricTitle}; it was to be looked at again by now.` : `About ${metricTitle}.`,
    link: '/changes?tab=actions',
    due: dueOn,
  }))
}
