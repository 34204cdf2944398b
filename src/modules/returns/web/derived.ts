import { figure } from '../../../ui/format/figure.ts'
import { count, percent } from '../../../ui/format/number.ts'
import type { Derived, ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { ReturnRow } from '../contract.ts'
import { amountOf, currencyOf, type Name, type Shown } from './columns.ts'
import type { Data, Tile } from './Economics.tsx'
import type { Asking } from './useReturn.ts'

/** What an expected figure is made of: seen so far, and still to come; the rows are those of what was seen. */
const expectedOf = (row: ReturnRow, column: Shown, currency: string): Derived => ({
  label: `${column.title}, expected in the end`,
  value: amountOf(row, column.name),
  currency: currencyOf(row, column.name),
  unit: column.unit,
  definition:
    'Of the people who became leads in the period: what came of them so far, and what older leads of the same age went on to do.',
  formula: formulas[column.name] ?? '',
  parts: expectedParts(row, currency),
  says: ['The rows are those seen so far; what is still to come has none.'],
})

const formulas: Partial<Record<Name, string>> = {
  opportunities: 'opportunities so far + Σ over open leads (F(∞) − F(age)) ÷ S(age)',
  sales: 'sales so far + Σ over open leads (F(∞) − F(age)) ÷ S(age)',
  wonValue: 'won value so far + sales to come × average won value',
  costPerOpportunity: 'cost ÷ expected opportunities',
  costPerSale: 'cost ÷ expected sales',
  roi: '(expected won value − cost) ÷ cost',
}

type Amount = { amount: number; currency: string } | null | undefined

function expectedParts(row: ReturnRow, currency: string): { name: string; value: string }[] {
  const { soFar } = row
  if (!soFar) return []
  const money = (one: Amount) => figure(one?.amount, 'money', one?.currency ?? currency)
  return [
    { name: 'Cost', value: money(row.cost) },
    { name: 'Leads', value: count(row.leads) },
    { name: 'Opportunities so far', value: count(soFar.opportunities) },
    { name: 'Opportunities expected', value: count(row.opportunities) },
    { name: 'Sales so far', value: count(soFar.sales) },
    { name: 'Sales expected', value: count(row.sales) },
    { name: 'Won value so far', value: money(soFar.wonValue) },
    { name: 'Won value expected', value: money(row.wonValue) },
    { name: 'Maturity', value: soFar.maturity === null ? 'n/a' : percent(soFar.maturity, 0) },
  ]
}

/** An estimate from assumptions: its parts, and the rows that its measured parts were counted from. */
export function estimateOf({ metric: _, ...tile }: Tile, data: Data, currency: string): Derived {
  const money = (one: Amount) => figure(one?.amount, 'money', one?.currency ?? currency)
  return {
    ...tile,
    definition:
      'Follows from the figures of the period and the stated assumptions; it is an estimate, not a measurement.',
    parts: [
      { name: 'Cost per new customer', value: money(data.acquisitionCost) },
      { name: 'Average won value', value: money(data.averageValue) },
      { name: 'Gross margin', value: percent(data.assumptions.grossMargin, 0) },
      { name: 'Margin a month', value: money(data.monthlyMargin) },
      { name: 'Lifetime value', value: money(data.lifetimeValue) },
      { name: 'Months the won value covers', value: String(data.assumptions.monthsOfValue) },
      { name: 'Lifetime in months', value: String(data.assumptions.lifetimeMonths) },
    ],
  }
}

const costMetric = ({ costs }: Asking): string => (costs === 'media' ? 'media_cost' : 'cost')

export type Explainable = { metric: string; asking: Asking; where: Asking['where'] }

/** What explains a figure of a row; one that holds what is still to come says both parts. */
export function requestOf(
  row: ReturnRow,
  column: Shown,
  { metric, asking, where }: Explainable,
  currency: string,
): ExplainRequest {
  const { from, to } = asking
  const isOfShares = row.shares.length > 0 && (column.name === 'cost' || overOf[column.name] !== undefined)
  return {
    metric: isOfShares ? costMetric(asking) : metric,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    where: isOfShares ? asking.where : where,
    ...(isOfShares ? { derived: sharedOf(row, column, currency) } : {}),
    ...(column.isExpected && row.soFar ? { derived: expectedOf(row, column, currency) } : {}),
  }
}

/** A figure that rests on cost that was shared by leads: the channels it came from; the rows are those of the cost. */
function sharedOf(row: ReturnRow, column: Shown, currency: string): Derived {
  const money = (one: Amount) => figure(one?.amount, 'money', one?.currency ?? currency)
  const largest = [...row.shares].sort((a, b) => b.cost.amount - a.cost.amount)
  return {
    label: `${column.title} of ${row.value ?? 'none said'}`,
    value: amountOf(row, column.name),
    currency: currencyOf(row, column.name),
    unit: column.unit,
    definition:
      'Costs say nothing of this dimension. Each channel’s cost is shared by the leads that came through it in the period, of a channel without leads by all leads.',
    formula: `Σ over channels (cost × leads here ÷ leads)${overOf[column.name] ?? ''}`,
    parts: [
      ...largest.map(({ channel, cost, leads, of }) => ({
        name: `${channel ?? 'No channel'}: ${count(leads)} of ${count(of)} leads`,
        value: money(cost),
      })),
      { name: 'Cost', value: money(row.cost) },
      { name: 'Opportunities', value: count(row.opportunities) },
      { name: 'Sales', value: count(row.sales) },
      { name: 'Won value', value: money(row.wonValue) },
    ],
    says: ['The rows are those of the whole cost, before it was shared.'],
  }
}

const overOf: Partial<Record<Name, string>> = {
  costPerOpportunity: ' ÷ opportunities',
  costPerSale: ' ÷ sales',
  roi: ', taken off won value and divided into what is left',
}
