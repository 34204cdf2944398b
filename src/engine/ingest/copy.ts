import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'

/**
 * Writes records as a plain CSV that DuckDB reads without a question: first column the row number,
 * every cell quoted where needed, each record exactly `width` cells wide. Cells beyond are counted in `wider`.
 */
export class NumberedCopy {
  wider = 0
  #buffered = ''
  #failure: Error | null = null
  readonly #out

  constructor(
    path: string,
    private readonly width: number,
  ) {
    this.#out = createWriteStream(path)
    this.#out.on('error', (error) => {
      this.#failure = error
    })
  }

  add(cells: string[], row: number): void {
    let line = String(row)
    for (let at = 0; at < this.width; at += 1) line += `,${quoted(cells[at] ?? '')}`
    if (cells.length > this.width && cells.slice(this.width).some((cell) => cell.trim() !== ''))
      this.wider += 1
    this.#buffered += `${line}\n`
  }

  /** Hands what is buffered to the disk; awaited between pieces so that memory stays level. */
  async flush(): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.#buffered.length < 1 << 18) return
    const text = this.#buffered
    this.#buffered = ''
    if (!this.#out.write(text)) await once(this.#out, 'drain')
  }

  async close(): Promise<void> {
    if (this.#failure) throw this.#failure
    this.#out.end(this.#buffered)
    await once(this.#out, 'close')
    if (this.#failure) throw this.#failure
  }
}

const quoted = (cell: string): string =>
  /[",\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Refuses a table with more columns than the limit. */
export function checkColumns(columns: string[], file: string, sheet: string | null, limits: Limits): void {
  if (columns.length > limits.columns)
    throw new FileProblem(
      { file, sheet },
      `It has ${columns.length.toLocaleString('en')} columns; at most ${limits.columns.toLocaleString('en')} can be read.`,
      'Export only the columns you need, or check that the file is delimited as it should be.',
    )
}
