import { type Cell, csvLine } from './csv.ts'
import type { Format } from './format.ts'
import { streamOf, workbook, workbookType } from './workbook.ts'

export type TableFile = { name: string; type: string; body: ReadableStream<Uint8Array> }
export type Table = {
  /** Without an ending; the format gives it. */
  name: string
  heading: string[]
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>
  /** Begin a CSV with the mark by which Excel knows UTF-8. */
  hasMark?: true
}

/** A table as a file to download, written while its rows are pulled, so that it may be long. */
export function tableFile(format: Format, { name, ...table }: Table): TableFile {
  return format === 'xlsx'
    ? { name: `${name}.xlsx`, type: workbookType, body: workbook(table.heading, table.rows) }
    : { name: `${name}.csv`, type: 'text/csv; charset=utf-8', body: streamOf(() => lines(table)) }
}

const atOnce = 1000

async function* lines({ heading, rows, hasMark }: Omit<Table, 'name'>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting = [`${hasMark ? '\uFEFF' : ''}${csvLine(heading)}`]
  for await (const row of rows) {
    waiting.push(csvLine(row))
    if (waiting.length < atOnce) continue
    yield encoder.encode(waiting.join(''))
    waiting = []
  }
  if (waiting.length > 0) yield encoder.encode(waiting.join(''))
}
