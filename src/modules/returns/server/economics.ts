import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { toMoney } from '../../../methods/money.ts'
import { currentAssumptions } from '../../costs/server/index.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { Money, returns } from '../contract.ts'

/** What a customer costs to win and brings over a lifetime, from the stated assumptions. */
export async function economics(ctx: Ctx, { costs, ...selection }: In<typeof returns.economics>) {
  await freshen(ctx)
  const { currency } = await organisation(ctx.db)
  const assumptions = await currentAssumptions(ctx.db)
  const price = costs === 'media' ? 'media_cost_per_customer' : 'cost_per_customer'
  const query = { ...selection, metrics: [price, 'new_customers', 'average_won_value'], by: [], limit: 1 }
  const { rows, notes } = await run(ctx.use(warehouse), ctx.use(catalogue), query as never, currency)

  const cost = rows[0]?.[price] as Money | null
  const average = rows[0]?.average_won_value as Money | null
  const margin = monthly(average, assumptions)
  const lifetime = margin && toMoney(margin.amount * assumptions.lifetimeMonths, margin.currency)
  const isComparable = cost && margin && cost.currency === margin.currency && cost.amount > 0
  return {
    newCustomers: rows[0]?.new_customers as number,
    acquisitionCost: cost,
    averageValue: average,
    monthlyMargin: margin && toMoney(margin.amount, margin.currency),
    lifetimeValue: lifetime,
    lifetimeToCost: isComparable && lifetime ? lifetime.amount / cost.amount : null,
    paybackMonths: isComparable && margin.amount > 0 ? cost.amount / margin.amount : null,
    assumptions,
    notes: [...notes, ...assumedNote(assumptions.changedBy)],
  }
}

/** What is left of a sale's value in each month it covers. */
function monthly(
  average: Money | null,
  { grossMargin, monthsOfValue }: { grossMargin: number; monthsOfValue: number },
): Money | null {
  return average && { amount: (average.amount * grossMargin) / monthsOfValue, currency: average.currency }
}

const assumedNote = (changedBy: string | null): string[] =>
  changedBy ? [] : ['Nobody has stated gross margin and lifetime yet; usual ones are taken.']
