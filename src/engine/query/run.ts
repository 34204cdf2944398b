import { toMoney } from '../../methods/money.ts'
import type { Row, Warehouse } from '../warehouse.ts'
import type { Catalogue, Metric } from './catalogue.ts'

import { compile, countedMetrics, type Statement } from './compile.ts'
import { coverageNotes } from './coverage.ts'

import type { Query } from './query.ts'
import { amountOf, divided, unknownNotes } from './ratio.ts'

export type Money = { amount: number; currency: string }
export type Value = number | Money | null
export type AnswerRow = Record<string, Value | string>
export type Answer = { rows: AnswerRow[]; notes: string[]; more: boolean }

export type Cells = {
  labels: (string | null)[]
  period: string | null
  from: string
  values: Map<string, Value>
  mixed: Set<string>
}

/**
 * Answer a query: grouped statements, joined on their keys, ratios last. Counts without rows are 0; money without rows
 * is 0 in `currency`; an undefined ratio, and money in several currencies, is null with a note saying why.
 */
export async function run(
  store: Warehouse,
  catalogue: Catalogue,
  query: Query,
  currency: string,
): Promise<Answer> {
  const metrics = countedMetrics(catalogue, query.metrics)
  const statements = compile(catalogue, metrics, query)
  const results = await Promise.all(statements.map(({ sql, params }) => store.query(sql, params)))

  const cells = new Map<string, Cells>()
  if (query.by.length === 0 && !query.grain) cells.set('', emptyCells([]))
  for (const [at, rows] of results.entries())
    for (const row of rows) gather(cells, row, query, statements[at]!.metrics, catalogue)

  const asked = query.metrics.map((id) => catalogue.metrics.get(id)!)
  const notes = new Set<string>()
  const first = asked[0]!
  const sizes = new Map([...cells.values()].map((one) => [one, sizeOf(first, one, catalogue, currency)]))
  const ordered = [...cells.values()].sort((a, b) => order(a, b, sizes))
  const rows = ordered
    .slice(0, query.limit)
    .map((one) => present(one, query, asked, catalogue, currency, notes))
  for (const note of unknownNotes(asked, ordered, query)) notes.add(note)
  for (const note of await leftOut(store, statements)) notes.add(note)
  for (const note of await coverageNotes(store, catalogue, metrics, query)) notes.add(note)
  return { rows, notes: [...notes], more: ordered.length > query.limit }
}

async function leftOut(store: Warehouse, statements: Statement[]): Promise<string[]> {
  const asked = statements.flatMap((one) => one.leftOut ?? [])
  const found = await Promise.all(asked.map(({ sql, params }) => store.query<{ words: string }>(sql, params)))
  return found.flat().map(({ words }) => words)
}

const emptyCells = (labels: (string | null)[]): Cells => ({
  labels,
  period: null,
  from: '',
  values: new Map(),
  mixed: new Set(),
})

function gather(
  cells: Map<string, Cells>,
  row: Row,
  query: Query,
  ids: string[],
  catalogue: Catalogue,
): void {
  const labels = query.by.map((_, at) =>
    row[`d${at}`] === null || row[`d${at}`] === undefined ? null : String(row[`d${at}`]),
  )
  const period = query.grain ? String(row.period) : null
  const key = JSON.stringify([labels, period])
  const one = cells.get(key === '[[],null]' ? '' : key) ?? emptyCells(labels)
  one.period = period
  one.from = query.grain ? String(row.period_from) : ''
  for (const [at, id] of ids.entries()) {
    if (catalogue.metrics.get(id)!.unit !== 'money') {
      one.values.set(id, row[`m${at}`] === null ? null : Number(row[`m${at}`]))
      continue
    }
    if (Number(row[`m${at}_currencies`]) > 1) one.mixed.add(id)
    if (row[`m${at}`] !== null)
      one.values.set(id, toMoney(String(row[`m${at}`]), String(row[`m${at}_currency`])))
  }
  cells.set(key === '[[],null]' ? '' : key, one)
}

/** What an answer is sorted by; what is undefined comes last. */
function sizeOf(first: Metric, one: Cells, catalogue: Catalogue, currency: string): number {
  const value = valueFor(first, one, catalogue, currency, new Set())
  return value === null ? Number.NEGATIVE_INFINITY : amountOf(value)
}

function order(a: Cells, b: Cells, sizes: ReadonlyMap<Cells, number>): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  const [left, right] = [sizes.get(a)!, sizes.get(b)!]
  if (left !== right) return left < right ? 1 : -1
  return String(a.labels[0] ?? '').localeCompare(String(b.labels[0] ?? ''))
}

function present(
  one: Cells,
  query: Query,
  asked: Metric[],
  catalogue: Catalogue,
  currency: string,
  notes: Set<string>,
): AnswerRow {
  const row: AnswerRow = {}
  query.by.forEach((name, at) => {
    row[name] = one.labels[at] ?? null
  })
  if (query.grain) row[query.grain] = one.period
  for (const metric of asked) row[metric.id] = valueFor(metric, one, catalogue, currency, notes)
  return row
}

function valueFor(
  metric: Metric,
  one: Cells,
  catalogue: Catalogue,
  currency: string,
  notes: Set<string>,
): Value {
  if ('counted' in metric) {
    if (one.mixed.has(metric.id)) {
      notes.add(
        `${metric.title} is n/a where amounts are in several currencies: break down by currency, or filter one.`,
      )
      return null
    }
    return one.values.get(metric.id) ?? (metric.unit === 'money' ? { amount: 0, currency } : 0)
  }
  const part = (id: string) => valueFor(catalogue.metrics.get(id)!, one, catalogue, currency, notes)
  const { value, note } = divided(metric, one, part)
  if (note) notes.add(note)
  return value
}
