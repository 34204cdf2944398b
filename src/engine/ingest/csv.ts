import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { checkColumns, NumberedCopy } from './copy.ts'
import { headRecords, sniffDelimiter } from './dialect.ts'
import { asUtf8, readHead } from './encoding.ts'
import { findHeading, isBlank, isComment } from './heading.ts'
import { FileProblem } from './problem.ts'
import { RecordReader } from './records.ts'
import type { Limits, Sheet } from './sheet.ts'

export type Source = {
  path: string
  file: string
  sheet: string | null
  workdir: string
  limits: Limits
  number: number
}

const headSizes = [1 << 17, 1 << 20, 1 << 24]

/** Opens delimited text of any encoding: settles encoding, delimiter, preamble and heading. */
export async function openCsv(source: Source): Promise<Sheet> {
  const { file, sheet, workdir, limits } = source
  const { path, seen } = await asUtf8(source.path, label(source), join(workdir, `${source.number}.utf8.csv`))
  for (const size of headSizes) {
    const bytes = await readHead(path, size)
    const whole = bytes.length >= seen.bytes
    const head = new TextDecoder().decode(bytes, { stream: !whole })
    const delimiter = sniffDelimiter(head, limits)
    const records = headRecords(whole ? `${head}\n` : head, delimiter, limits, 300)
    const heading = findHeading(records)
    if (!heading || (!whole && records.length < 2)) {
      if (whole) break
      continue
    }
    checkColumns(heading.columns, file, sheet, limits)
    if (whole && !records.some((record) => record.row > heading.row && isRow(record.cells)))
      throw headingOnly(file, sheet)
    const plain = heading.row === 1 && !heading.cells.some((cell) => /[\r\n]/.test(cell))
    const direct = plain && !seen.irregular
    return {
      file,
      sheet,
      path,
      format: 'csv',
      columns: heading.columns,
      preamble: heading.preamble,
      headingRow: heading.row,
      workdir,
      limits,
      csv: { delimiter, direct, numbered: false, wider: 0 },
    }
  }
  return explain(path, source)
}

/** Copies a CSV record by record into a numbered one; slower than reading it directly, and exact. */
export async function copyRecords(sheet: Sheet, to: string): Promise<NumberedCopy> {
  const copy = new NumberedCopy(to, sheet.columns.length)
  const reader = new RecordReader(sheet.csv!.delimiter, sheet.file, sheet.limits, (cells, row) => {
    if (row > sheet.headingRow) copy.add(cells, row)
  })
  const decoder = new TextDecoder()
  try {
    for await (const piece of createReadStream(sheet.path, {
      highWaterMark: 1 << 19,
    }) as AsyncIterable<Buffer>) {
      reader.push(decoder.decode(piece, { stream: true }))
      await copy.flush()
    }
    reader.push(decoder.decode())
    reader.end()
    await copy.close()
  } finally {
    copy.destroy()
  }
  return copy
}

export const headingOnly = (file: string, sheet: string | null): FileProblem =>
  new FileProblem(
    { file, sheet },
    'There is a heading but no row beneath it.',
    'Export it again with the rows included.',
  )

const isRow = (cells: string[]): boolean => !isBlank(cells) && !isComment(cells)

const label = ({ file, sheet }: Source): string => (sheet ? `${file}, ${sheet}` : file)

/** No heading in the head: the exact reader knows why, or there is nothing in the file but blanks. */
async function explain(path: string, source: Source): Promise<never> {
  const { file, sheet, limits } = source
  const reader = new RecordReader(',', file, limits, () => undefined)
  const decoder = new TextDecoder()
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>)
    reader.push(decoder.decode(piece, { stream: true }))
  reader.end()
  throw new FileProblem(
    { file, sheet },
    'There is no table in it, only blank lines or comments.',
    'Check the export.',
  )
}
