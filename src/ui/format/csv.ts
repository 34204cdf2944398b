export type Cell = string | number | boolean | null | undefined

/**
 * A cell that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 * Leading blanks are looked through, because spreadsheets do so too.
 */
export function neutral(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  return /^\s*[=+\-@\t\r＝＋－＠]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell
}

export function csv(heading: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => cells.map((cell) => quote(neutral(cell))).join(',')
  return `${[heading, ...rows].map(line).join('\r\n')}\r\n`
}

const isNumber = (text: string) => /^[+-]?\d+(\.\d+)?$/.test(text)
const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Hands a file to the browser; the mark at the start lets Excel read UTF-8. */
export function saveFile(name: string, body: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const blob =
    typeof body === 'string'
      ? new Blob([type.startsWith('text/csv') ? `\uFEFF${body}` : body], { type })
      : body
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Lets the browser fetch a file from an address of the app. */
export function download(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}
