import { join } from 'node:path'
import { checkColumns, NumberedCopy } from './copy.ts'
import type { Source } from './csv.ts'
import type { RawRecord } from './dialect.ts'
import { findHeading, type Heading, isBlank, isComment } from './heading.ts'
import { FileProblem } from './problem.ts'
import type { Sheet } from './sheet.ts'
import type { Archive, Member } from './unpack.ts'
import { type Book, readBook } from './xlsx-book.ts'
import { readRows } from './xlsx-rows.ts'

/**
 * Opens a workbook: every worksheet that holds a table is copied to a CSV with its row numbers. Values only:
 * formulas give their last result, external links and macros are never looked at.
 */
export async function openWorkbook(archive: Archive, source: Source): Promise<Sheet[]> {
  const book = await readBook(archive, source)
  const sheets: Sheet[] = []
  for (const [at, { name, member }] of book.sheets.entries()) {
    const sheet = await openWorksheet(archive, member, name, at, book, source)
    if (sheet) sheets.push(sheet)
  }
  if (sheets.length === 0)
    throw new FileProblem(
      { file: source.file, sheet: source.sheet },
      'No worksheet holds a heading with rows beneath it.',
      'Put the table on a worksheet of its own and save the workbook again.',
    )
  return sheets
}

/** Rows kept back until the heading among them is known. */
const headRows = 100

async function openWorksheet(
  archive: Archive,
  member: Member,
  name: string,
  number: number,
  book: Book,
  source: Source,
): Promise<Sheet | null> {
  const { file, workdir, limits } = source
  const label = [source.sheet, name].filter(Boolean).join('/')
  const path = join(workdir, `${source.number}.${number}.sheet.csv`)
  const waiting: RawRecord[] = []
  let heading: Heading | null = null
  let copy: NumberedCopy | null = null
  let rows = 0

  const write = ({ cells, row }: RawRecord) => {
    if (row <= heading!.row) return
    copy!.add(cells, row)
    if (!isBlank(cells) && !isComment(cells)) rows += 1
  }
  const decide = () => {
    heading = findHeading(waiting)
    if (!heading) return
    checkColumns(heading.columns, file, label, limits)
    copy = new NumberedCopy(path, heading.columns.length)
    for (const record of waiting.splice(0)) write(record)
  }
  const row = (record: RawRecord) => {
    if (copy) return write(record)
    waiting.push(record)
    if (waiting.length >= headRows) decide()
  }
  const where = { file, sheet: label, limits }
  try {
    await readRows(await archive.read(member), book, where, { row, pause: async () => copy?.flush() })
    if (!copy) decide()
    await (copy as NumberedCopy | null)?.close()
  } finally {
    ;(copy as NumberedCopy | null)?.destroy()
  }
  if (!heading || rows === 0) return null

  const { columns, preamble, row: headingRow } = heading as Heading
  const csv = { delimiter: ',', direct: false, numbered: true, wider: copy!.wider }
  return { file, sheet: label, path, format: 'csv', columns, preamble, headingRow, workdir, limits, csv }
}
