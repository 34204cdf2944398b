import { duckType } from './ingest/index.ts'
import { type ObjectName, objectNames, objects } from './model.ts'
import type { Writer } from './warehouse.ts'

/**
 * Columns every mapped row carries besides its attributes:
 * `batch` number of the landed import, `row_no` row of the file, `system` it came from, `row_key` its name within the source
 * (NULL where no key attribute is filled: its `print` then names it),
 * `print` hash of its content, `is_last` it counts within its own file, `is_current` it counts now.
 */
const carried =
  'batch integer, row_no bigint, system varchar, row_key varchar, print ubigint, is_last boolean, is_current boolean'

/** What a mapped row is called within its source, as SQL: its key, or its content where it has none. */
export const rowName = 'coalesce(row_key, print::varchar)'

/** Table of the warehouse that holds an object's mapped rows: `mapped.contact`. */
export const mappedTable = (object: ObjectName): string => `mapped.${object}`
/** Attributes of an object, as the columns of its table, in the order of the data model. */
export const columnsOf = (object: ObjectName): string[] => Object.keys(objects[object].attributes)

/** Create what is missing of the warehouse's own tables. Safe to run at every start. */
export async function ensureSchema(db: Writer): Promise<void> {
  await db.run('create schema if not exists mapped')
  await db.run('create schema if not exists mart')
  for (const object of objectNames) {
    const attributes = Object.entries(objects[object].attributes).map(
      ([name, one]) => `"${name}" ${duckType[one.type]}`,
    )
    await db.run(`create table if not exists ${mappedTable(object)} (${carried}, ${attributes.join(', ')})`)
  }
  await addColumns(db)
  await db.run(`create table if not exists mapped.reject
    (batch integer, row_no bigint, object varchar, reason varchar, cells varchar[])`)
  await db.run('create table if not exists mart.state (name varchar primary key, built_from varchar)')
}

/** A warehouse made before the data model had an attribute gets its column; older rows leave it blank. */
async function addColumns(db: Writer): Promise<void> {
  const there = await db.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'mapped'`,
  )
  const known = new Set(there.map((one) => one.name))
  for (const object of objectNames)
    for (const [name, { type }] of Object.entries(objects[object].attributes))
      if (!known.has(`${object}.${name}`))
        await db.run(`alter table ${mappedTable(object)} add column "${name}" ${duckType[type]}`)
}

/** The numbers of the batches that have rows here, landed or not. */
export async function batchesPresent(db: Writer): Promise<number[]> {
  const parts = [...objectNames.map(mappedTable), 'mapped.reject'].map(
    (table) => `select distinct batch from ${table}`,
  )
  const rows = await db.query<{ batch: number }>(parts.join(' union '))
  return rows.map((row) => row.batch)
}

/** Create or replace a view of the marts, also where an older version of the program kept a table of that name. */
export async function replaceView(db: Writer, name: string, select: string): Promise<void> {
  const tables = await db.query(
    `select 1 from duckdb_tables() where schema_name = 'mart' and table_name = '${name}'`,
  )
  if (tables.length > 0) await db.run(`drop table mart.${name}`)
  await db.run(`create or replace view mart.${name} as ${select}`)
}
