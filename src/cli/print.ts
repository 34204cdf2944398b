import { minorDigits } from '../methods/money.ts'
import { visible } from '../methods/visible.ts'

type Cell = { text: string; isNumber: boolean }
type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !isMoney(value)
const isMoney = (value: unknown): value is { amount: number | string; currency: string } =>
  value !== null && typeof value === 'object' && 'amount' in value && 'currency' in value

const grouped = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: true })

/** Never fewer digits than the currency has, and more only where a price for one has them. */
const money = (amount: number, currency: string): string => {
  const digits = minorDigits(currency)
  const options = { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 4) }
  return `${amount.toLocaleString('en', options)} ${currency}`
}

/** A value as people read it in a terminal; control characters of imported text never reach it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isMoney(value)) return money(Number(value.amount), value.currency)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return visible(text)
}

const widest = 48
const shortened = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text)

const cellOf = (value: unknown): Cell => ({
  text: shortened(shown(value)),
  isNumber: typeof value === 'number' || isMoney(value),
})

const isNested = (value: unknown): boolean => value !== null && typeof value === 'object' && !isMoney(value)

/** Rows in aligned columns under their headings; numbers stand to the right, nested things are left to --json. */
export function table(rows: Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => !isNested(row[name])),
  )
  const cells = rows.map((row) => names.map((name) => cellOf(row[name])))
  const columns = names.map((name, index) => {
    const column = cells.map((row) => row[index] as Cell)
    return {
      name,
      width: Math.max(name.length, ...column.map((cell) => cell.text.length)),
      isNumber: column.some((cell) => cell.isNumber),
    }
  })
  const line = (texts: string[]) =>
    columns
      .map(({ width, isNumber }, i) => (isNumber ? texts[i]!.padStart(width) : texts[i]!.padEnd(width)))
      .join('  ')
      .trimEnd()
  return [
    line(names),
    line(columns.map(({ width }) => '─'.repeat(width))),
    ...cells.map((row) => line(row.map((cell) => cell.text))),
  ].join('\n')
}

/** Any answer in words: lists as tables, things as `name  value` lines. */
export function pretty(answer: unknown): string {
  if (Array.isArray(answer)) return list(answer)
  if (!isRow(answer)) return shown(answer)
  const entries = Object.entries(answer)
  const single = entries.filter(([, value]) => !isTable(value))
  const width = Math.max(0, ...single.map(([name]) => name.length))
  const parts = [
    single.map(([name, value]) => `${name.padEnd(width)}  ${shown(value)}`).join('\n'),
    ...entries
      .filter(([, value]) => isTable(value))
      .map(([name, value]) =>
        entries.length === 1 ? list(value as Row[]) : `${name}\n${list(value as Row[])}`,
      ),
  ]
  return parts.filter(Boolean).join('\n\n') || 'Done.'
}

const isTable = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRow)

function list(values: unknown[]): string {
  if (values.length === 0) return 'None.'
  return values.every(isRow) ? table(values as Row[]) : values.map(shown).join('\n')
}
