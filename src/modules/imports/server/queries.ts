import { type ObjectName, objectNames, objects } from '../../../engine/model.ts'
import { warehouse } from '../../../engine/port.ts'
import { columnsOf, mappedTable } from '../../../engine/schema.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import type { imports } from '../contract.ts'
import { attributeSources } from '../sources/index.ts'
import { requireImport } from './read.ts'
import { toImport, toInspection } from './tables.ts'

export async function list(ctx: Ctx, { limit, offset, status }: In<typeof imports.list>) {
  let query = ctx.db.selectFrom('imports_imports as i').innerJoin('imports_files as f', 'f.id', 'i.file_id')
  if (status) query = query.where('i.status', '=', status)
  const rows = await query
    .selectAll('i')
    .select(['f.name', 'f.size'])
    .orderBy('i.created_at', 'desc')
    .orderBy('i.position')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { items: rows.map((row) => toImport(row, row)), total }
}

export async function show(ctx: Ctx, { id }: In<typeof imports.show>) {
  const { row, file } = await requireImport(ctx.db, id)
  return toInspection(row, file)
}

export async function mappings(ctx: Ctx) {
  const rows = await ctx.db.selectFrom('imports_mappings').selectAll().orderBy('name').execute()
  return {
    items: rows.map((row) => ({
      name: row.name,
      mapping: row.mapping,
      savedAt: row.saved_at.toISOString(),
      by: row.saved_by,
    })),
  }
}

/** The rejected rows under the file's own headings, the reason last: mend it and hand it in again. */
export async function rejects(ctx: Ctx, { id, format }: In<typeof imports.rejects>) {
  const { row, file } = await requireImport(ctx.db, id)
  if (row.batch === null) throw conflict('Nothing of this file has landed, so nothing was rejected.')
  const found = await ctx
    .use(warehouse)
    .query<{ row_no: number; reason: string; cells: (string | null)[] }>(
      'select row_no, reason, cells from mapped.reject where batch = $1 order by row_no',
      [row.batch],
    )
  const headings = row.inspection.columns.map((column) => column.name)
  return tableFile(format, {
    name: `${file.name.replace(/\.\w+$/, '')} rejects`,
    heading: [...headings, 'Why it was rejected', 'Row'],
    rows: found.map((one) => [...one.cells, one.reason, one.row_no]),
  })
}

export async function rows(ctx: Ctx, { id, object, limit, offset }: In<typeof imports.rows>) {
  const { row } = await requireImport(ctx.db, id)
  const wanted = (object ?? row.objects[0]) as ObjectName | undefined
  if (!wanted || !objectNames.includes(wanted)) throw invalid('This import brought no rows of that object.')
  if (row.batch === null) return { columns: columnsOf(wanted), rows: [], total: 0 }
  const store = ctx.use(warehouse)
  const table = mappedTable(wanted)
  const [counted] = await store.query<{ n: number }>(`select count(*) as n from ${table} where batch = $1`, [
    row.batch,
  ])
  const found = await store.query(
    `select row_no, is_current, * exclude (batch, row_no, system, row_key, print, is_last, is_current)
     from ${table} where batch = $1 order by row_no limit ${limit} offset ${offset}`,
    [row.batch],
  )
  return { columns: ['row_no', ...columnsOf(wanted)], rows: found, total: counted?.n ?? 0 }
}

export async function model() {
  const from = attributeSources()
  return {
    objects: objectNames.map((name) => ({
      name,
      meaning: objects[name].meaning,
      key: [...objects[name].key],
      attributes: Object.entries(objects[name].attributes).map(([attribute, one]) => ({
        name: attribute,
        type: one.type,
        meaning: one.meaning,
        required: objects[name].required.some((any) => any.includes(attribute)),
        sources: toldOnce(from[`${name}.${attribute}`] ?? []),
      })),
    })),
  }
}

type AttributeSource = { source: string; title: string; from: string[] }

/** Several declarations of one kind of file may read an attribute from the same headings; people are told once. */
function toldOnce(all: AttributeSource[]): { source: string; title: string; from: string }[] {
  const told = all.map(({ source, title, from }) => ({ source, title, from: from.join(', ') }))
  return [...new Map(told.map((one) => [`${one.title} ${one.from}`, one])).values()]
}
