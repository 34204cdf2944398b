import { warehouse } from '../../../engine/port.ts'
import { catalogue, type Metric } from '../../../engine/query/catalogue.ts'
import type { Filter } from '../../../engine/query/query.ts'
import { run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { mainCurrency } from '../rules.ts'

export type Selection = { from?: string | undefined; to?: string | undefined; where: Filter[] }

export function requireMetric(ctx: Ctx, id: string): Metric {
  const metric = ctx.use(catalogue).metrics.get(id)
  if (!metric) throw missing(`The metric “${id}”`)
  return metric
}

export const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  value !== null && typeof value === 'object' && 'amount' in value

/** The bare number of an answer's cell; null where it is undefined. */
export const amountOf = (value: unknown): number | null =>
  typeof value === 'number' ? value : isMoney(value) ? value.amount : null

export type OneCurrency = {
  currency: string | null
  others: string[]
  /** The conditions asked for, narrowed to one currency where there are several. */
  where: Filter[]
  notices: string[]
}

/** Money is never added across currencies: a selection that holds several is narrowed to one, and says so. */
export async function inOneCurrency(
  ctx: Ctx,
  metric: Metric,
  selection: Selection,
  own: string,
): Promise<OneCurrency> {
  const { where } = selection
  if (metric.unit !== 'money') return { currency: null, others: [], where, notices: [] }
  if (!ctx.use(catalogue).dimensionsOf(metric).includes('currency'))
    return { currency: own, others: [], where, notices: [] }
  const amounts = await amountsByCurrency(ctx, metric, selection, own)
  const currency = mainCurrency(amounts, own)
  const others = [...amounts.keys()].filter((one) => one !== currency)
  if (others.length === 0) return { currency, others, where, notices: [] }
  return {
    currency,
    others,
    where: [...where, { dimension: 'currency', is: 'in', values: [currency] }],
    notices: othersWords(currency, others),
  }
}

/** What there is of a metric in each currency; none with nothing in it. */
export async function amountsByCurrency(
  ctx: Ctx,
  metric: Metric,
  selection: Selection,
  own: string,
): Promise<Map<string, number>> {
  const asked = { ...selection, metrics: [metric.id], by: ['currency'], limit: 1000 }
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), asked, own)
  return new Map(
    rows.flatMap((row) => {
      const amount = amountOf(row[metric.id] ?? null)
      return amount ? [[String(row.currency), amount] as const] : []
    }),
  )
}

/** Says that amounts in other currencies are not in it; nothing where there are none. */
export const othersWords = (currency: string, others: readonly string[]): string[] =>
  others.length === 0
    ? []
    : [
        `Only ${currency} is counted here; amounts in ${others.join(', ')} are asked for by the condition currency=${others[0]}.`,
      ]
