import { createReadStream } from 'node:fs'
import { openFile } from './open.ts'
import { FileProblem } from './problem.ts'
import { RecordReader } from './records.ts'
import type { Sheet } from './sheet.ts'

/** Numbers of a workbook come as it keeps them, with a point; those of a CSV as somebody wrote them. */
export type ReadTable = {
  columns: string[]
  rows: { row: number; cells: string[] }[]
  isWorkbook: boolean
}

/**
 * The first table of a small CSV or XLSX file, in memory: its headings, and every row that is not blank with the number
 * the spreadsheet shows. Throws FileProblem for a file without a table and for more than `most` rows.
 */
export async function readTable(
  path: string,
  name: string,
  workdir: string,
  most: number,
): Promise<ReadTable> {
  const sheet = (await openFile(path, name, workdir))[0]
  if (!sheet?.csv)
    throw new FileProblem({ file: name }, 'This is no table of rows and columns.', 'Save it as XLSX or CSV.')
  const rows: ReadTable['rows'] = []
  await eachRecord(sheet, (cells, row) => {
    if (cells.every((cell) => cell.trim() === '')) return
    rows.push({ row, cells })
    if (rows.length > most)
      throw new FileProblem({ file: name }, `It has more than ${most} rows.`, 'Hand it in in parts.')
  })
  return { columns: sheet.columns, rows, isWorkbook: sheet.csv.numbered === true }
}

async function eachRecord(sheet: Sheet, on: (cells: string[], row: number) => void): Promise<void> {
  const { delimiter, numbered } = sheet.csv!
  const reader = new RecordReader(delimiter, sheet.file, sheet.limits, (cells, row) => {
    if (numbered) on(cells.slice(1), Number(cells[0]))
    else if (row > sheet.headingRow) on(cells, row)
  })
  const decoder = new TextDecoder()
  for await (const piece of createReadStream(sheet.path) as AsyncIterable<Buffer>)
    reader.push(decoder.decode(piece, { stream: true }))
  reader.push(decoder.decode())
  reader.end()
}
