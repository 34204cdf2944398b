import { createHash } from 'node:crypto'
import { warehouse } from '../../../engine/port.ts'
import type { Warehouse } from '../../../engine/warehouse.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { program } from '../../../kernel/process.ts'
import { type Service, service } from '../../../kernel/service.ts'
import type { Facts } from './derived.ts'
import { marts } from './marts.ts'
import { organisation } from './organisation.ts'
import { landedBatches } from './read.ts'
import { wordsSet } from './vocabulary.ts'

/** Anything that can use ports and read the records: the app, or the context of a call. */
type Around =
  | { db: Reader | Database; use<T>(port: Service<T>): T }
  | { db: Database; services: { use<T>(port: Service<T>): T } }
/** What else the figures are derived from: modules name it, so that a change of it makes the figures stale. */
export type Ingredient = (db: Reader | Database) => Promise<unknown>
export const ingredients = service<Ingredient[]>('ingredients')

type Use = <T>(port: Service<T>) => T

const building = new WeakMap<Warehouse, Promise<void>>()

/**
 * Make sure the marts were derived from exactly what has landed and is configured now; rebuild them if not.
 * Everything that answers a figure calls this first, so no reader sees a batch that has not landed. Answers the
 * signature of what the figures were derived from.
 */
export async function freshen(around: Around): Promise<string> {
  const use = 'use' in around ? around.use : around.services.use.bind(around.services)
  const store = use(warehouse)
  for (;;) {
    await building.get(store)
    const { signature: wanted } = await factsNow(around.db, use)
    if ((await builtFrom(store)) === wanted) return wanted
    // Somebody's build that is under way may have begun before what this caller has seen.
    const going = building.get(store) ?? rebuild(around.db, use, store).finally(() => building.delete(store))
    building.set(store, going)
    await going
  }
}

async function rebuild(db: Reader | Database, use: Use, store: Warehouse): Promise<void> {
  const { facts, signature } = await factsNow(db, use)
  if ((await builtFrom(store)) === signature) return
  await use(marts).rebuild(store, { db, ...(await organisation(db)) }, facts, signature)
}

async function factsNow(db: Reader | Database, use: Use): Promise<{ facts: Facts; signature: string }> {
  const [landed, read, ...rest] = await Promise.all([
    landedBatches(db),
    use(marts).records(db),
    wordsSet(db),
    organisation(db),
    ...use(ingredients).map((one) => one(db)),
  ])
  const records = Object.fromEntries(read.map(([mart, rows]) => [mart, hashOf(rows)]))
  return {
    facts: { batches: landed, settings: hashOf(rest), records },
    signature: hashOf([program, landed.map((one) => one.batch), records, ...rest]),
  }
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

async function builtFrom(store: Warehouse): Promise<string | undefined> {
  const [row] = await store.query<{ built_from: string }>(
    `select built_from from mart.state where name = 'marts'`,
  )
  return row?.built_from
}
