import { minorDigits } from '../../../methods/money.ts'
import { whyNotAmount } from './amounts.ts'

/**
 * The amount that a cell of a spreadsheet says, in minor units, in whichever way thousands and decimals are marked:
 * `1,234.50`, `1.234,50`, `€ 1 234`, `1234.5`; a number of a workbook has a point before its decimals and nothing else.
 * Blank is 0. Answers a sentence for anything else.
 */
export function readAmount(cell: string, currency: string, isNumber = false): number | string {
  const text = cell.replace(/[\s\u00a0\u202f'’]/g, '').replace(/\p{Sc}|^[A-Z]{3}|[A-Z]{3}$/gu, '')
  if (text === '' || text === '-' || text === '–') return 0
  if (!/^[-+(]?[\d.,]*\d[.,]?\)?$/.test(text)) return `“${cell.trim()}” is not an amount.`
  const isNegative = /^[-(]/.test(text)
  const digits = minorDigits(currency)
  const plain = text.replace(/[-+()]/g, '')
  const [whole = '0', part = ''] = isNumber ? plain.split('.') : split(plain, digits)
  if (part.replace(/0+$/, '').length > digits)
    return `“${cell.trim()}” has more decimals than ${currency} knows.`
  const minor = Number(`${whole}${part.slice(0, digits).padEnd(digits, '0')}`) * (isNegative ? -1 : 1)
  const objection = whyNotAmount(minor, currency)
  return objection ?? minor
}

/** The last mark parts decimals, unless it stands again before, or the digits are grouped in threes and the currency has fewer decimals. */
function split(text: string, digits: number): [whole: string, part: string] {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (at < 0) return [text, '']
  const [mark, before, after] = [text[at]!, text.slice(0, at), text.slice(at + 1)]
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(text) && !/^0*$/.test(before)
  const isThousands = before.includes(mark) || (isGrouped && digits !== 3)
  return isThousands ? [text.replace(/[.,]/g, ''), ''] : [before.replace(/[.,]/g, '') || '0', after]
}

/** The cells of what a spreadsheet puts on the clipboard: tabs and lines, with quotes around cells that hold either. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') cell += text[++at]
      else if (char === '"') isQuoted = false
      else cell += char
    } else if (char === '"' && cell === '') isQuoted = true
    else if (char === '\t') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (char === '\n') {
      rows.at(-1)!.push(cell)
      rows.push([])
      cell = ''
    } else if (char !== '\r') cell += char
  }
  rows.at(-1)!.push(cell)
  if (rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop()
  return rows
}

/** Cells as a spreadsheet takes them from the clipboard. */
export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n')

/** A rectangle of cells: first and last row and column, inside. */
export type Area = { top: number; left: number; bottom: number; right: number }

const leftWords = (n: number, what = ''): string =>
  `${n}${what && ` ${n === 1 ? what : `${what}s`}`} ${n === 1 ? 'is' : 'are'} left`

/** Why a block cannot be put with its first cell at a place; null when it fits. Nothing is cut off in silence. */
export function whyNotPaste(
  block: readonly (readonly string[])[],
  at: Area,
  rows: number,
  columns: number,
): string | null {
  const width = Math.max(...block.map((row) => row.length))
  const uneven = block.findIndex((row) => row.length !== width)
  if (uneven >= 0)
    return `Row ${uneven + 1} of the block has ${block[uneven]!.length} cells and others have ${width}. Copy a rectangle.`
  const below = at.top + block.length - rows
  if (below > 0)
    return `The block has ${block.length} rows and only ${leftWords(rows - at.top)} from here; ${below} would be lost. Nothing was pasted.`
  const beyond = at.left + width - columns
  return beyond > 0
    ? `The block has ${width} columns and only ${leftWords(columns - at.left, 'month')} from here; ${beyond} would be lost. Nothing was pasted.`
    : null
}

/** The block as often as it goes into the selection, as spreadsheets do; once where it does not go evenly. */
export function tiled(block: string[][], selected: Area): string[][] {
  const [height, width] = [selected.bottom - selected.top + 1, selected.right - selected.left + 1]
  const [rows, columns] = [block.length, block[0]?.length ?? 0]
  if (height % rows !== 0 || width % columns !== 0) return block
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => block[row % rows]![column % columns]!),
  )
}
