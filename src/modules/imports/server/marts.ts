import { literal } from '../../../engine/ingest/index.ts'
import type { ObjectName } from '../../../engine/model.ts'
import { buildCalendar } from '../../../engine/query/calendar.ts'
import type { Warehouse, Writer } from '../../../engine/warehouse.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { service } from '../../../kernel/service.ts'
import { builtInWords } from '../vocabulary.ts'
import {
  type Built,
  type Facts,
  isSame,
  noting,
  onlyMore,
  recordsOf,
  type State,
  stateOf,
  tracesOf,
} from './derived.ts'
import type { Organisation } from './organisation.ts'
import { wordsSet } from './vocabulary.ts'

/** What a mart may know besides the mapped tables. */
export type MartContext = Organisation & { db: Reader | Database }

/** A table derived from mapped rows; `build` replaces it wholly and gives the same result every time. */
export type Mart = {
  name: string
  build(write: Writer, context: MartContext): Promise<void>
  /** What it reads of the records: a change of it makes this mart stale, and those behind it, and no others. */
  records?: (db: Reader | Database) => Promise<unknown>
  /** The object whose new batches alone it can be brought up to date for, with `update`. */
  updates?: ObjectName
  /**
   * Brings its tables up to date after batches have come, where nothing else it reads has changed. The result is what
   * `build` would give; false where it cannot be had this way.
   */
  update?: (write: Writer, context: MartContext, batches: number[]) => Promise<boolean>
}

/** Every module registers the marts it derives, low to high; imports rebuilds them when facts change. */
export class Marts {
  #marts: Mart[] = []
  // Kept for the life of the process only: what a program derived is of no use to the next version of it.
  #built = new Map<string, Built>()

  register(...marts: Mart[]): void {
    this.#marts.push(...marts)
  }

  /** Each mart and what it reads of the records: a program that has more marts than the last one builds them. */
  async records(db: Reader | Database): Promise<[name: string, read: unknown][]> {
    return Promise.all(this.#marts.map(async (mart) => [mart.name, (await mart.records?.(db)) ?? null]))
  }

  /**
   * Rebuild the marts whose facts have changed since this process built them, in one transaction: readers see all of
   * it or none.
   */
  async rebuild(store: Warehouse, context: MartContext, facts: Facts, builtFrom: string): Promise<void> {
    const built = await store.write(async (write) => {
      const built = new Map(this.#built)
      await syncWords(write, context.db)
      await buildCalendar(write, context.calendar)
      for (const [at, mart] of this.#marts.entries()) {
        const before = built.get(mart.name)
        const now = before && stateOf(facts, before.reads)
        if (before && now && isSame(before.from, now)) continue
        if (before && now && (await isUpdated(mart, write, context, before.from, now))) {
          built.set(mart.name, { ...before, from: now })
          continue
        }
        const { write: noted, statements } = noting(write)
        await mart.build(noted, context)
        const earlier = this.#marts.slice(0, at).map((one) => built.get(one.name)!)
        const traces = tracesOf(statements, earlier)
        if (mart.records) traces.reads.add(recordsOf(mart.name))
        built.set(mart.name, { ...traces, from: stateOf(facts, traces.reads) })
      }
      await write.run(`insert or replace into mart.state values ('marts', $1)`, [builtFrom])
      return built
    })
    this.#built = built
  }

  /** Rows have gone that figures may have been derived from: the next who asks derives everything anew. */
  async forget(write: Writer): Promise<void> {
    await write.run(`delete from mart.state where name = 'marts'`)
    this.#built = new Map()
  }
}

async function isUpdated(
  { updates, update }: Mart,
  write: Writer,
  context: MartContext,
  before: State,
  now: State,
): Promise<boolean> {
  const batches = updates ? onlyMore(before, now, updates) : null
  return batches !== null && (await update?.(write, context, batches)) === true
}

export const marts = service<Marts>('marts')

/** Readings of raw values, a person's before the built-in ones, compared in lower case. */
async function syncWords(write: Writer, db: Reader | Database): Promise<void> {
  await write.run('create or replace table mart.word (kind varchar, raw varchar, value varchar)')
  const set = (await wordsSet(db)).map((word) => ({ ...word, raw: word.raw.toLowerCase() }))
  const overridden = new Set(set.map((word) => `${word.kind}:${word.raw}`))
  const seen = new Set<string>()
  const all = [...set, ...builtInWords.filter((word) => !overridden.has(`${word.kind}:${word.raw}`))].filter(
    (word) => {
      const name = `${word.kind}:${word.raw}`
      return seen.has(name) ? false : seen.add(name)
    },
  )
  const rows = all.map((word) => `(${[word.kind, word.raw, word.value].map(literal).join(', ')})`)
  await write.run(`insert into mart.word values ${rows.join(', ')}`)
}
