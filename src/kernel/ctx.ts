import type { Insertable, Selectable, Updateable } from 'kysely'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { EventType } from './contract.ts'
import type { Database, Reader } from './db/database.ts'
import type { Change, Tables } from './db/tables.ts'
import { newId } from './ids.ts'
import type { Job } from './module.ts'
import type { Service } from './service.ts'

export type TableName = keyof Tables & string
/** One row, by its `id` or by the columns that name it. */
export type Which = string | Record<string, string | number>

export type Ctx = {
  actor: Actor
  /** The moment of the call; nothing else reads the clock. */
  now: Date
  via: string
  request: string
  /** Where the call came from, as far as the door knows. */
  address: string
  agent: string
  db: Reader
  id(prefix: string): string
  use<T>(port: Service<T>): T
  insert<T extends TableName>(table: T, row: Insertable<Tables[T]>): Promise<Selectable<Tables[T]>>
  update<T extends TableName>(
    table: T,
    which: Which,
    patch: Updateable<Tables[T]>,
  ): Promise<Selectable<Tables[T]> | undefined>
  delete(table: TableName, which: Which): Promise<boolean>
  /** Say what happened; kept with the columns that changed since the previous record. */
  record<P extends z.ZodType>(event: EventType<P>, subject: string, payload: z.input<P>): Promise<void>
  /** For uploads and jobs, whose long work lies between short transactions: run one of these. */
  transact<T>(work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Start a job once this transaction has committed. */
  enqueue<P>(job: Job<P>, payload: P): void
  /** Send a header (a cookie) with the answer, once this transaction has committed. */
  setHeader(name: string, value: string): void
}

export type Recorded = {
  id: string
  type: EventType
  subject: string
  payload: Record<string, unknown>
  changes: Change[]
}

/** What a command leaves behind: events to write, jobs to start. */
export class Minutes {
  events: Recorded[] = []
  jobs: { name: string; payload: unknown }[] = []
  headers: [name: string, value: string][] = []
  changes: Change[] = []
  touched = false

  note(change: Change): void {
    this.touched = true
    this.changes.push(change)
  }

  /** Changes made after the last record belong to it. */
  settle(): void {
    const last = this.events.at(-1)
    if (last && this.changes.length > 0) last.changes.push(...this.changes.splice(0))
  }
}

type Call = Pick<Ctx, 'actor' | 'now' | 'via' | 'request' | 'address' | 'agent' | 'use' | 'transact'>

/** The context of one call. Given no minutes it can only read. */
export function createCtx(call: Call, db: Database, minutes?: Minutes): Ctx {
  const notes = () => {
    if (!minutes) throw new Error('A query cannot write.')
    return minutes
  }
  return {
    ...call,
    db,
    id: (prefix) => newId(prefix, call.now.getTime()),
    insert: (table, row) => insert(db, notes(), table, row as Record<string, unknown>) as never,
    update: (table, which, patch) =>
      update(db, notes(), table, which, patch as Record<string, unknown>) as never,
    delete: (table, which) => remove(db, notes(), table, which),
    async record(event, subject, payload) {
      const parsed = event.payload.parse(payload) as Record<string, unknown>
      const record = {
        id: newId('evt', call.now.getTime()),
        type: event,
        subject,
        payload: parsed,
        changes: notes().changes.splice(0),
      }
      notes().events.push(record)
    },
    enqueue(job, payload) {
      notes().jobs.push({ name: job.name, payload })
    },
    setHeader(name, value) {
      notes().headers.push([name, value])
    },
  }
}

type Row = Record<string, unknown>

async function insert(db: Database, minutes: Minutes, table: string, row: Row): Promise<Row> {
  const names = Object.keys(row)
  const written = await sql<Row>`
    insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    values (${sql.join(names.map((name) => sql.val(toColumn(row[name]))))}) returning *`.execute(db)
  const done = written.rows[0] as Row
  minutes.note({ table, row: nameOf(done), did: 'insert' })
  return done
}

async function update(
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

async function remove(db: Database, minutes: Minutes, table: string, which: Which): Promise<boolean> {
  const gone = await sql<Row>`delete from ${sql.table(table)} where ${matching(which)} returning *`.execute(
    db,
  )
  for (const row of gone.rows) minutes.note({ table, row: nameOf(row), did: 'delete' })
  return gone.rows.length > 0
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
