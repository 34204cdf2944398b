export type Cell = string | number | boolean | null | undefined

/** A sign and digits with their marks, a percent sign or a currency: nothing to run, and files are dropped in again. */
const number = /^\s*[+-]\s*(?:\p{Sc}\s*)?[.,]?\d[\d\s.,'’]*(?:[eE][+-]?\d+)?(?:(?:%|\p{Sc}|[A-Z]{3})\s*)?$/u

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers, in whichever way
 * they are written. Leading blanks and full-width signs are looked through, because spreadsheets do so too.
 */
export function neutral(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(cell) && !number.test(cell) ? `'${cell}` : cell
}

/** One CSV record, quoted where needed (RFC 4180), safe to open in a spreadsheet. */
export function csvLine(cells: Cell[]): string {
  const written = cells.map((cell) => {
    const text = neutral(cell)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${written.join(',')}\r\n`
}

/** A whole file with its heading. */
export const csv = (heading: string[], rows: Cell[][]): string => [heading, ...rows].map(csvLine).join('')
