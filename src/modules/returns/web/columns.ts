import type { Unit } from '../../../ui/format/figure.ts'
import type { ReturnRow } from '../contract.ts'
import { whyNotKnown } from '../rules.ts'

export type Name =
  | 'cost'
  | 'opportunities'
  | 'costPerOpportunity'
  | 'sales'
  | 'costPerSale'
  | 'wonValue'
  | 'roi'
export type Shown = { name: Name; title: string; unit: Unit; isExpected: boolean }

/** The figures of a row, in the order of the table; `isExpected` ones hold what is still to come, by month of spend. */
export const shown: Shown[] = [
  {
    name: 'cost',
    title: 'Cost',
    unit: 'money',
    isExpected: false,
  },
  { name: 'opportunities', title: 'Opportunities', unit: 'count', isExpected: true },
  {
    name: 'costPerOpportunity',
    title: 'Per opportunity',
    unit: 'money',
    isExpected: true,
  },
  { name: 'sales', title: 'Sales', unit: 'count', isExpected: true },
  {
    name: 'costPerSale',
    title: 'Per sale',
    unit: 'money',
    isExpected: true,
  },
  {
    name: 'wonValue',
    title: 'Won value',
    unit: 'money',
    isExpected: true,
  },
  {
    name: 'roi',
    title: 'ROI',
    unit: 'ratio',
    isExpected: true,
  },
]

export function amountOf(row: ReturnRow, name: Name): number | null {
  const value = row[name]
  return value && typeof value === 'object' ? value.amount : value
}

export function currencyOf(row: ReturnRow, name: Name): string | undefined {
  const value = row[name]
  return value && typeof value === 'object' ? value.currency : undefined
}

/** Why a figure is n/a; counts never are. */
export const reasonOf = (row: ReturnRow, name: Name): string | undefined =>
  name === 'opportunities' || name === 'sales' ? undefined : whyNotKnown(row, name)

export const nameOf = (row: ReturnRow): string => row.value ?? 'none said'

/** A row's own condition on top of the page's. */
export const whereOf = (by: string, row: ReturnRow) => ({
  dimension: by,
  is: 'exactly' as const,
  values: [row.value],
})

/** How many times its cost a row brought back. */
export const broughtBack = (row: ReturnRow): string =>
  ((row.roi ?? 0) + 1).toLocaleString('en', { maximumFractionDigits: 1 })

/** The finding of the points: how many lie below the line on which value and cost are equal. */
export function pointsFinding(rows: ReturnRow[], title: string): string {
  const below = rows.filter((row) => (row.wonValue?.amount ?? 0) < (row.cost?.amount ?? 0)).length
  const all = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'} by ${title.toLowerCase()}`
  if (rows.length === 0) return 'What was spent and what came back'
  if (below === 0) return `Of ${all} each brings back its cost`
  return `${below} of ${all} ${below === 1 ? 'brings' : 'bring'} back less than ${below === 1 ? 'its' : 'their'} cost`
}

/** The finding of the chart: what brings back most and least of what it costs, of what costs enough to matter. */
export function finding(rows: ReturnRow[], total: ReturnRow): string {
  const floor = (total.cost?.amount ?? 0) * 0.03
  const judged = rows
    .filter((row) => row.roi !== null && row.value !== null && (row.cost?.amount ?? 0) >= floor)
    .sort((a, b) => (b.roi ?? 0) - (a.roi ?? 0))
  const [best] = judged
  const worst = judged.at(-1)
  if (!best || !worst || best.roi === -1) return 'What was spent and what came back'
  if (best === worst) return `${nameOf(best)} brings back ${broughtBack(best)} × its cost`
  return `${nameOf(best)} brings back ${broughtBack(best)} × its cost, ${nameOf(worst)} ${broughtBack(worst)} ×`
}
