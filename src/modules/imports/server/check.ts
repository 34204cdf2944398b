import { objects } from '../../../engine/model.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { type CompiledPart, compilePart } from './compile.ts'
import { joinsOf } from './joins.ts'
import { undatedNotes, unreadable } from './notes.ts'
import { ofPeriods } from './periods.ts'
import { columnsFor, type StagedSheet } from './staging.ts'
import type { MappingValue, NoteValue, Understood } from './tables.ts'
import { totalNotes } from './totals.ts'

type Checked = Pick<Understood, 'willReject' | 'duplicates' | 'joins'> & {
  notes: NoteValue[]
  /** Rows that would land. */
  usable: number
  /** Why the sheet must not land as it is. */
  stops: string[]
}

export const unchecked: Checked = {
  willReject: [],
  duplicates: 0,
  joins: [],
  notes: [],
  usable: 0,
  stops: [],
}

/** What landing the sheet by this mapping would bring: rows rejected and why, duplicates, joins, cells not read. */
export async function check(
  db: Writer,
  one: StagedSheet,
  mapping: MappingValue,
  zone: string,
): Promise<Checked> {
  const columns = columnsFor(one, mapping, zone)
  const parts = mapping.parts.map((part) => compilePart(part as never, columns))
  const taken = await rowsTaken(db, one, parts)
  const { stops, notes: said } = await ofPeriods(db, one, parts)
  const notes = [
    ...(await totalNotes(db, one, parts)),
    ...undatedNotes(mapping),
    ...leftOut(one, taken),
    ...said,
  ]
  const all: Checked = { ...unchecked, notes, usable: taken, stops }
  for (const part of parts) {
    const found = await checkPart(db, part)
    all.notes.push(...found.notes)
    all.duplicates += found.duplicates
    all.joins = [...all.joins, ...(await joinsOf(db, part, mapping.source))]
    all.willReject = [...all.willReject, ...found.willReject]
    if (parts.length === 1) all.usable -= found.rejected
  }
  return all
}

/** Rows of the sheet that any part takes. */
async function rowsTaken(db: Writer, { staged }: StagedSheet, parts: CompiledPart[]): Promise<number> {
  if (parts.some((part) => part.takes === 'true')) return staged.rows
  const any = parts.map((part) => `(${part.takes})`).join(' or ')
  const [row] = await db.query<{ n: number }>(`select count(*) as n from ${staged.table} where ${any}`)
  return row?.n ?? 0
}

const leftOut = ({ staged }: StagedSheet, taken: number): NoteValue[] =>
  taken < staged.rows
    ? [
        {
          kind: 'info',
          says: `${(staged.rows - taken).toLocaleString('en')} of ${staged.rows.toLocaleString('en')} rows are about something this mapping does not take, and are left out.`,
        },
      ]
    : []

async function checkPart(db: Writer, part: CompiledPart) {
  const asked = checks(part)
  const [row = {}] =
    asked.length > 0
      ? await db.query<Record<string, number>>(`select ${asked.join(', ')} from ${part.from}`)
      : []
  const unread = Object.keys(part.unreadable).filter((name) => row[`u_${name}`])
  const notes = await Promise.all(unread.map((name) => unreadNote(db, part, name, row[`u_${name}`] ?? 0)))
  const willReject = row.rejected ? await reasons(db, part) : []
  return { notes, duplicates: row.duplicates ?? 0, willReject, rejected: row.rejected ?? 0 }
}

const shownCells = 3

/** What cannot be read, where, and how to mend it. */
async function unreadNote(db: Writer, part: CompiledPart, name: string, n: number): Promise<NoteValue> {
  const cells = await db.query<{ row_no: number; cell: string }>(
    `select row_no, left(${part.cells[name]}, 40) as cell from ${part.from} where ${part.unreadable[name]} order by row_no limit ${shownCells}`,
  )
  const where = cells.map(({ row_no, cell }) => `“${cell}” in row ${row_no}`).join(', ')
  const attributes: Record<string, { type: string }> = objects[part.object].attributes
  const mend = mends[attributes[name]?.type ?? ''] ?? 'Mend them in the file and import it again.'
  return {
    kind: 'warning',
    says: `${unreadable(n)} of ${part.object}.${name} cannot be read and ${n === 1 ? 'stays' : 'stay'} blank: ${where}${n > shownCells ? ' …' : ''}. ${mend}`,
  }
}

const mends: Record<string, string> = {
  time: 'Times lie in the years 1900 to 2100, best written 2025-03-31 14:05; mend them in the file and import it again.',
  date: 'Days lie in the years 1900 to 2100, best written 2025-03-31; mend them in the file and import it again.',
  email:
    'E-mail addresses are read as name@company.example; export the addresses rather than hashes or names of them.',
}

/** What must be counted before anything is known of the rows; nothing where the columns are known to be clean. */
const checks = (part: CompiledPart): string[] => [
  ...(part.mayReject ? ['count(*) filter (where reason is not null) as rejected'] : []),
  ...(part.hasName ? ['count(row_key) - count(distinct row_key) as duplicates'] : []),
  ...Object.entries(part.unreadable).map(
    ([name, condition]) => `count(*) filter (where ${condition}) as "u_${name}"`,
  ),
]

const reasons = (db: Writer, part: CompiledPart) =>
  db.query<{ reason: string; rows: number }>(
    `select reason, count(*) as rows from ${part.from} group by 1 having reason is not null order by 2 desc limit 10`,
  )
