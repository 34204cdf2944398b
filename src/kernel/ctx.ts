import type { Insertable, Selectable, Updateable } from 'kysely'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { EventType } from './contract.ts'
import type { Database, Reader } from './db/database.ts'
import type { Change, Tables } from './db/tables.ts'
import { newId } from './ids.ts'
import type { Job } from './module.ts'
import type { Service } from './service.ts'
import { insert, insertAll, type Row, remove, removeAll, update, updateAll } from './writing.ts'

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
  /** What one call reads again and again is read once, until it writes to one of these tables. */
  once<T>(what: string, of: readonly TableName[], read: () => Promise<T>): Promise<T>
  id(prefix: string): string
  use<T>(port: Service<T>): T
  insert<T extends TableName>(table: T, row: Insertable<Tables[T]>): Promise<Selectable<Tables[T]>>
  update<T extends TableName>(
    table: T,
    which: Which,
    patch: Updateable<Tables[T]>,
  ): Promise<Selectable<Tables[T]> | undefined>
  /** Many rows in few statements, in their order. */
  insertAll<T extends TableName>(table: T, rows: Insertable<Tables[T]>[]): Promise<void>
  /** Many rows by their ids; those that are not there are passed over. */
  updateAll<T extends TableName>(table: T, rows: (Updateable<Tables[T]> & { id: string })[]): Promise<void>
  delete(table: TableName, which: Which): Promise<boolean>
  /** All rows whose column holds one of these, in one statement; answers how many there were. */
  deleteAll(table: TableName, which: { column: string; among: readonly string[] }): Promise<number>
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
  const known = new Map<string, { of: readonly TableName[]; answer: Promise<unknown> }>()
  const forget = (table: TableName) => {
    for (const [what, { of }] of known) if (of.includes(table)) known.delete(what)
  }
  const notes = (table?: TableName) => {
    if (!minutes) throw new Error('A query cannot write.')
    if (table) forget(table)
    return minutes
  }
  return {
    ...call,
    transact(work) {
      known.clear()
      return call.transact(work).finally(() => known.clear())
    },
    db,
    once<T>(what: string, of: readonly TableName[], read: () => Promise<T>) {
      const before = known.get(what)?.answer as Promise<T> | undefined
      if (before) return before
      const answer = read()
      known.set(what, { of, answer })
      answer.catch(() => known.delete(what))
      return answer
    },
    id: (prefix) => newId(prefix, call.now.getTime()),
    insert: (table, row) => insert(db, notes(table), table, row as Record<string, unknown>) as never,
    update: (table, which, patch) =>
      update(db, notes(table), table, which, patch as Record<string, unknown>) as never,
    insertAll: (table, rows) => insertAll(db, notes(table), table, rows as Row[]),
    updateAll: (table, rows) => updateAll(db, notes(table), table, rows as (Row & { id: string })[]),
    delete: (table, which) => remove(db, notes(table), table, which),
    deleteAll: (table, which) => removeAll(db, notes(table), table, which),
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
