import { type CellValue, type ColumnDef, writeXlsxStream } from 'hucre/xlsx'
import type { Cell } from './csv.ts'

/** Media type of an XLSX file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Rows = AsyncIterable<Cell[]> | Iterable<Cell[]>
type Kind = 'day' | 'time' | 'text' | 'other'

/** So many rows say what a column holds before the first of them is written. */
const looked = 500
/** As much as a cell of a spreadsheet holds. */
const longest = 32_767

/**
 * A table as an XLSX workbook, written while its rows are pulled: the heading stays in sight, numbers are numbers, days
 * and instants (ISO 8601, UTC) are dates where all of a column are. Text is text, whatever it begins with: there are no
 * formulas, and the text format keeps a cell from becoming one when somebody edits it.
 */
export function workbook(heading: string[], rows: Rows): ReadableStream<Uint8Array> {
  const source = pulled(rows)
  return streamOf(async function* () {
    const first: Cell[][] = []
    while (first.length < looked) {
      const next = await source.next()
      if (next.done) break
      first.push(next.value)
    }
    const kinds = heading.map((_, at) => kindOf(first.map((row) => row[at])))
    const body = async function* () {
      for (const row of first) yield row.map((cell, at) => cellOf(cell, kinds[at]))
      for await (const row of source) yield row.map((cell, at) => cellOf(cell, kinds[at]))
    }
    const columns = heading.map((title, at) =>
      columnOf(
        title,
        kinds[at]!,
        first.map((row) => row[at]),
      ),
    )
    yield* bytesOf(writeXlsxStream(body(), { name: 'Table', columns, freezePane: { rows: 1 } }))
  })
}

async function* pulled(rows: Rows): AsyncGenerator<Cell[], undefined> {
  yield* rows
  return undefined
}

/** A stream that asks for the next chunk when it is read. */
export function streamOf(chunks: () => AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  const source = chunks()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await source.return(undefined)
    },
  })
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value
}

const iso = /^(19|[2-9]\d)\d\d-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?$/

/** The moment a text stands for; null where it is none that a spreadsheet knows. */
function momentOf(cell: Cell): Date | null {
  if (typeof cell !== 'string' || !iso.test(cell)) return null
  const moment = new Date(cell)
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== cell.slice(0, 10)
    ? null
    : moment
}

function kindOf(cells: Cell[]): Kind {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined && cell !== '')
  if (!filled.some((cell) => typeof cell === 'string')) return 'other'
  const moments = filled.map(momentOf)
  if (moments.some((one) => one === null))
    return filled.every((cell) => typeof cell === 'string') ? 'text' : 'other'
  return moments.every((one) => one!.getTime() % 86_400_000 === 0) ? 'day' : 'time'
}

const formats: Partial<Record<Kind, string>> = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm:ss', text: '@' }

function columnOf(header: string, kind: Kind, cells: Cell[]): ColumnDef {
  const widest = Math.max(header.length, ...cells.map((cell) => String(cell ?? '').length))
  const width = kind === 'day' ? 12 : kind === 'time' ? 20 : Math.min(60, Math.max(8, widest + 2))
  const numFmt = formats[kind]
  return { header, width, ...(numFmt ? { numFmt } : {}) }
}

function cellOf(cell: Cell, kind: Kind | undefined): CellValue {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell === 'boolean') return cell
  const moment = kind === 'day' || kind === 'time' ? momentOf(cell) : null
  const text = typeof cell === 'string' ? cell : JSON.stringify(cell)
  // Half a character would make the file unreadable.
  return moment ?? text.slice(0, longest).replace(/\p{Cs}/gu, '\uFFFD')
}
