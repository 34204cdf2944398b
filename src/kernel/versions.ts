import { sql } from 'kysely'
import type { Ctx, TableName } from './ctx.ts'
import type { Database, Reader } from './db/database.ts'
import { conflict } from './errors.ts'

type Change = { version: number; reason: string; by: string | null; changedAt: string | null }

/** One version of a definition: what it says, why it was changed, by whom and when; the built-in one by nobody. */
type Version<Name extends string, T> = Change & Record<Name, T>

type Row = { version: number; definition: unknown; reason: string; changed_at: Date; changed_by: string }

/**
 * A definition of which every version stays on record, in a table of `id, version, reason, changed_at, changed_by` and
 * one JSON column named `name`. `first` is version 0, before anybody changed it; `prefix` begins the ids of rows;
 * `what` is said in a refusal: “Somebody changed {what} since you opened this page”.
 */
export function versioned<Name extends string, T>(kept: {
  table: TableName
  name: Name
  prefix: string
  what: string
  first: T
  firstReason: string
  /** Fills what a version from before has nothing to say of. */
  complete?: (definition: T) => T
}) {
  const { table, name, first, firstReason, complete = (definition) => definition } = kept
  const shaped = (definition: T, change: Change) => ({ ...change, [name]: definition }) as Version<Name, T>
  const builtIn = shaped(first, { version: 0, reason: firstReason, by: null, changedAt: null })

  /** Newest first; the built-in one is the oldest. */
  async function all(db: Reader | Database): Promise<Version<Name, T>[]> {
    const { rows } = await sql<Row>`
      select version, ${sql.ref(name)} as definition, reason, changed_at, changed_by
      from ${sql.table(table)} order by version desc`.execute(db as Database)
    const changed = rows.map(({ version, definition, reason, changed_at: at, changed_by: by }) =>
      shaped(complete(definition as T), { version, reason, by, changedAt: at.toISOString() }),
    )
    return [...changed, builtIn]
  }
  const current = async (db: Reader | Database): Promise<Version<Name, T>> => (await all(db))[0]!

  return {
    all,
    current,
    /** Refuse a change that was begun on a version which is in force no more. */
    async requireCurrent(db: Reader | Database, version: number): Promise<void> {
      if ((await current(db)).version !== version)
        throw conflict(
          `Somebody changed ${kept.what} since you opened this page. Load it again and repeat your change.`,
        )
    },
    /** Put a new version in force after the one it was begun on. */
    async keep(
      ctx: Ctx,
      definition: T,
      { reason, version: before }: { reason: string; version: number },
    ): Promise<Version<Name, T>> {
      const version = before + 1
      const by = ctx.actor.name
      const row = { id: ctx.id(kept.prefix), version, reason, changed_at: ctx.now, changed_by: by }
      await ctx.insert(table, { ...row, [name]: JSON.stringify(definition) } as never)
      return shaped(definition, { version, reason, by, changedAt: ctx.now.toISOString() })
    },
  }
}
