import type { Writer } from '../../../engine/warehouse.ts'
import type { CompiledPart } from './compile.ts'
import type { StagedSheet } from './staging.ts'
import type { NoteValue } from './tables.ts'

const measures = [
  'spend',
  'impressions',
  'clicks',
  'interactions',
  'conversions',
  'conversion_value',
  'sessions',
  'users',
  'amount',
]

/** Compare what a file prints in its total row with what its rows add up to; each cell may have been rounded. */
export async function totalNotes(
  db: Writer,
  { staged }: StagedSheet,
  parts: CompiledPart[],
): Promise<NoteValue[]> {
  if (staged.totals === 0) return []
  const notes: NoteValue[] = []
  for (const part of parts)
    for (const name of measures.filter((one) => part.values[one])) {
      const expression = part.values[name]
      const [printed] = await db.query<{ value: number | null }>(
        `select (${expression})::double as value from ${part.totals} order by row_no limit 1`,
      )
      const [summed] = await db.query<{ value: number | null }>(
        `select sum(${expression})::double as value from ${part.from}`,
      )
      if (printed?.value != null && summed?.value != null)
        notes.push(agreement(name, printed.value, summed.value, staged.rows))
    }
  return notes
}

function agreement(name: string, printed: number, summed: number, rows: number): NoteValue {
  const says = `${name}: the rows add up to ${round(summed)}, the file prints ${round(printed)}`
  const difference = Math.abs(printed - summed)
  if (difference < 1e-9) return { kind: 'info', says: `${says}. They agree.` }
  if (difference <= 0.005 * (rows + 1) + 1e-9)
    return { kind: 'info', says: `${says}. They agree within rounding.` }
  return { kind: 'problem', says: `${says}. They do not agree: is the export complete?` }
}

const round = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 })
