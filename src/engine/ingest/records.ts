import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'

export type OnRecord = (cells: string[], row: number) => void

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32

/**
 * Reads delimited text piece by piece and calls `onRecord` for each record, blank ones included.
 * Rows are counted from 1 as a spreadsheet does: a record with line breaks in quotes is one row.
 * Tolerant: a quotation mark inside a bare cell is text; one inside a quoted cell is text too
 * when the cell is closed properly later on the same line.
 * Throws FileProblem for an oversized cell or record and for a quotation mark that is never closed.
 */
export class RecordReader {
  row = 0
  #rest = ''
  #at = 0
  #text = ''
  readonly #delimiter: number

  constructor(
    delimiter: string,
    private readonly file: string,
    private readonly limits: Limits,
    private readonly onRecord: OnRecord,
  ) {
    this.#delimiter = delimiter.charCodeAt(0)
  }

  push(piece: string): void {
    this.#text = this.#rest + piece
    this.#run(false)
  }

  end(): void {
    this.#text = this.#rest
    this.#run(true)
  }

  #run(last: boolean): void {
    let start = 0
    while (start < this.#text.length) {
      this.#at = start
      const cells = this.#record(last)
      if (!cells) break
      this.row += 1
      this.onRecord(cells, this.row)
      start = this.#at
    }
    this.#rest = this.#text.slice(start)
    if (this.#rest.length > this.limits.record)
      throw new FileProblem(
        { file: this.file, row: this.row + 1 },
        `This row is longer than ${Math.round(this.limits.record / 1048576)} MB.`,
        'Often a quotation mark is not closed; mend it and drop the file in again.',
      )
  }

  /** The next record, or null when the text at hand ends before it does. */
  #record(last: boolean): string[] | null {
    const text = this.#text
    const cells: string[] = []
    for (;;) {
      this.#skipSpaces()
      const cell = text.charCodeAt(this.#at) === QUOTE ? this.#quoted(last, cells.length) : this.#bare(last)
      if (cell === null) return null
      if (cell.length > this.limits.cell) throw this.#oversized(cells.length)
      cells.push(cell)
      const code = text.charCodeAt(this.#at)
      if (code === this.#delimiter) {
        this.#at += 1
        continue
      }
      if (code === CR) {
        if (this.#at + 1 >= text.length && !last) return null
        this.#at += text.charCodeAt(this.#at + 1) === LF ? 2 : 1
      } else if (code === LF) this.#at += 1
      return cells
    }
  }

  /** `1, "a, b"` means a quoted second cell. */
  #skipSpaces(): void {
    let at = this.#at
    while (this.#text.charCodeAt(at) === SPACE) at += 1
    if (this.#text.charCodeAt(at) === QUOTE) this.#at = at
  }

  #bare(last: boolean): string | null {
    const text = this.#text
    let at = this.#at
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === this.#delimiter || code === LF || code === CR) break
    }
    if (at === text.length && !last) return null
    const cell = text.slice(this.#at, at)
    this.#at = at
    return cell
  }

  #quoted(last: boolean, column: number): string | null {
    const text = this.#text
    const start = this.#at + 1
    let cell = ''
    let from = start
    for (;;) {
      const quote = text.indexOf('"', from)
      if (quote < 0) {
        if (text.length - start > this.limits.cell) throw this.#oversized(column)
        if (last) throw this.#unclosed(column)
        return null
      }
      cell += text.slice(from, quote)
      if (quote + 1 >= text.length && !last) return null
      const next = text.charCodeAt(quote + 1)
      if (next === QUOTE) {
        cell += '"'
        from = quote + 2
        continue
      }
      if (this.#closes(next)) {
        this.#at = quote + 1
        return cell
      }
      const lineEnd = text.indexOf('\n', quote)
      if (lineEnd < 0 && !last) return null
      cell += '"'
      from = quote + 1
      if (this.#closedLater(from, lineEnd < 0 ? text.length : lineEnd)) continue
      this.#at = from
      const rest = this.#bare(last)
      return rest === null ? null : cell + rest
    }
  }

  #closes(code: number): boolean {
    return Number.isNaN(code) || code === this.#delimiter || code === LF || code === CR
  }

  #closedLater(from: number, to: number): boolean {
    for (let at = this.#text.indexOf('"', from); at >= 0 && at < to; at = this.#text.indexOf('"', at + 1))
      if (this.#closes(this.#text.charCodeAt(at + 1))) return true
    return false
  }

  #oversized(column: number): FileProblem {
    return new FileProblem(
      { file: this.file, row: this.row + 1, column: String(column + 1) },
      `This cell is longer than ${Math.round(this.limits.cell / 1048576)} MB.`,
      'Shorten it, leave the column out of the export, or close a quotation mark that was left open.',
    )
  }

  #unclosed(column: number): FileProblem {
    return new FileProblem(
      { file: this.file, row: this.row + 1, column: String(column + 1) },
      'The quotation mark that opens this cell is never closed.',
      'Close it, or double it (“""”) where it belongs to the text, and drop the file in again.',
    )
  }
}
