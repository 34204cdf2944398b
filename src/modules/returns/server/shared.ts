import { catalogue } from '../../../engine/query/catalogue.ts'
import type { AnswerRow } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { minorDigits, toMoney } from '../../../methods/money.ts'
import type { Asked, Money, ReturnRow } from '../contract.ts'
import { sharedCosts } from '../rules/shared.ts'
import { gainOf, metricsOf, priceOf, sharedBy } from '../rules.ts'
import { ask } from './ask.ts'

/** Whether costs say nothing of what is asked by, so that they are shared by leads. */
export function isShared(ctx: Ctx, asked: Asked): boolean {
  const known = ctx.use(catalogue)
  const dimensions = known.dimensionsOf(known.metrics.get(metricsOf(asked).cost)!)
  return !dimensions.includes(asked.by) && sharedBy.includes(asked.by)
}

/** The rows with their part of the cost, and a row for values that cost and brought nothing else. */
export async function withSharedCosts(
  ctx: Ctx,
  asked: Asked,
  rows: ReturnRow[],
  currency: string,
): Promise<ReturnRow[]> {
  const [costs, leads] = await Promise.all([
    ask(ctx, asked, [metricsOf(asked).cost], ['channel'], currency),
    ask(ctx, asked, ['leads'], ['channel', asked.by], currency),
  ])
  const unit = 10 ** minorDigits(currency)
  const shares = sharedCosts(
    costs.rows.map((row) => ({
      channel: textOf(row.channel),
      minor: Math.round(((row[metricsOf(asked).cost] as Money | null)?.amount ?? 0) * unit),
    })),
    leads.rows.map((row) => ({
      channel: textOf(row.channel),
      value: textOf(row[asked.by]),
      leads: (row.leads as number | null) ?? 0,
    })),
  )
  const known = new Set(rows.map((row) => row.value))
  const others = [...shares.keys()].filter((value) => !known.has(value)).map(blank)
  return [...rows, ...others].map((row) => {
    const share = shares.get(row.value)
    const cost = share && share.minor !== 0 ? toMoney(share.minor / unit, currency) : null
    return {
      ...row,
      cost,
      costPerOpportunity: priceOf(cost, row.opportunities),
      costPerSale: priceOf(cost, row.sales),
      roi: gainOf(row.wonValue, cost),
      shares: (share?.parts ?? []).map(({ channel, minor, leads: own, of }) => ({
        ...{ channel, leads: own, of },
        cost: toMoney(minor / unit, currency),
      })),
    }
  })
}

const blank = (value: string | null): ReturnRow => ({
  ...{ value, cost: null, leads: 0, opportunities: 0, sales: 0, wonValue: null },
  ...{ costPerOpportunity: null, costPerSale: null, roi: null, soFar: null, shares: [] },
})

const textOf = (value: AnswerRow[string] | undefined): string | null => (value ?? null) as string | null
