import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Asked } from '../contract.ts'

/** Every row of some metrics by some dimensions, for the period and the conditions asked for. */
export const ask = (
  ctx: Ctx,
  { from, to, where }: Asked,
  metrics: string[],
  by: string[],
  currency: string,
) => {
  const query = { metrics, by, from, to, where, limit: Number.POSITIVE_INFINITY }
  return run(ctx.use(warehouse), ctx.use(catalogue), query as never, currency)
}
