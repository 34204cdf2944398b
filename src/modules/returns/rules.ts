import type { Asked, Money, ReturnRow } from './contract.ts'

type Choice = Pick<Asked, 'costs' | 'basis'>

/** The metrics behind the columns of the table, by what is asked. */
export function metricsOf({ costs, basis }: Choice) {
  const media = costs === 'media' ? 'media_' : ''
  const cohort = basis === 'spend' ? 'cohort_' : ''
  return {
    cost: `${media}cost`,
    leads: 'leads',
    opportunities: cohort ? 'lead_opportunities' : 'opportunities',
    sales: cohort ? 'lead_sales' : 'won',
    wonValue: cohort ? 'lead_won_value' : 'won_value',
    costPerOpportunity: cohort ? `cohort_${media}cost_per_opportunity` : `${media}cost_per_opportunity`,
    costPerSale: cohort ? `cohort_${media}cost_per_sale` : `${media}cost_per_sale`,
    roi: `${cohort}${media ? 'romi' : 'roi'}`,
  }
}

export const basisWords = {
  conversion: 'By month of conversion: what was opened and won in the period, whenever the leads came.',
  spend:
    'By month of spend: what becomes of the people who became leads in the period, with what is still to come.',
}

/** Dimensions of which costs say nothing: they are shared among their values by leads. */
export const sharedBy = ['segment', 'region', 'product', 'country', 'industry']

/** What has to be said where costs say nothing of a dimension. */
export const sharedWords = (by: string): string =>
  `Costs say no ${by.replaceAll('_', ' ')}: each channel’s cost is shared by the leads that came through it in the period, of a channel without leads by all leads.`

/** Money for one; null without money, and where fewer than half of one is expected, which is a price of nothing. */
export const priceOf = (cost: Money | null, n: number): Money | null =>
  cost && n >= 0.5 ? { amount: Number((cost.amount / n).toFixed(4)), currency: cost.currency } : null

/** (Value − cost) ÷ cost; null without a cost, or in different currencies. */
export function gainOf(value: Money | null, cost: Money | null): number | null {
  if (!cost || !value || cost.amount === 0) return null
  if (value.amount !== 0 && value.currency !== cost.currency) return null
  return (value.amount - cost.amount) / cost.amount
}

const kinds = { cost: 'cost', opportunities: 'opportunities', sales: 'sales', wonValue: 'won value' } as const
const amount = (value: Money | number | null): number =>
  value === null ? 0 : typeof value === 'number' ? value : value.amount

/** Whether the rows add up to the total, in words that name the sums; a total that is n/a is no sum to judge. */
export function reconciled(rows: ReturnRow[], total: ReturnRow): { agrees: boolean; says: string } {
  const off = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((kind) => {
    if (total[kind] === null) return false
    const sum = rows.reduce((all, row) => all + amount(row[kind]), 0)
    // Each row is rounded to its cent.
    return Math.abs(sum - amount(total[kind])) > 0.01 * (rows.length + 1)
  })
  const money = (one: Money | null) => (one ? `${shown(one.amount)} ${one.currency}` : 'n/a')
  const sums = [
    `cost ${money(total.cost)}`,
    `won value ${money(total.wonValue)}`,
    `${shown(total.opportunities)} opportunities`,
    `${shown(total.sales)} sales`,
  ].join(', ')
  const many = rows.length === 1 ? 'One row makes up' : `${shown(rows.length)} rows add up to`
  if (off.length === 0) return { agrees: true, says: `${many} the total: ${sums}.` }
  return {
    agrees: false,
    says: `The rows do not add up to the total in ${off.map((kind) => kinds[kind]).join(' and ')}; total: ${sums}.`,
  }
}

const toldWhere = 'import an ad report or add a cost'
/** Of how many each price is. */
const priced = {
  costPerOpportunity: { of: 'opportunities', one: 'opportunity' },
  costPerSale: { of: 'sales', one: 'sale' },
} as const

type Undefined = 'cost' | 'wonValue' | 'roi' | keyof typeof priced

/** Why a figure of a row is n/a, and what to do about it. */
export function whyNotKnown(row: ReturnRow, name: Undefined): string {
  if (name === 'wonValue') return 'Amounts are in several currencies: set exchange rates in Costs.'
  if (row.cost === null) return `No cost is known for it: ${toldWhere}.`
  if (name === 'roi') return whyNoReturn(row)
  if (name === 'cost') return ''
  const { of, one } = priced[name]
  if (row.soFar) return `Less than half ${one === 'sale' ? 'a' : 'an'} ${one} is expected of it.`
  return row[of] < 0.5 ? `No ${one} came of it yet.` : `Its cost for one ${one} cannot be told.`
}

function whyNoReturn({ cost, wonValue }: ReturnRow): string {
  if (!wonValue) return 'Won value is in several currencies: set exchange rates in Costs.'
  if (wonValue.currency !== cost?.currency)
    return `Its cost is in ${cost?.currency} and its won value in ${wonValue.currency}: set a rate for ${wonValue.currency} in Costs.`
  return 'Its cost is 0.'
}

/** From this share of sales without a value on, the other rows cannot be judged by their return. */
const much = 0.2

/** What has to be said where many sales do not say which row they belong to; null where few do not. */
export function unsaidNote(by: string, rows: ReturnRow[]): string | null {
  const all = rows.reduce((sum, row) => sum + row.sales, 0)
  const unsaid = rows.filter((row) => row.value === null).reduce((sum, row) => sum + row.sales, 0)
  if (all === 0 || unsaid / all < much) return null
  const share = ((100 * unsaid) / all).toFixed(0)
  return `${share} % of sales say no ${by.replaceAll('_', ' ')}: what they brought stands in a row of its own, and the return of the others looks lower than it is.`
}

const shown = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })
