import type { Database, Reader } from '../../../kernel/db/database.ts'
import { missing } from '../../../kernel/errors.ts'
import type { FileRow, ImportRow } from './tables.ts'

export async function requireImport(
  db: Reader | Database,
  id: string,
): Promise<{ row: ImportRow; file: FileRow }> {
  const row = await db.selectFrom('imports_imports').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This import')
  const file = await db
    .selectFrom('imports_files')
    .selectAll()
    .where('id', '=', row.file_id)
    .executeTakeFirstOrThrow()
  return { row, file }
}

/** Whether any import is on its way into the figures. */
export async function isLanding(db: Reader | Database): Promise<boolean> {
  const row = await db
    .selectFrom('imports_imports')
    .select('id')
    .where('status', '=', 'landing')
    .executeTakeFirst()
  return row !== undefined
}

/** The landed batches in the order they landed, and the import each came with. */
export async function landedBatches(db: Reader | Database): Promise<
  {
    batch: number
    objects: string[]
    id: string
    file: string
    source: string
    title: string
    landedAt: string
  }[]
> {
  const rows = await db
    .selectFrom('imports_imports as i')
    .innerJoin('imports_files as f', 'f.id', 'i.file_id')
    .select(['i.batch', 'i.objects', 'i.id', 'i.source', 'i.title', 'i.landed_at', 'f.name'])
    .where('i.status', '=', 'landed')
    .orderBy('i.batch')
    .execute()
  return rows.map((row) => ({
    batch: row.batch as number,
    objects: row.objects,
    id: row.id,
    file: row.name,
    source: row.source ?? '',
    title: row.title,
    landedAt: row.landed_at?.toISOString() ?? '',
  }))
}
