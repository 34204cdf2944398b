/** Cells that a spreadsheet would run as a formula get an apostrophe in front; numbers stay numbers. */
export function neutralised(cell: string): string {
  if (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell)) return `'${cell}`
  return cell
}

/** One CSV record, quoted where needed (RFC 4180), safe to open in a spreadsheet. */
export function csvLine(cells: (string | number | boolean | null | undefined)[]): string {
  const written = cells.map((cell) => {
    const text = neutralised(cell === null || cell === undefined ? '' : String(cell))
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${written.join(',')}\r\n`
}
