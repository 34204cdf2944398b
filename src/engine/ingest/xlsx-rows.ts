import type { Readable } from 'node:stream'
import type { RawRecord } from './dialect.ts'
import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'
import type { Book } from './xlsx-book.ts'
import { type Tag, walkXml } from './xml.ts'

type Where = { file: string; sheet: string; limits: Limits }
type Sink = { row: (record: RawRecord) => void; pause: () => Promise<void> }

/** Streams the rows of a worksheet as text, dates in ISO, with the row numbers the spreadsheet shows. */
export async function readRows(stream: Readable, book: Book, where: Where, sink: Sink): Promise<void> {
  const reader = new RowReader(book, where, sink.row)
  await walkXml(stream, where.file, {
    open: (tag) => reader.open(tag),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
    pause: sink.pause,
  })
}

class RowReader {
  #row = 0
  #cells: string[] = []
  #column = -1
  #type = 'n'
  #style = 0
  #value = ''
  #reading = false
  #phonetic = false

  constructor(
    private readonly book: Book,
    private readonly where: Where,
    private readonly onRow: (record: RawRecord) => void,
  ) {}

  open({ name, attributes }: Tag): void {
    if (name === 'row') {
      this.#row = Number(attributes.r) || this.#row + 1
      this.#cells = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = attributes.r ? columnOf(attributes.r) : this.#column + 1
      this.#type = attributes.t ?? 'n'
      this.#style = Number(attributes.s ?? 0)
      this.#value = ''
      if (this.#column >= this.where.limits.columns)
        throw this.#problem('The worksheet has too many columns.', 'Leave out what you do not need.')
    } else if (name === 'rPh') this.#phonetic = true
    else if (name === 'v' || name === 't') this.#reading = !this.#phonetic
  }

  text(text: string): void {
    if (!this.#reading) return
    this.#value += text
    if (this.#value.length > this.where.limits.cell)
      throw this.#problem('This cell is longer than 1 MB.', 'Shorten it or leave the column out.')
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false
    else if (name === 'rPh') this.#phonetic = false
    else if (name === 'c') this.#keep()
    else if (name === 'row') this.onRow({ row: this.#row, cells: this.#cells })
  }

  #keep(): void {
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = this.#cell()
  }

  #cell(): string {
    const value = this.#value
    if (value === '') return ''
    if (this.#type === 's') return this.book.strings[Number(value)] ?? ''
    if (this.#type === 'b') return value === '1' ? 'true' : 'false'
    if (this.#type === 'e') return ''
    if (this.#type === 'd') return value.replace('T', ' ')
    if (this.#type !== 'n') return value
    const kind = this.book.dates[this.#style]
    const serial = Number(value)
    if (kind && Number.isFinite(serial)) return isoOf(serial, kind, this.book.from1904) ?? value
    return /e/i.test(value) && Math.abs(serial) < 1e21 && Math.abs(serial) >= 1e-6 ? String(serial) : value
  }

  #problem(what: string, mend: string): FileProblem {
    const { file, sheet } = this.where
    return new FileProblem({ file, sheet, row: this.#row, column: String(this.#column + 1) }, what, mend)
  }
}

function columnOf(reference: string): number {
  let column = 0
  for (const char of reference) {
    const code = char.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = Math.min(column * 26 + code - 64, 1_000_000)
  }
  return column - 1
}

/** Days since the workbook's epoch as ISO text; null outside of what a calendar shows. 1900 had no 29 February. */
function isoOf(serial: number, kind: 'day' | 'clock', from1904: boolean): string | null {
  if (serial < 0 || serial > 2_958_466) return null
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400_000)).toISOString()
  const [day, clock] = [iso.slice(0, 10), iso.slice(11, 23).replace(/\.000$/, '')]
  if (kind === 'clock' && serial < 1) return clock
  return clock === '00:00:00' ? day : `${day} ${clock}`
}
