import type { StagedSheet } from './staging.ts'
import type { MappingValue, NoteValue } from './tables.ts'

/** What of a sheet is not read as rows. */
export function skippedNotes({ staged }: StagedSheet): NoteValue[] {
  const { skipped } = staged
  const said = [
    [skipped.comments, 'comment line was left out', 'comment lines were left out'],
    [skipped.repeatedHeadings, 'repeated heading was left out', 'repeated headings were left out'],
    [staged.totals, 'total row is not counted', 'total rows are not counted'],
    [
      skipped.wider,
      'row was wider than the heading; its extra cells are not read',
      'rows were wider than the heading; their extra cells are not read',
    ],
  ] as const
  return said
    .filter(([n]) => n > 0)
    .map(([n, one, many]) => ({ kind: 'info' as const, says: `${n} ${n === 1 ? one : many}.` }))
}

/** People without any date would be in no lead figure; say so before they land. */
export const undatedNotes = (mapping: MappingValue): NoteValue[] =>
  mapping.parts.some(
    (part) => part.object === 'contact' && !Object.keys(part.attributes).some((name) => name.endsWith('_at')),
  )
    ? [
        {
          kind: 'warning',
          says: 'No column is mapped to a date, so these people land but no lead figure counts them. Map one to created_at or lead_at.',
        },
      ]
    : []

/** `1 value`, `1,204 values`. */
export const unreadable = (n: number): string => (n === 1 ? '1 value' : `${n.toLocaleString('en')} values`)
