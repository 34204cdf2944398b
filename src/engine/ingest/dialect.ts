import { RecordReader } from './records.ts'
import type { Limits } from './sheet.ts'

export type RawRecord = { row: number; cells: string[] }

const candidates = [',', ';', '\t', '|']

/** The delimiter that cuts the head of a text into the most even and widest records; a comma where none does. */
export function sniffDelimiter(head: string, limits: Limits): string {
  const said = /^sep=(.)\r?\n/.exec(head)
  if (said) return said[1]!
  let best = ','
  let highest = 0
  for (const delimiter of candidates) {
    const score = evenness(headRecords(head, delimiter, limits, 300))
    if (score > highest) {
      highest = score
      best = delimiter
    }
  }
  return best
}

/** The whole records in the head of a text; a last one that may be cut off is left out unless it is the only one. */
export function headRecords(head: string, delimiter: string, limits: Limits, most: number): RawRecord[] {
  const records: RawRecord[] = []
  const reader = new RecordReader(
    delimiter,
    '',
    { ...limits, cell: Number.POSITIVE_INFINITY, record: Number.POSITIVE_INFINITY },
    (cells, row) => {
      if (records.length < most) records.push({ row, cells })
    },
  )
  reader.push(head)
  return records
}

function evenness(records: RawRecord[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of records)
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let score = 0
  for (const [width, count] of counts)
    score = Math.max(score, (count / records.length) * Math.sqrt(width - 1))
  return score
}
