import { amountOf } from './values.ts'

type Row = Record<string, unknown>

/** The newest quarter in which a metric is not 0, as the period of a page names it; null where there is none before. */
export function lastWith(rows: readonly Row[], metric: string): { id: string; label: string } | null {
  const keys = rows
    .filter((row) => (amountOf(row[metric] as never) ?? 0) !== 0)
    .map((row) => String(row.quarter ?? ''))
    .filter((key) => /^(FY)?\d{4}-Q[1-4]$/.test(key))
    .sort()
  const newest = keys.at(-1)
  if (!newest) return null
  const [year, quarter] = newest.split('-')
  return { id: newest.replace('FY', ''), label: `${quarter} ${year}` }
}
