import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn, daysBetween } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { hoursByTarget } from '../../positions/server/index.ts'
import { visionInForce } from '../../strategy/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import type { Figures, Response } from '../contract.ts'
import { distanceOf, type Part, untracedMinutes, untracedRate } from '../rules.ts'
import { responsesOf } from './responses.ts'
import { spendOf } from './spend.ts'

async function hoursIn(ctx: Ctx, today: string) {
  const { label, capacity, given } = await hoursByTarget(ctx, today)
  const leadsUp = await reaching(ctx, given)
  const sum = (all: readonly { minutes: number }[]) => all.reduce((minutes, one) => minutes + one.minutes, 0)
  const [promised, traced] = [sum(given), sum(given.filter(leadsUp))]
  const { total, untraced } = untracedMinutes(capacity, promised, traced)
  return { label, capacity, given: promised, traced, untraced, total, rate: untracedRate(untraced, total) }
}

/** The rate of records that rest on an older version, of all kinds together. */
const oldRateOf = (responses: readonly Response[]): number | null =>
  untracedRate(
    responses.reduce((sum, one) => sum + one.old, 0),
    responses.reduce((sum, one) => sum + one.all, 0),
  )

/** Everything that drift is told by, whoever asks; what of it they may read is for those who tell it. */
export async function measure(ctx: Ctx) {
  const { zone } = await organisation(ctx.db)
  const today = dayIn(zone, ctx.now)
  const dayOf = (at: Date) => dayIn(zone, at)
  const vision = await visionInForce(ctx)
  const [spend, hours] = [await spendOf(ctx), await hoursIn(ctx, today)]
  const responses = vision ? await responsesOf(ctx, vision) : []
  const old = oldRateOf(responses)
  const spent = spend.actual.rate ?? spend.plan.rate
  const parts: Part[] = [
    { name: spend.actual.rate === null ? 'Planned spend' : 'Actual spend', rate: spent },
    { name: 'Hours', rate: hours.rate },
    { name: 'What runs', rate: old },
  ]
  const distance = distanceOf(parts)
  const figures: Figures = {
    ...{ distance, hours: hours.rate, old },
    ...{ plan: spend.plan.rate, committed: spend.committed.rate, actual: spend.actual.rate },
  }
  const daysSince = vision ? daysBetween(dayOf(vision.savedAt), today) : null
  return { today, dayOf, vision, daysSince, spend, hours, responses, parts, distance, figures }
}
