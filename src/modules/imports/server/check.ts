import type { Writer } from '../../../engine/warehouse.ts'
import { type CompiledPart, compilePart } from './compile.ts'
import { joinsOf } from './joins.ts'
import { undatedNotes, unreadable } from './notes.ts'
import { columnsFor, type StagedSheet } from './staging.ts'
import type { MappingValue, NoteValue, Understood } from './tables.ts'
import { totalNotes } from './totals.ts'

type Checked = Pick<Understood, 'willReject' | 'duplicates' | 'joins'> & { notes: NoteValue[] }

export const unchecked: Checked = { willReject: [], duplicates: 0, joins: [], notes: [] }

/** What landing the sheet by this mapping would bring: rows rejected and why, duplicates, joins, cells not read. */
export async function check(
  db: Writer,
  one: StagedSheet,
  mapping: MappingValue,
  zone: string,
): Promise<Checked> {
  const columns = columnsFor(one, mapping, zone)
  const parts = mapping.parts.map((part) => compilePart(part as never, columns))
  const notes = [...(await totalNotes(db, one, parts)), ...undatedNotes(mapping)]
  const all: Checked = { ...unchecked, notes }
  for (const part of parts) {
    const found = await checkPart(db, part)
    all.notes.push(...found.notes)
    all.duplicates += found.duplicates
    all.joins = [...all.joins, ...(await joinsOf(db, part, mapping.source))]
    all.willReject = [...all.willReject, ...found.willReject]
  }
  return all
}

async function checkPart(db: Writer, part: CompiledPart): Promise<Omit<Checked, 'joins'>> {
  const asked = checks(part)
  const [row = {}] =
    asked.length > 0
      ? await db.query<Record<string, number>>(`select ${asked.join(', ')} from ${part.from}`)
      : []
  const notes = Object.keys(part.unreadable).flatMap((name) =>
    unreadNote(`${part.object}.${name}`, row[`u_${name}`] ?? 0),
  )
  const willReject = row.rejected ? await reasons(db, part) : []
  return { notes, duplicates: row.duplicates ?? 0, willReject }
}

const unreadNote = (attribute: string, n: number): NoteValue[] =>
  n > 0
    ? [
        {
          kind: 'warning',
          says: `${unreadable(n)} of ${attribute} cannot be read and ${n === 1 ? 'stays' : 'stay'} blank.`,
        },
      ]
    : []

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
