import type { RawRecord } from './dialect.ts'

export type Heading = { row: number; columns: string[]; cells: string[]; preamble: string[] }

/** A comment: the first cell starts with #, and it is a remark rather than the heading `#`. */
export function isComment(cells: string[]): boolean {
  const first = cells[0] ?? ''
  if (!first.startsWith('#')) return false
  return first.startsWith('# ') || filled(cells) === 1
}

export const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * Finds the heading among a file's first records: the first one that fills at least half as many cells
 * as the fullest record does. Without any word in it the file has no heading (`row` 0, columns are numbered).
 * Null where there is no record at all.
 */
export function findHeading(records: RawRecord[]): Heading | null {
  const real = records.filter((record) => !isBlank(record.cells) && !isComment(record.cells))
  if (real.length === 0) return null
  const fullest = Math.max(...real.slice(0, 50).map((record) => filled(record.cells)))
  const found = real.find((record) => filled(record.cells) >= Math.max(fullest > 2 ? 2 : 1, fullest / 2))!
  const preamble = records
    .filter((record) => record.row < found.row && !isBlank(record.cells))
    .map((record) => record.cells.filter((cell) => cell !== '').join(' '))
  if (!found.cells.some(isWord)) {
    const columns = found.cells.map((_, at) => `Column ${at + 1}`)
    return { row: found.row > 1 ? found.row - 1 : 0, columns, cells: [], preamble }
  }
  return { row: found.row, columns: uniqueNames(found.cells), cells: found.cells, preamble }
}

/** Names every column: blank headings by their place, repeated ones by their count (`Labels`, `Labels 2`). */
export function uniqueNames(headings: string[]): string[] {
  const taken = new Set<string>()
  return headings.map((heading, at) => {
    const name = heading.replace(/\s+/g, ' ').trim() || `Column ${at + 1}`
    let unique = name
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} ${count}`
    taken.add(unique)
    return unique
  })
}

const filled = (cells: string[]): number => cells.filter((cell) => cell.trim() !== '').length

const isWord = (cell: string): boolean => /\p{L}/u.test(cell) && !/@|:\/\//.test(cell)
