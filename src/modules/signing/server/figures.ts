import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run, type Value } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { organisation } from '../../imports/server/index.ts'
import type { Figures } from '../rules.ts'
import type { AgreementRow } from './tables.ts'

type Terms = Pick<AgreementRow, 'from_on' | 'to_on' | 'model' | 'costs'>

const most = 1000
const amount = (value: Value | string | undefined): number | null =>
  typeof value === 'number' ? value : value && typeof value === 'object' ? value.amount : null

/** What the period comes to by the model and on the costs of an agreement, as the figures are now. */
export async function figuresOf(ctx: Ctx, { from_on, to_on, model, costs }: Terms): Promise<Figures> {
  const { currency } = await organisation(ctx.db)
  const ids = [
    `attributed_value_${model}`,
    `attributed_won_${model}`,
    costs === 'media' ? 'media_cost' : 'cost',
  ] as const
  const ask = async (by: string[]) => {
    const query = { metrics: [...ids], by, from: from_on, to: to_on, where: [], limit: most }
    return (await run(ctx.use(warehouse), ctx.use(catalogue), query, currency)).rows
  }
  const [[all], channels] = await Promise.all([ask([]), ask(['channel'])])
  return {
    currency,
    value: amount(all?.[ids[0]]),
    sales: amount(all?.[ids[1]]),
    cost: amount(all?.[ids[2]]),
    channels: channels.map((row) => ({
      channel: (row.channel as string | null) ?? null,
      value: amount(row[ids[0]]),
      cost: amount(row[ids[2]]),
    })),
  }
}
