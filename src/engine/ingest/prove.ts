import type { Writer } from '../warehouse.ts'
import type { ColumnType } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import { identifier } from './sql.ts'
import { isBlankSql } from './values.ts'

/** What holds for every cell of a column, so that reading it may take the short way. */
export type Plain = {
  /** No cell has blanks around it or stands for nothing in words. */
  text: boolean
  /** A bare cast reads every cell as the column's type. */
  value: boolean
}

type Typed = { type: ColumnType; format: ValueFormat }

const trials: Partial<Record<ColumnType, (cell: string) => string>> = {
  integer: (cell) => `try_cast(${cell} as bigint) is null`,
  decimal: (cell) => `try_cast(${cell} as decimal(28, 10)) is null`,
  date: notPlainTime,
  time: notPlainTime,
}

/** ISO without an offset, in the years that are believed. */
function notPlainTime(cell: string): string {
  const time = `try_cast(${cell} as timestamp)`
  return `(${time} between timestamp '1900-01-01' and timestamp '2100-12-31 23:59:59.999') is not true
    or ends_with(${cell}, 'Z') or (strlen(${cell}) > 19 and regexp_matches(substr(${cell}, 11), '[+-]|UTC|GMT'))`
}

/**
 * One cheap pass over the whole table: which columns can be read without looking twice at every cell. `filled` says
 * that no cell of the column stands for nothing in words, which then is not looked for again.
 */
export async function prove(
  db: Writer,
  table: string,
  columns: (Typed & { filled: boolean })[],
  first = 0,
): Promise<Plain[]> {
  const tests = columns.map(({ type, format, filled }, at) => {
    const cell = `c${first + at}`
    const trial = trials[type]
    const isCastable = trial && (format === 'plain' || format === 'point' || format === 'iso')
    return [
      `count(*) filter (where ${cell} is not null and (${filled ? '' : `${isBlankSql(cell)} or `}ends_with(${cell}, ' ') or starts_with(${cell}, ' '))) as t${at}`,
      isCastable
        ? `count(*) filter (where ${cell} is not null and (${trial(cell)})) as v${at}`
        : `1 as v${at}`,
    ].join(', ')
  })
  const [row = {}] = await db.query<Record<string, number>>(
    `select ${tests.join(', ')} from ${identifier(table)}`,
  )
  return columns.map((_, at) => ({ text: row[`t${at}`] === 0, value: row[`v${at}`] === 0 }))
}

const shapes: Partial<Record<ColumnType, RegExp>> = {
  integer: /^-?\d{1,18}$/,
  decimal: /^-?\d{1,17}(\.\d{1,10})?$/,
  date: /^(19|20)\d\d-\d\d-\d\d$/,
  time: /^(19|20)\d\d-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?$/,
}

/** The same of a small table whose cells are at hand; stricter, for asking DuckDB would cost more. */
export function proveHere(
  cells: (string | null)[],
  { type, format }: Typed,
  saysNothing: (cell: string) => boolean,
): Plain {
  const filled = cells.filter((cell) => cell !== null)
  const shape = shapes[type]
  const isCastable = format === 'plain' || format === 'point' || format === 'iso'
  return {
    text: filled.every((cell) => cell === cell.trim() && !saysNothing(cell)),
    value: shape !== undefined && isCastable && filled.every((cell) => shape.test(cell) && isDay(type, cell)),
  }
}

const isDay = (type: ColumnType, cell: string): boolean =>
  (type !== 'date' && type !== 'time') ||
  new Date(`${cell.slice(0, 10)}T00:00:00Z`).toJSON()?.slice(0, 10) === cell.slice(0, 10)
