import type { Writer } from '../../../engine/warehouse.ts'
import type { CompiledPart } from './compile.ts'
import type { StagedSheet } from './staging.ts'
import type { NoteValue } from './tables.ts'

/** Why a sheet of periods must not land as it is, and what is to be known of it. */
export type OfPeriods = { stops: string[]; notes: NoteValue[] }

const amounts: Partial<Record<CompiledPart['object'], string>> = { channel_spend: 'spend', outcome: 'value' }
const shown = 3

/**
 * Sheets with a row for each period are read as a whole: a week told twice, a cell that is no amount, a day that is
 * none and spend below nothing would each count wrongly without anybody noticing.
 */
export async function ofPeriods(db: Writer, one: StagedSheet, parts: CompiledPart[]): Promise<OfPeriods> {
  const own = parts.filter((part) => amounts[part.object] && part.values.day)
  const [first] = own
  if (!first) return { stops: [], notes: [] }
  const days = await unreadableDays(db, first)
  const cells = await Promise.all(own.map((part) => badCells(db, one, part)))
  const stops = [...days, ...(await told(db, own)), ...cells.flat()]
  return { stops, notes: stops.length > 0 ? [] : await gaps(db, first) }
}

async function unreadableDays(db: Writer, part: CompiledPart): Promise<string[]> {
  const bad = part.unreadable.day
  if (!bad) return []
  const rows = await db.query<{ row_no: number; cell: string }>(
    `select row_no, left(${part.cells.day}, 40) as cell from ${part.from} where ${bad} order by row_no limit ${shown}`,
  )
  return rows.map(
    ({ row_no, cell }) =>
      `“${cell}” in row ${row_no} is no day as the other rows write theirs; write all days in one way, best as 2025-03-31`,
  )
}

/** Of one channel or outcome a period is told once. */
async function told(db: Writer, parts: CompiledPart[]): Promise<string[]> {
  const found = await Promise.all(
    parts.map((part) =>
      db.query<{ day: string; rows: number[] }>(
        `select v_day::varchar as day, list(row_no order by row_no) as rows from ${part.from}
         where row_key is not null and reason is null group by v_day, row_key having count(*) > 1 order by v_day limit ${shown}`,
      ),
    ),
  )
  const byDay = new Map(found.flat().map(({ day, rows }) => [day, rows]))
  return [...byDay].map(
    ([day, rows]) =>
      `${day} is told by ${rows.length} rows (${rows.slice(0, shown).join(', ')}); keep one of them, or add them up`,
  )
}

async function badCells(db: Writer, { sheet }: StagedSheet, part: CompiledPart): Promise<string[]> {
  const name = amounts[part.object] as string
  const bad = part.unreadable[name] ?? 'false'
  const below = part.object === 'channel_spend' ? `v_${name} < 0` : 'false'
  const rows = await db.query<{ row_no: number; cell: string; is_bad: boolean }>(
    `select row_no, left(${part.cells[name]}, 40) as cell, coalesce(${bad}, false) as is_bad from ${part.from}
     where (${bad}) or (${below}) order by row_no limit ${shown}`,
  )
  const heading = sheet.columns[Number(part.cells[name]?.slice(1))] ?? name
  return rows.map(({ row_no, cell, is_bad }) =>
    is_bad
      ? `“${cell}” in row ${row_no} of ${heading} is no amount; write a number, or leave the cell blank`
      : `${cell} in row ${row_no} of ${heading} is below 0; spend is never negative, so write what was spent and enter refunds on Costs`,
  )
}

/** Weeks missing between others count as weeks without spend: whoever hands the sheet in should know. */
async function gaps(db: Writer, part: CompiledPart): Promise<NoteValue[]> {
  const rows = await db.query<{ after: string; next: string; n: number }>(
    `with days as (select distinct v_day as day from ${part.from} where v_day is not null),
      steps as (select day, lead(day) over (order by day) as next from days)
     select day::varchar as after, next::varchar as next, (datediff('day', day, next) // 7 - 1)::int as n from steps
     where (select quantile_disc(datediff('day', day, next), 0.5) from steps where next is not null) = 7
       and datediff('day', day, next) > 7 order by day limit 20`,
  )
  if (rows.length === 0) return []
  const weeks = rows.reduce((sum, { n }) => sum + n, 0)
  const where = rows.slice(0, shown).map(({ after, next }) => `between ${after} and ${next}`)
  const more = rows.length > shown ? ' and elsewhere' : ''
  return [
    {
      kind: 'warning',
      says: `${weeks} ${weeks === 1 ? 'week is' : 'weeks are'} missing ${where.join(', ')}${more}; nothing counts as spent then. Add the rows if something was, and import the sheet again.`,
    },
  ]
}
