import type { Ctx } from '../../../kernel/ctx.ts'
import { today } from '../../budget/server/index.ts'
import { rateOn } from '../../costs/server/index.ts'
import { type Gain, gainOf } from '../rules.ts'
import type { Standing } from './reading.ts'

/** What lines gain and give on adoption at the rates of today, as budget is moved; `unrated` names what has no rate. */
export async function gainsIn(ctx: Ctx, { pairs, frame }: Pick<Standing, 'pairs' | 'frame'>) {
  const day = await today(ctx)
  const changes = pairs.map((pair) => ({ ...pair, minor: gainOf(pair, frame.state) }))
  const moving = changes.filter(({ minor }) => minor !== 0)
  const rates = new Map<string, string | null>()
  for (const { currency } of moving)
    if (!rates.has(currency)) rates.set(currency, await rateOn(ctx.db, currency, day))
  const gains = moving.flatMap(({ id, currency, minor }): Gain[] => {
    const rate = rates.get(currency)
    return rate ? [{ id, currency, rate: Number(rate), minor }] : []
  })
  return { gains, unrated: [...rates].filter(([, rate]) => !rate).map(([currency]) => currency) }
}
