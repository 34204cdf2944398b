import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayNumber } from '../../../methods/days.ts'
import type { Need } from '../../identity/contract.ts'
import { figureOf } from '../rules.ts'
import { periodOf } from './show.ts'
import { targets } from './target.ts'
import { workedIn } from './worked.ts'

/** One line on Home for whoever sets the target, for as long as the last whole weeks miss it beyond chance. */
export async function needsOfShare(ctx: Ctx): Promise<Need[]> {
  if (!ctx.actor.personId || !holds(ctx.actor, 'share:manage')) return []
  const { from, to } = await periodOf(ctx)
  const { percent } = (await targets.current(ctx.db)).target
  const { alarm } = figureOf(await workedIn(ctx, from, to), { seed: dayNumber(from), percent })
  return alarm ? [{ title: 'The vision share is under its target', why: alarm, link: '/vision-share' }] : []
}
