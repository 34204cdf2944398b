import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Writer } from '../warehouse.ts'
import { copyRecords, headingOnly } from './csv.ts'
import { setAside } from './oddities.ts'
import { FileProblem } from './problem.ts'
import type { Sheet, Staged } from './sheet.ts'
import { cells, identifier, literal } from './sql.ts'

/**
 * Creates `table`: row_no BIGINT and c0…cN VARCHAR in file order, blank cells NULL. `row_no` is the row a
 * spreadsheet would show for text and worksheets, the number of the record for JSON and Parquet.
 * Comments, repeated headings and blank rows are left out and counted; total rows go to `${table}_totals`.
 * A regular UTF-8 CSV is read by DuckDB straight from the upload; anything else through an exact copy.
 * `table` is a view over `${table}_cells`: numbering rows while reading would cost DuckDB its parallel reader,
 * while its own row ids cost nothing. All of it is temporary: it is never packed, lies in memory or spilled beside the
 * warehouse, is seen by the writing connection alone and ends with the process. Take it away sooner with `unstage`.
 * Throws FileProblem; the caller's transaction then takes everything back.
 */
export async function stage(db: Writer, sheet: Sheet, table: string): Promise<Staged> {
  const store = identifier(`${table}_cells`)
  const { numbered, wider } = await load(db, sheet, store)
  const from = numbered
    ? store
    : `(select rowid % ${localRowIds} + ${firstRow(sheet)} as row_no, * from ${store})`
  const aside = await setAside(db, sheet, table, from)
  const { totals, ...skipped } = aside
  const left = totals + skipped.blank + skipped.comments + skipped.repeatedHeadings
  const without = left ? ` where row_no not in (select row_no from ${identifier(`${table}_aside`)})` : ''
  await db.run(`create temp view ${identifier(table)} as select * from ${from}${without}`)
  const [{ rows } = { rows: 0 }] = await db.query<{ rows: number }>(`select count(*) as rows from ${store}`)
  if (rows - left <= 0) throw headingOnly(sheet.file, sheet.sheet)
  return { table, sheet, rows: rows - left, totals, skipped: { ...skipped, wider, rejected: 0 }, rejects: [] }
}

/** Drops everything that `stage` made under this name; nothing happens where there is nothing. */
export async function unstage(db: Writer, table: string): Promise<void> {
  await db.run(`drop view if exists ${identifier(table)}`)
  for (const part of ['cells', 'aside', 'totals'])
    await db.run(`drop table if exists ${identifier(`${table}_${part}`)}`)
}

/** DuckDB numbers the rows of an uncommitted table from here, and of a committed one from 0. */
const localRowIds = '36028797018960000'

const firstRow = (sheet: Sheet): number => (sheet.format === 'csv' ? sheet.headingRow + 1 : 1)

type Loaded = { numbered: boolean; wider: number }

async function load(db: Writer, sheet: Sheet, store: string): Promise<Loaded> {
  if (sheet.format === 'parquet') await loadParquet(db, sheet, store)
  else if (sheet.format !== 'csv') await loadJson(db, sheet, store)
  else if (sheet.csv!.numbered) await loadNumbered(db, sheet, sheet.path, store)
  else if (sheet.csv!.direct && (await loadDirectly(db, sheet, store))) return { numbered: false, wider: 0 }
  else return { numbered: true, wider: await loadCopied(db, sheet, store) }
  return { numbered: sheet.format !== 'parquet', wider: sheet.csv?.wider ?? 0 }
}

/** False, and no table, when a single row does not fit: rows are never lost to speed. */
async function loadDirectly(db: Writer, sheet: Sheet, store: string): Promise<boolean> {
  const rejects = `rejects_${randomUUID().replaceAll('-', '')}`
  await db.run(
    `create temp table ${store} as
     select * from ${readCsv(sheet.path, sheet.csv!.delimiter, cells(sheet.columns.length), {
       skip: sheet.headingRow,
       store_rejects: true,
       rejects_table: literal(`${rejects}_rows`),
       rejects_scan: literal(`${rejects}_scan`),
       max_line_size: sheet.limits.cell,
       buffer_size: 32_000_000,
     })}`,
  )
  const [odd] = await db.query(`select 1 from ${rejects}_rows limit 1`)
  await db.run(`drop table ${rejects}_rows`)
  await db.run(`drop table ${rejects}_scan`)
  if (odd) await db.run(`drop table ${store}`)
  return !odd
}

async function loadCopied(db: Writer, sheet: Sheet, store: string): Promise<number> {
  const path = join(sheet.workdir, `${randomUUID()}.rows.csv`)
  try {
    const { wider } = await copyRecords(sheet, path)
    await loadNumbered(db, sheet, path, store)
    return wider
  } finally {
    await rm(path, { force: true })
  }
}

async function loadNumbered(db: Writer, sheet: Sheet, path: string, store: string): Promise<void> {
  const columns = ['row_no', ...cells(sheet.columns.length)]
  const longest = sheet.limits.record * 2
  await db.run(
    `create temp table ${store} as select row_no::bigint as row_no, * exclude (row_no)
     from ${readCsv(path, ',', columns, { skip: 0, max_line_size: longest, buffer_size: longest * 2, new_line: literal('\\n') })}`,
  )
}

async function loadJson(db: Writer, sheet: Sheet, store: string): Promise<void> {
  const columns = cells(sheet.columns.length).map((name) => `${name}: 'VARCHAR'`)
  await db.run(
    `create temp table ${store} as select * from read_json(${literal(sheet.path)}, format = 'newline_delimited',
     maximum_object_size = ${sheet.limits.record * 2}, columns = {row_no: 'BIGINT', ${columns.join(', ')}})`,
  )
}

async function loadParquet(db: Writer, sheet: Sheet, store: string): Promise<void> {
  const from = `read_parquet(${literal(sheet.path)})`
  const described = await db.query<{ column_name: string; column_type: string }>(
    `describe select * from ${from}`,
  )
  const columns = described.map(({ column_name: name, column_type: type }, at) => {
    const nested = /^(STRUCT|MAP|UNION)|\[/.test(type)
    return `nullif((${nested ? `to_json(${identifier(name)})` : identifier(name)})::varchar, '') as c${at}`
  })
  await db.run(`create temp table ${store} as select ${columns.join(', ')} from ${from}`)
  const long = cells(columns.length).map((name) => `max(length(${name})) as ${name}`)
  const [lengths = {}] = await db.query<Record<string, number | null>>(
    `select ${long.join(', ')} from ${store}`,
  )
  const at = cells(columns.length).findIndex((name) => (lengths[name] ?? 0) > sheet.limits.cell)
  if (at >= 0)
    throw new FileProblem(
      { file: sheet.file, sheet: sheet.sheet, column: sheet.columns[at] },
      'A cell is longer than 1 MB.',
      'Leave the column out.',
    )
}

function readCsv(
  path: string,
  delimiter: string,
  columns: string[],
  options: Record<string, string | number | boolean>,
): string {
  const extra = Object.entries(options).map(([name, value]) => `, ${name} = ${value}`)
  return `read_csv(${literal(path)}, auto_detect = false, header = false, delim = ${literal(delimiter)},
    quote = '"', escape = '"', columns = {${columns.map((name) => `${name}: 'VARCHAR'`).join(', ')}}${extra.join('')})`
}
