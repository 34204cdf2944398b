import type { Cell } from '../../../engine/csv.ts'
import type { Table } from '../../../ui/format/save.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { nameOf } from './finding.ts'

export type Reconciled = {
  credited: number
  unattributed: number
  sales: number
  salesUnattributed: number
  /** Whether the rows add up to the revenue and the number of sales. */
  isEven: boolean
}

const sum = (rows: ReportRow[], value: (row: ReportRow) => number): number =>
  rows.reduce((total, row) => total + value(row), 0)

/** Adds the rows up again, as they are shown, and holds them against the revenue of all won opportunities. */
export function reconciled({ rows, reconciliation }: Report, model: ModelId): Reconciled {
  const [touched, alone] = [
    rows.filter((row) => !row.isUnattributed),
    rows.filter((row) => row.isUnattributed),
  ]
  const [credited, unattributed] = [touched, alone].map((part) => sum(part, (row) => row.credit[model])) as [
    number,
    number,
  ]
  const [sales, salesUnattributed] = [touched, alone].map((part) => sum(part, (row) => row.sales[model])) as [
    number,
    number,
  ]
  const isEven =
    Math.abs(credited + unattributed - (reconciliation.revenue ?? 0)) < 0.005 &&
    Math.abs(sales + salesUnattributed - (reconciliation.sales ?? 0)) < 0.001
  return { credited, unattributed, sales, salesUnattributed, isEven }
}

/** The whole report for a spreadsheet: every model, both ends, and the sales nobody’s touch led to. */
export function reportTable({ rows, models, by, reconciliation }: Report): Table {
  const heading = [
    ...[by, 'is_unattributed', 'currency', 'lowest_share', 'highest_share', 'low95', 'high95'],
    ...['best_rank', 'worst_rank', 'is_thin'],
    ...models.flatMap(({ id }) => [`value_${id}`, `sales_${id}`, `share_${id}`]),
  ]
  const line = (row: ReportRow): Cell[] => [
    nameOf(row, by),
    row.isUnattributed,
    reconciliation.currency,
    row.lowest,
    row.highest,
    row.interval?.lower,
    row.interval?.upper,
    row.ranks?.[0],
    row.ranks?.[1],
    row.isThin,
    ...models.flatMap(({ id }) => [row.credit[id], row.sales[id], row.share?.[id]]),
  ]
  return { heading, rows: rows.map(line) }
}
