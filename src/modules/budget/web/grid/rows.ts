import { exchange } from '../../../../methods/money.ts'
import type { Line } from '../../contract.ts'

export const measures = ['forecast', 'plan', 'committed', 'actual', 'delivered'] as const
export type Measure = (typeof measures)[number]
export const measureTitles: Record<Measure, string> = {
  forecast: 'Forecast',
  plan: 'Plan',
  committed: 'Committed',
  actual: 'Actual',
  delivered: 'With accruals',
}

export const sums = ['plan', 'forecast', 'committed', 'actual', 'available'] as const
export type Sum = (typeof sums)[number]
export const sumTitles: Record<Sum, string> = { ...measureTitles, available: 'Available' }

/** The months of a measure and the sums of all of them. */
export type Cells = { months: number[]; sums: Record<Sum, number> }
export type LineRow = { kind: 'line'; id: string; line: Line; depth: number; cells: Cells }
export type GroupRow = { kind: 'group'; id: string; title: string; depth: number; cells: Cells }
export type GridRow = LineRow | GroupRow

const none = Array.from({ length: 12 }, () => 0)
const total = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0)

/** Invoices by month, with what was delivered and not invoiced. */
function monthsOf(line: Line, measure: Measure): number[] {
  if (measure !== 'delivered') return line[measure] ?? none
  const actual = line.actual ?? none
  return line.accrued ? actual.map((minor, at) => minor + line.accrued![at]!) : actual
}

function cellsOf(line: Line, measure: Measure): Cells {
  return {
    months: monthsOf(line, measure),
    sums: {
      plan: total(line.plan),
      forecast: total(line.forecast),
      committed: total(line.committed ?? none),
      actual: total(line.actual ?? none),
      available: line.available,
    },
  }
}

const empty = (): Cells => ({
  months: [...none],
  sums: { plan: 0, forecast: 0, committed: 0, actual: 0, available: 0 },
})

/** Adds a line to a total in the currency of the year; one without a rate is left out, which a note says. */
function add(to: Cells, { line, cells }: Pick<LineRow, 'line' | 'cells'>, currency: string): void {
  if (line.rate === null) return
  if (line.currency === currency) {
    for (let at = 0; at < 12; at += 1) to.months[at]! += cells.months[at]!
    for (const sum of sums) to.sums[sum] += cells.sums[sum]
    return
  }
  const own = { currency: line.currency, rate: line.rate }
  const inYears = (minor: number): number =>
    minor < 0 ? -exchange(-minor, own, { currency, rate: 1 }) : exchange(minor, own, { currency, rate: 1 })
  for (const [at, minor] of cells.months.entries()) to.months[at]! += inYears(minor)
  for (const sum of sums) to.sums[sum] += inYears(cells.sums[sum])
}

/** The sums of all lines alone, for those who show no rows. */
export function sumsOf(lines: readonly Line[], currency: string): Record<Sum, number> {
  const all = empty()
  for (const line of lines) add(all, { line, cells: cellsOf(line, 'plan') }, currency)
  return all.sums
}

const levels = ['area', 'programme', 'campaign'] as const

/** Lines beneath a row for each area, programme and campaign that has a name, with its totals, and the total of all. */
export function layOut(lines: readonly Line[], measure: Measure, currency: string) {
  const rows: GridRow[] = []
  const all = empty()
  let open: (GroupRow | null)[] = []
  let path: string[] = []
  for (const line of lines) {
    const own = levels.map((level) => line[level])
    const same = own.findIndex((name, at) => name !== path[at])
    if (same >= 0 || open.length === 0) {
      open = [...open.slice(0, Math.max(0, same))]
      for (let at = open.length; at < levels.length; at += 1) {
        const depth = open.filter(Boolean).length
        const id = own.slice(0, at + 1).join('\u0000')
        const title = own[at]
        const group: GroupRow | null = title
          ? { kind: 'group', id: `${at}\u0000${id}`, title, depth, cells: empty() }
          : null
        open.push(group)
        if (group) rows.push(group)
      }
      path = own
    }
    const row: LineRow = {
      kind: 'line',
      id: line.id,
      line,
      depth: open.filter(Boolean).length,
      cells: cellsOf(line, measure),
    }
    rows.push(row)
    for (const group of open) if (group) add(group.cells, row, currency)
    add(all, row, currency)
  }
  return { rows, all }
}
