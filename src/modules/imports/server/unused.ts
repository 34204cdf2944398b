import { objects } from '../../../engine/model.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import type { StagedSheet } from './staging.ts'
import type { MappingValue, NoteValue } from './tables.ts'

const mostNamed = 30

/** Columns of the file that no part of the mapping reads, by name. */
export function unusedNotes(unused: string[]): NoteValue[] {
  if (unused.length === 0) return []
  const many = unused.length > mostNamed ? ` and ${unused.length - mostNamed} more` : ''
  const are = unused.length === 1 ? '1 column is' : `${unused.length} columns are`
  return [{ kind: 'info', says: `${are} not used: ${unused.slice(0, mostNamed).join(', ')}${many}.` }]
}

const fewest = 3
/** What days, amounts and shares have is seldom a name, however different they are. */
const names = new Set(['text', 'integer', 'id'])

/**
 * A column that is left out and different in every row looks like the rows' own name, and without one a later file can
 * only add to them.
 */
export async function nameNotes(
  db: Writer,
  { sheet, staged, columns }: StagedSheet,
  mapping: MappingValue,
  unused: string[],
): Promise<NoteValue[]> {
  const isNameless = mapping.parts.some(
    ({ object, attributes }) =>
      'key' in objects[object as keyof typeof objects].attributes && !('key' in attributes),
  )
  if (!isNameless || staged.rows < fewest) return []
  const notes: NoteValue[] = []
  for (const { index, type, filled } of columns) {
    const heading = sheet.columns[index] ?? ''
    if (!unused.includes(heading) || filled < 1 || !names.has(type)) continue
    const [row] = await db.query<{ n: number }>(`select count(distinct c${index}) as n from ${staged.table}`)
    if (row?.n === staged.rows)
      notes.push({
        kind: 'warning',
        says: `${heading} looks like the row’s own name; map it to key so that a later file can restate it.`,
      })
  }
  return notes
}
