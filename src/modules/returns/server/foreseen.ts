import type { Ctx } from '../../../kernel/ctx.ts'
import { toMoney } from '../../../methods/money.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { currentStages, newestDay } from '../../pipeline/server/index.ts'
import type { Asked, Money, ReturnRow } from '../contract.ts'
import { gainOf, priceOf } from '../rules.ts'
import { type Expected, enough, outlooks } from './outlook.ts'

type Plain = { rows: ReturnRow[]; total: ReturnRow; groups: ReturnRow[] }
type Outlooks = { opportunity: Map<string | null, Expected>; won: Map<string | null, Expected> }
const enoughSales = 10

/** The same rows with what the period's leads will have come to in the end, and what has been seen of it so far. */
export async function foreseen(ctx: Ctx, asked: Asked, { rows, total, groups }: Plain) {
  const { stages } = await currentStages(ctx.db)
  const today = (await newestDay(ctx, stages)) ?? (await todayOf(ctx))
  const average = averageOf(total)
  const [own, grouped] = await Promise.all([
    outlooksBy(ctx, asked, today),
    outlooksBy(ctx, { ...asked, by: 'channel_group' }, today),
  ])
  const all = rows.map((row) => expectedRow(row, own, average))
  return {
    rows: all,
    total: totalOf(total, all, own.won),
    groups: groups.map((row) => expectedRow(row, grouped, average)),
    notes: [
      `Opportunities, sales and won value are what the leads of the period are expected to come to in the end, seen from ${today}: what older leads of the same age went on to do (Kaplan–Meier with other exits, Aalen–Johansen).`,
      `A row with ${enough} or more conversions learns from its own people, the others from everybody; other breakdowns may differ a little.`,
    ],
  }
}

async function outlooksBy(ctx: Ctx, asked: Asked, today: string): Promise<Outlooks> {
  const [opportunity, won] = await Promise.all([
    outlooks(ctx, asked, 'opportunity', today),
    outlooks(ctx, asked, 'won', today),
  ])
  return { opportunity, won }
}

const averageOf = ({ wonValue, sales }: ReturnRow): Money | null => priceOf(wonValue, sales)

/** Sales to come are worth what the row's sales were worth so far, or everybody's while they are few. */
function expectedRow(row: ReturnRow, seen: Outlooks, everybody: Money | null): ReturnRow {
  const won = seen.won.get(row.value)
  const opportunities = Math.max(row.opportunities, seen.opportunity.get(row.value)?.expected ?? 0)
  const toCome = Math.max(0, (won?.expected ?? 0) - (won?.soFar ?? 0))
  const average = row.sales >= enoughSales ? averageOf(row) : everybody
  const value =
    row.wonValue && average && (row.wonValue.amount === 0 || row.wonValue.currency === average.currency)
      ? toMoney(row.wonValue.amount + toCome * average.amount, average.currency)
      : row.wonValue
  return priced({
    ...row,
    opportunities,
    sales: row.sales + toCome,
    wonValue: value,
    soFar: {
      opportunities: row.opportunities,
      sales: row.sales,
      wonValue: row.wonValue,
      maturity: won?.maturity ?? null,
    },
  })
}

/** A cost that is not known (its price was n/a though something came of it) stays not known. */
function priced(row: ReturnRow): ReturnRow {
  const cost = row.cost?.amount ? row.cost : null
  return {
    ...row,
    costPerOpportunity: priceOf(cost, row.opportunities),
    costPerSale: priceOf(cost, row.sales),
    roi: gainOf(row.wonValue, cost),
  }
}

function totalOf(total: ReturnRow, rows: ReturnRow[], won: Map<string | null, Expected>): ReturnRow {
  const sum = (of: (row: ReturnRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const currency = rows.find((row) => row.wonValue?.amount)?.wonValue?.currency ?? total.wonValue?.currency
  const ripe = [...won.values()].filter((one) => one.maturity !== null)
  const entered = ripe.reduce((all, one) => all + one.entered, 0)
  const behind = ripe.reduce((all, one) => all + one.entered * (one.maturity ?? 0), 0)
  return priced({
    ...total,
    opportunities: sum((row) => row.opportunities),
    sales: sum((row) => row.sales),
    wonValue:
      total.wonValue && currency
        ? toMoney(
            sum((row) => row.wonValue?.amount ?? 0),
            currency,
          )
        : total.wonValue,
    soFar: {
      opportunities: total.opportunities,
      sales: total.sales,
      wonValue: total.wonValue,
      maturity: entered > 0 ? behind / entered : null,
    },
  })
}
