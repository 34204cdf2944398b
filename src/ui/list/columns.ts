import type { ReactNode } from 'react'
import type { Cell } from '../../engine/csv.ts'
import { visible } from '../../methods/visible.ts'
import type { Table } from '../format/save.ts'
import { locale } from '../messages/index.ts'

/** `value` serves sorting, the filter and the export; `cell` only changes what is seen. */
export type Column<Row> = {
  id: string
  title: string
  value: (row: Row) => Cell
  cell?: (row: Row) => ReactNode
  align?: 'start' | 'end'
  /** In px; left out, the column takes its share of what is left. */
  width?: number
  /** In px; of a column that takes what is left, how narrow it may become. */
  least?: number
  isHidden?: boolean
  isSortable?: false
}

/** Columns and rows as they are taken along. */
export const tableOf = <Row>(columns: Column<Row>[], rows: Row[]): Table => ({
  heading: columns.map((column) => column.title),
  rows: rows.map((row) => columns.map((column) => column.value(row))),
})

/** A cell as it is printed. */
export const seen = (cell: Cell): Cell => (typeof cell === 'string' ? visible(cell) : cell)

export type Sort = { id: string; isDown: boolean }

export function readSort(text: string): Sort | null {
  if (!text) return null
  return text.startsWith('-') ? { id: text.slice(1), isDown: true } : { id: text, isDown: false }
}

export const writeSort = (sort: Sort | null) => (sort ? `${sort.isDown ? '-' : ''}${sort.id}` : '')

/** Up, down, as it came. */
export function nextSort(sort: Sort | null, id: string): Sort | null {
  if (sort?.id !== id) return { id, isDown: false }
  return sort.isDown ? null : { id, isDown: true }
}

/** The columns to show, in the order of the declaration; an unknown name is passed over. */
export function chosen<Row>(columns: Column<Row>[], choice: string): Column<Row>[] {
  if (!choice) return columns.filter((column) => !column.isHidden)
  const ids = choice.split(',')
  const found = columns.filter((column) => ids.includes(column.id))
  return found.length > 0 ? found : columns.filter((column) => !column.isHidden)
}

const text = (cell: Cell) => (cell === null || cell === undefined ? '' : String(cell))

/** What each row can be found by. */
export const haystacks = <Row>(rows: Row[], columns: Column<Row>[]): string[] =>
  rows.map((row) =>
    columns
      .map((column) => text(column.value(row)))
      .join('\u0000')
      .toLowerCase(),
  )

/** Rows in which every word occurs somewhere. */
export function filtered<Row>(rows: Row[], hay: string[], words: string): Row[] {
  const needles = words.toLowerCase().split(/\s+/).filter(Boolean)
  if (needles.length === 0) return rows
  return rows.filter((_, index) => needles.every((needle) => hay[index]?.includes(needle)))
}

const collator = new Intl.Collator(locale(), { numeric: true, sensitivity: 'base' })
const isBlank = (cell: Cell) => cell === null || cell === undefined || cell === ''

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(text(a), text(b))
}

/** Stable; blanks come last in both directions. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], sort: Sort | null): Row[] {
  const column = columns.find((candidate) => candidate.id === sort?.id)
  if (!column || !sort) return rows
  const keyed = rows.map((row) => ({ row, key: column.value(row) }))
  keyed.sort((a, b) => {
    if (isBlank(a.key) || isBlank(b.key)) return Number(isBlank(a.key)) - Number(isBlank(b.key))
    return sort.isDown ? compare(b.key, a.key) : compare(a.key, b.key)
  })
  return keyed.map(({ row }) => row)
}

const leastOf = ({ least }: Column<never>, index: number): number => least ?? (index === 0 ? 180 : 110)

export const template = (columns: Column<never>[], hasSelection: boolean): string =>
  [
    hasSelection ? '36px' : '',
    ...columns.map((column, index) =>
      column.width ? `${column.width}px` : `minmax(${leastOf(column, index)}px, ${index === 0 ? 2.2 : 1}fr)`,
    ),
  ]
    .filter(Boolean)
    .join(' ')

export const leastWidth = (columns: Column<never>[]): number =>
  columns.reduce((sum, column, index) => sum + (column.width ?? leastOf(column, index)) + 16, 36)
