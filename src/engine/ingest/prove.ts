import type { ColumnType } from './detect.ts'
import type { ValueFormat } from './formats.ts'
import { isEmailSql } from './values.ts'

/** What holds for every cell of a column, so that reading it may take the short way. */
export type Plain = {
  /** No cell has blanks around it or stands for nothing in words. */
  text: boolean
  /** A bare cast reads every cell as the column's type. */
  value: boolean
  /** Every row has something in the cell. */
  full: boolean
}

type Typed = { type: ColumnType; format: ValueFormat }

const trials: Partial<Record<ColumnType, (cell: string) => string>> = {
  integer: (cell) => `try_cast(${cell} as bigint) is null`,
  decimal: (cell) => `try_cast(${cell} as decimal(28, 10)) is null`,
  email: (cell) => `not ${isEmailSql(cell)}`,
  date: notPlainTime,
  time: notPlainTime,
}

/** ISO without an offset, in the years that are believed. CASE spares the search to all but the long ones. */
function notPlainTime(cell: string): string {
  const time = `try_cast(${cell} as timestamp)`
  return `case when (${time} between timestamp '1900-01-01' and timestamp '2100-12-31 23:59:59.999') is not true then true
    when ends_with(${cell}, 'Z') then true
    when strlen(${cell}) > 16 then regexp_matches(substr(${cell}, 11), '[+-]|UTC|GMT') else false end`
}

const isCastable = (format: ValueFormat): boolean =>
  format === 'plain' || format === 'point' || format === 'iso'

/** Aggregates over a column that tell whether its cells are edged with blanks and whether a bare cast reads all. */
export function proofSql(cell: string, { type, format }: Typed): string[] {
  const trial = isCastable(format) ? trials[type] : undefined
  return [
    `count_if(${cell} < '!' or ends_with(${cell}, ' ')) as ${cell}_edged`,
    trial
      ? `count(*) filter (where ${cell} is not null and (${trial(cell)})) as ${cell}_uncast`
      : `1 as ${cell}_uncast`,
  ]
}

const shapes: Partial<Record<ColumnType, RegExp>> = {
  integer: /^-?\d{1,18}$/,
  decimal: /^-?\d{1,17}(\.\d{1,10})?$/,
  date: /^(19|20)\d\d-\d\d-\d\d$/,
  email: /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/,
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
  return {
    full: filled.length === cells.length,
    text: filled.every((cell) => cell === cell.trim() && !saysNothing(cell)),
    value:
      shape !== undefined &&
      isCastable(format) &&
      filled.every((cell) => shape.test(cell) && isDay(type, cell)),
  }
}

const isDay = (type: ColumnType, cell: string): boolean =>
  (type !== 'date' && type !== 'time') ||
  new Date(`${cell.slice(0, 10)}T00:00:00Z`).toJSON()?.slice(0, 10) === cell.slice(0, 10)
