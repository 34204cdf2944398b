import type { Cell } from '../engine/csv.ts'
import { Format } from '../engine/format.ts'
import { tableFile } from '../engine/table-file.ts'
import { invalid } from '../kernel/errors.ts'
import { type Options, textOf, type Values } from './command.ts'
import { save } from './save.ts'

type Row = Record<string, unknown>
type Money = { amount: number; currency: string }

export const filing: Options = { format: { type: 'string' }, output: { type: 'string' } }

const isMoney = (value: unknown): value is Money =>
  value !== null && typeof value === 'object' && 'amount' in value

/** The format a file is asked for in; null where none is. The ending of --output says it, too. */
export function formatAsked(values: Values): Format | null {
  const said = textOf(values, 'format') ?? /\.(csv|xlsx)$/.exec(textOf(values, 'output') ?? '')?.[1]
  if (said === undefined && textOf(values, 'output') === undefined) return null
  const known = said === undefined ? undefined : Format.safeParse(said).data
  if (!known) throw invalid('--format is csv or xlsx.')
  if (values.json) throw invalid('Ask for --json or for a file, not for both.')
  if (values.compare)
    throw invalid('A file holds the rows of the period only: leave --compare out, or use --json.')
  return known
}

/** Rows of an answer as a file; money stands in two columns, the amount and its currency. */
export function saveRows(format: Format, rows: Row[], to: string | undefined): Promise<undefined> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const isPaid = new Set(names.filter((name) => rows.some((row) => isMoney(row[name]))))
  const heading = names.flatMap((name) => (isPaid.has(name) ? [name, `${name}_currency`] : [name]))
  const lines = rows.map((row) =>
    names.flatMap((name): Cell[] => {
      const value = row[name]
      if (isMoney(value)) return [value.amount, value.currency]
      return isPaid.has(name) ? [value as Cell, null] : [value as Cell]
    }),
  )
  return save(tableFile(format, { name: 'answer', heading, rows: lines }).body, to)
}
