import type { ColumnType, JSONColumnType, Selectable } from 'kysely'
import type { z } from 'zod'
import type { Counts, Import, ImportStatus, Inspection, Mapping, Note } from '../contract.ts'
import { whyNotLand, whyNotUndo } from '../rules.ts'

type Json<T> = ColumnType<T, string, string>

/** What was understood of a sheet; kept so that the page can be left and come back to. */
export type Understood = Pick<
  z.infer<typeof Inspection>,
  | 'columns'
  | 'unsettled'
  | 'unused'
  | 'confidence'
  | 'declaration'
  | 'sample'
  | 'willReject'
  | 'duplicates'
  | 'joins'
>
export type MappingValue = z.infer<typeof Mapping>
export type CountsValue = z.infer<typeof Counts>
export type NoteValue = z.infer<typeof Note>

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    imports_files: {
      id: string
      name: string
      sha256: string
      size: number
      path: string
      uploaded_at: Date
      uploaded_by: string
    }
    imports_imports: {
      id: string
      file_id: string
      position: number
      sheet: string | null
      status: ImportStatus
      source: string | null
      title: string
      reason: string | null
      objects: string[]
      rows: number
      batch: number | null
      mapping: Json<MappingValue | null>
      inspection: Json<Understood>
      counts: Json<CountsValue | null>
      notes: Json<NoteValue[]>
      created_at: Date
      landed_at: Date | null
      created_by: string
    }
    imports_mappings: {
      id: string
      name: string
      headings: string[]
      mapping: JSONColumnType<MappingValue>
      saved_at: Date
      saved_by: string
    }
    imports_vocabulary: { id: string; kind: string; raw: string; value: string }
    imports_attestations: {
      id: string
      source: string
      from_on: string
      to_on: string
      words: string
      attested_at: Date
      attested_by: string
    }
  }
}

type Tables = import('../../../kernel/db/tables.ts').Tables
export type FileRow = Selectable<Tables['imports_files']>
export type ImportRow = Selectable<Tables['imports_imports']>

export function toImport(row: ImportRow, file: Pick<FileRow, 'name' | 'size'>): Import {
  return {
    id: row.id,
    fileId: row.file_id,
    file: file.name,
    sheet: row.sheet,
    size: file.size,
    status: row.status,
    source: row.source,
    title: row.title,
    reason: row.reason,
    objects: row.objects,
    batch: row.batch,
    rows: row.rows,
    counts: row.counts,
    notes: row.notes,
    uploadedAt: row.created_at.toISOString(),
    landedAt: row.landed_at?.toISOString() ?? null,
    by: row.created_by,
    can: { land: whyNotLand(row), undo: whyNotUndo(row) },
  }
}

export function toInspection(
  row: ImportRow,
  file: Pick<FileRow, 'name' | 'size'>,
): z.infer<typeof Inspection> {
  return { ...toImport(row, file), mapping: row.mapping, ...row.inspection }
}
