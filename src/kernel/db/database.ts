import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

const int8 = 20
const numeric = 1700
const date = 1082

pg.types.setTypeParser(int8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new Error(`The stored whole number ${text} is too large to be handled exactly.`)
  return value
})
pg.types.setTypeParser(numeric, (text) => text)
pg.types.setTypeParser(date, (text) => text)

export type Database = Kysely<Tables>
/** What handlers may read with; writing goes through `ctx` so that changes are recorded. */
export type Reader = Pick<Database, 'selectFrom' | 'with' | 'selectNoFrom' | 'fn'>

/** A pool and a typed query builder on a PostgreSQL server (15 or newer). int8 comes back as a number, dates as text. */
export function connect(connection: pg.PoolConfig | string): { db: Database; pool: pg.Pool } {
  const pool = new pg.Pool(
    typeof connection === 'string' ? { connectionString: connection, max: 20 } : { ...connection, max: 20 },
  )
  // A connection that breaks while idle is replaced at the next question; unheard, the error would end the process.
  pool.on('error', () => undefined)
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool }
}
