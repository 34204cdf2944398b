import { minorDigits } from '../../../../methods/money.ts'
import { type Area, readAmount, tiled, whyNotPaste, writeBlock } from '../../rules.ts'
import type { GridRow, LineRow } from './rows.ts'
import type { Changes } from './useEdits.ts'

const isLine = (row: GridRow | undefined): row is LineRow => row?.kind === 'line'

/** The rows of a selection that hold what was typed; totals are reckoned and passed over, unless nothing else is selected. */
function within(rows: readonly GridRow[], area: Area): readonly GridRow[] {
  const selected = rows.slice(area.top, area.bottom + 1)
  const lines = selected.filter(isLine)
  return lines.length > 0 ? lines : selected
}

/** The selected cells as text for a spreadsheet: whole units, a point before the decimals. */
export const copied = (rows: readonly GridRow[], area: Area, currency: string): string =>
  writeBlock(
    within(rows, area).map((row) => {
      const unit = 10 ** minorDigits(isLine(row) ? row.line.currency : currency)
      return row.cells.months.slice(area.left, area.right + 1).map((minor) => String(minor / unit))
    }),
  )

/**
 * What a block changes, put with its first cell at the selection, row by row on the lines from there; a sentence where
 * any of it does not fit.
 */
export function pasted(rows: readonly GridRow[], area: Area, given: string[][]): Changes | string {
  const lines = rows.slice(area.top).filter(isLine)
  const selected = within(rows, area).length
  const block = tiled(given, { ...area, top: 0, bottom: selected - 1 })
  const objection = whyNotPaste(block, { ...area, top: 0, bottom: 0 }, lines.length, 12)
  if (objection) return objection
  const changes: Changes = new Map()
  for (const [down, cells] of block.entries()) {
    const row = lines[down]!
    const months = new Map<number, number>()
    for (const [right, cell] of cells.entries()) {
      const minor = readAmount(cell, row.line.currency)
      if (typeof minor === 'string')
        return `Row ${down + 1}, column ${right + 1}: ${minor} Nothing was pasted.`
      months.set(area.left + right, minor)
    }
    changes.set(row.id, months)
  }
  return changes
}

/** One amount in every selected cell of a line; totals in between are passed over. */
export function filledWith(rows: readonly GridRow[], area: Area, minor: number): Changes {
  return each(rows, area, () => minor)
}

/** The first row or column of the selection in all of it. */
export function filled(rows: readonly GridRow[], area: Area, to: 'down' | 'right'): Changes {
  const first = rows.slice(area.top, area.bottom + 1).find(isLine)
  return each(rows, area, (row, column) =>
    to === 'down' ? (first?.cells.months[column] ?? 0) : (row.cells.months[area.left] ?? 0),
  )
}

function each(
  rows: readonly GridRow[],
  area: Area,
  amount: (row: LineRow, column: number) => number,
): Changes {
  const changes: Changes = new Map()
  for (const row of rows.slice(area.top, area.bottom + 1)) {
    if (!isLine(row)) continue
    const months = new Map<number, number>()
    for (let column = area.left; column <= area.right; column += 1) {
      const minor = amount(row, column)
      if (minor !== row.cells.months[column]) months.set(column, minor)
    }
    if (months.size > 0) changes.set(row.id, months)
  }
  return changes
}

export const countOf = (changes: Changes): number =>
  [...changes.values()].reduce((sum, cells) => sum + cells.size, 0)
