import { type Migration, Migrator } from 'kysely'
import type { Database } from './database.ts'

export type Migrations = Record<string, Migration>

/** Are there migrations this database has not seen? */
export async function hasPending(db: Database, migrations: Migrations): Promise<boolean> {
  const known = await migrator(db, migrations).getMigrations()
  return known.some((one) => !one.executedAt)
}

/** Run every migration that is missing, forward only; throws with the name of the one that failed. */
export async function migrate(db: Database, migrations: Migrations): Promise<string[]> {
  const { error, results } = await migrator(db, migrations).migrateToLatest()
  const failed = results?.find((one) => one.status === 'Error')
  if (error)
    throw new Error(
      `The database could not be upgraded at ${failed?.migrationName ?? 'the start'}: ${String(error)}`,
    )
  return (results ?? []).map((one) => one.migrationName)
}

/** Run the migrations up to a named one, for data that was written at that state. */
export async function migrateTo(db: Database, migrations: Migrations, name: string): Promise<void> {
  const { error } = await migrator(db, migrations).migrateTo(name)
  if (error) throw new Error(`The database could not be brought to ${name}: ${String(error)}`)
}

const migrator = (db: Database, migrations: Migrations) =>
  new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'kernel_migrations',
    migrationLockTableName: 'kernel_migration_lock',
  })
