import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { FileProblem } from './problem.ts'
import type { Limits } from './sheet.ts'

/** Writes lines to a file with level memory: `add` as they come, `flush` between pieces of input. */
export class LineCopy {
  #buffered = ''
  #failure: Error | null = null
  readonly #out: WriteStream

  constructor(path: string) {
    this.#out = createWriteStream(path)
    this.#out.on('error', (error) => {
      this.#failure = error
    })
  }

  add(line: string): void {
    this.#buffered += `${line}\n`
  }

  async flush(): Promise<void> {
    if (this.#failure) throw this.#failure
    if (this.#buffered.length < 1 << 18) return
    const text = this.#buffered
    this.#buffered = ''
    if (!this.#out.write(text)) await once(this.#out, 'drain')
  }

  async close(): Promise<void> {
    if (this.#failure) throw this.#failure
    await new Promise<void>((resolve, reject) => {
      this.#out.once('error', reject)
      this.#out.end(this.#buffered, () => resolve())
    })
  }

  /** Let the file go, however far it got; nothing happens after `close`. */
  destroy(): void {
    this.#out.destroy()
  }
}

/**
 * Writes records as a plain CSV that DuckDB reads without a question: first column the row number,
 * every cell quoted where needed, each record exactly `width` cells wide. Cells beyond are counted in `wider`.
 */
export class NumberedCopy {
  wider = 0
  readonly #lines: LineCopy

  constructor(
    path: string,
    private readonly width: number,
  ) {
    this.#lines = new LineCopy(path)
  }

  add(cells: string[], row: number): void {
    let line = String(row)
    for (let at = 0; at < this.width; at += 1) line += `,${quoted(cells[at] ?? '')}`
    if (cells.length > this.width && cells.slice(this.width).some((cell) => cell.trim() !== ''))
      this.wider += 1
    this.#lines.add(line)
  }

  flush(): Promise<void> {
    return this.#lines.flush()
  }

  close(): Promise<void> {
    return this.#lines.close()
  }

  destroy(): void {
    this.#lines.destroy()
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
