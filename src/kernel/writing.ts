import { sql } from 'kysely'
import type { Minutes, Which } from './ctx.ts'
import type { Database } from './db/database.ts'

export type Row = Record<string, unknown>

/** Write one row and note it. */
export async function insert(db: Database, minutes: Minutes, table: string, row: Row): Promise<Row> {
  const names = Object.keys(row)
  const written = await sql<Row>`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(names.map((name) => sql.val(toColumn(row[name]))))}) returning *`.execute(db)
  const done = written.rows[0] as Row
  minutes.note({ table, row: nameOf(done), did: 'insert' })
  return done
}

/** Change the columns of one row that differ, and note what they were; undefined where there is no such row. */
export async function update(
  db: Database,
  minutes: Minutes,
  table: string,
  which: Which,
  patch: Row,
): Promise<Row | undefined> {
  const where = matching(which)
  const before = (await sql<Row>`select * from ${sql.table(table)} where ${where} for update`.execute(db))
    .rows[0]
  if (!before) return undefined
  const names = Object.keys(patch).filter(
    (name) => patch[name] !== undefined && !isSame(before[name], patch[name]),
  )
  if (names.length === 0) return before
  const set = sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.val(toColumn(patch[name]))}`))
  const after = (await sql<Row>`update ${sql.table(table)} set ${set} where ${where} returning *`.execute(db))
    .rows[0] as Row
  const columns = Object.fromEntries(names.map((name) => [name, hidden(name, before[name], after[name])]))
  minutes.note({ table, row: nameOf(after), did: 'update', columns })
  return after
}

const atOnce = 500

/** Write many rows in statements of 500, and note each. */
export async function insertAll(db: Database, minutes: Minutes, table: string, rows: Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {})
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = rows
      .slice(from, from + atOnce)
      .map((row) => sql`(${sql.join(names.map((name) => sql.val(toColumn(row[name]))))})`)
    const written = await sql<Row>`
      insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      values ${sql.join(values)} returning *`.execute(db)
    for (const done of written.rows) minutes.note({ table, row: nameOf(done), did: 'insert' })
  }
}

type Named = Row & { id: string }

/** Change many rows in two statements for 500 with the same columns, and note of each what was different before. */
export async function updateAll(db: Database, minutes: Minutes, table: string, rows: Named[]): Promise<void> {
  const alike = new Map<string, Named[]>()
  for (const row of rows) {
    const columns = Object.keys(row)
      .filter((name) => row[name] !== undefined)
      .sort()
      .join()
    const group = alike.get(columns)
    if (group) group.push(row)
    else alike.set(columns, [row])
  }
  for (const group of alike.values()) await updateAlike(db, minutes, table, group)
}

async function updateAlike(db: Database, minutes: Minutes, table: string, rows: Named[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id' && rows[0]![name] !== undefined)
  if (names.length === 0) return
  const set = names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)}`)
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce)
    const ids = part.map((row) => row.id)
    const old = await sql<Named>`select * from ${sql.table(table)} where id = any(${ids}) for update`.execute(
      db,
    )
    const before = new Map(old.rows.map((row) => [row.id, row]))
    const written = await sql<Named>`
      update ${sql.table(table)} kept set ${sql.join(set)}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::jsonb) given
      where kept.id = given.id returning kept.*`.execute(db)
    for (const after of written.rows) noteChange(minutes, table, before.get(after.id) as Row, after, names)
  }
}

function noteChange(minutes: Minutes, table: string, before: Row, after: Row, names: string[]): void {
  const changed = names.filter((name) => !isSame(before[name], after[name]))
  if (changed.length === 0) return
  const columns = changed.map((name) => [name, hidden(name, before[name], after[name])] as const)
  minutes.note({ table, row: nameOf(after), did: 'update', columns: Object.fromEntries(columns) })
}

/** Remove rows and note them; says whether there were any. */
export async function remove(db: Database, minutes: Minutes, table: string, which: Which): Promise<boolean> {
  const gone = await sql<Row>`delete from ${sql.table(table)} where ${matching(which)} returning *`.execute(
    db,
  )
  for (const row of gone.rows) minutes.note({ table, row: nameOf(row), did: 'delete' })
  return gone.rows.length > 0
}

/** Remove the rows whose column holds one of these, in one statement, and note each. */
export async function removeAll(
  db: Database,
  minutes: Minutes,
  table: string,
  { column, among }: { column: string; among: readonly string[] },
): Promise<number> {
  const gone = await sql<Row>`
    delete from ${sql.table(table)} where ${sql.ref(column)} = any(${among}) returning *`.execute(db)
  for (const row of gone.rows) minutes.note({ table, row: nameOf(row), did: 'delete' })
  return gone.rows.length
}

const matching = (which: Which) =>
  sql.join(
    Object.entries(typeof which === 'string' ? { id: which } : which).map(
      ([name, value]) => sql`${sql.ref(name)} = ${value}`,
    ),
    sql` and `,
  )

const nameOf = (row: Row): string => String(row.id ?? Object.values(row).slice(0, 2).join('/'))

/** Arrays of text stay arrays; other objects are JSON. */
const toColumn = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array)
    return value
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  return JSON.stringify(value)
}

/** JSON columns are written as text and read as values. */
const isSame = (before: unknown, after: unknown): boolean => {
  const text = JSON.stringify(before ?? null)
  return text === JSON.stringify(after ?? null) || (typeof before === 'object' && text === after)
}

/** Secrets are recorded as changed, never with their values. */
const hidden = (name: string, from: unknown, to: unknown): [unknown, unknown] =>
  /hash|secret|token|password/.test(name) ? ['…', '…'] : [from, to]
