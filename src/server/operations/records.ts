import { createHash } from 'node:crypto'
import type pg from 'pg'

export type TableDump = { rows: number; sha256: string; columns: string[] }
type Column = { name: string; type: string }

const own = ['kernel_migrations', 'kernel_migration_lock']
const page = 2000
const quoted = (name: string): string => `"${name.replace(/"/g, '""')}"`

/** Every table of the records, by name. */
export async function tablesOf(client: pg.ClientBase): Promise<string[]> {
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' order by relname`,
  )
  return found.rows.map((row) => row.name).filter((name) => !own.includes(name))
}

/** Transaction numbers belong to one server and are given anew by another; generated columns follow from the rest. */
async function columnsOf(client: pg.ClientBase, table: string): Promise<Column[]> {
  const found = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
       and atttypid <> 'xid8'::regtype order by attnum`,
    [quoted(table)],
  )
  return found.rows
}

/** Read a table row by row, as one JSON line of texts each, in the order of these lines: where a row lies
 * on the disk differs after a reload. Must run in a transaction. */
export async function dumpTable(
  client: pg.ClientBase,
  table: string,
  write: (lines: string) => Promise<void> | void,
): Promise<TableDump> {
  const columns = await columnsOf(client, table)
  const hash = createHash('sha256')
  const list = columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  await client.query(
    `declare rows no scroll cursor for select line from
       (select json_build_array(${list})::text as line from ${quoted(table)}) lines order by line collate "C"`,
  )
  let rows = 0
  for (;;) {
    const next = await client.query<{ line: string }>(`fetch ${page} from rows`)
    if (next.rows.length === 0) break
    const lines = next.rows.map((row) => `${row.line}\n`).join('')
    rows += next.rows.length
    hash.update(lines)
    await write(lines)
  }
  await client.query('close rows')
  return { rows, sha256: hash.digest('hex'), columns: columns.map((one) => one.name) }
}

/** Put dumped lines back into an empty table with the same columns. */
export async function loadTable(
  client: pg.ClientBase,
  table: string,
  wanted: string[],
  lines: AsyncIterable<string>,
): Promise<void> {
  const columns = await columnsOf(client, table)
  if (columns.map((one) => one.name).join() !== wanted.join())
    throw new Error(`the table ${table} has other columns here than in the archive`)
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const values = columns.map(({ type }, index) => `(line::json ->> ${index})::${type}`).join(', ')
  const insert = `insert into ${quoted(table)} (${names}) overriding system value
    select ${values} from unnest($1::text[]) with ordinality as given (line, position) order by position`
  const waiting: string[] = []
  for await (const line of lines) {
    waiting.push(line)
    if (waiting.length === page) await client.query(insert, [waiting.splice(0)])
  }
  if (waiting.length > 0) await client.query(insert, [waiting])
}

type Sequences = Record<string, number | null>

/** The last number each sequence gave; none when it gave none yet. */
export async function sequencesOf(client: pg.ClientBase): Promise<Sequences> {
  const found = await client.query<{ name: string; last: number | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'`,
  )
  return Object.fromEntries(found.rows.map(({ name, last }) => [name, last]))
}

/** Numbers go on where they were. */
export async function continueSequences(client: pg.ClientBase, sequences: Sequences): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    if (last !== null) await client.query('select setval($1::regclass, $2)', [quoted(name), last])
}
