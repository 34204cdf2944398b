import type { Ctx } from '../../../kernel/ctx.ts'
import { priceOf } from '../../share/server/index.ts'
import type { Price } from '../things.ts'
import { priceByPlan } from './pace.ts'
import type { Weight } from './ports.ts'

/** In points of the planned share of the next four weeks; where something is displaced or nothing is planned then, of all that is open. */
export async function priceByShare(ctx: Ctx, weight: Weight): Promise<Price> {
  const { minutes, isVision, displacesId } = weight
  if (!minutes || displacesId) return priceByPlan(ctx, weight)
  const { points, before, after, hours, words, restsOn } = await priceOf(ctx, { minutes, isVision })
  if (points === null) return priceByPlan(ctx, weight)
  return { points, before, after, hours, words, restsOn }
}
