import { createReadStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { migrations } from '../../../migrations/index.ts'
import type { Config } from '../../kernel/config.ts'
import { connect, type Database } from '../../kernel/db/database.ts'
import { startEmbedded } from '../../kernel/db/embedded.ts'
import { migrateTo } from '../../kernel/db/migrate.ts'
import { conflict, invalid } from '../../kernel/errors.ts'
import { verifyChain } from '../../kernel/events.ts'
import type { Manifest } from './manifest.ts'
import { proveArchive } from './prove.ts'
import { continueSequences, dumpTable, loadTable, tablesOf } from './records.ts'
import { countWarehouse } from './warehouse-copy.ts'

export type Restored = { at: string; version: string; records: number; facts: number; sealed: number }

/**
 * Bring an archive back into an empty or new data folder. The archive is proven first, the restored stores are counted
 * and hashed again, and the audit chain is walked; only then do they take their place.
 */
export async function restoreArchive(file: string, config: Config): Promise<Restored> {
  if (!existsSync(file)) throw invalid(`There is no file ${file}.`)
  refuseUsedFolder(config.dataDir)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const stage = join(config.dataDir, '.restoring')
  mkdirSync(stage)
  try {
    const manifest = await proveArchive(file, stage)
    if (!(manifest.migration in migrations))
      throw conflict(
        `This backup was written by a newer version (${manifest.version}). Update Fullscore first.`,
      )
    const sealed = await restoreRecords(manifest, stage, config)
    await proveWarehouse(manifest, stage)
    await takePlace(stage, config.dataDir)
    return { at: manifest.at, version: manifest.version, ...countsOf(manifest), sealed }
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

function refuseUsedFolder(dataDir: string): void {
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw conflict(
      `${dataDir} is not empty. Restore into a new folder with --data, so that nothing is replaced.`,
    )
}

async function restoreRecords(manifest: Manifest, stage: string, config: Config): Promise<number> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(join(stage, 'postgres'))
  const { db, pool } = connect(config.databaseUrl ?? embedded!.connection)
  try {
    await refuseUsedDatabase(pool)
    await migrateTo(db, migrations, manifest.migration)
    const client = await pool.connect()
    try {
      await client.query('begin')
      await load(client, manifest, stage)
      await prove(client, manifest)
      await client.query('commit')
    } finally {
      client.release()
    }
    return await proveChain(db)
  } finally {
    await db.destroy()
    await embedded?.stop()
  }
}

async function refuseUsedDatabase(pool: pg.Pool): Promise<void> {
  const found = await pool.query(`select to_regclass('kernel_events') as found`)
  if (found.rows[0]?.found)
    throw conflict('The database at DATABASE_URL is in use. Restore into an empty one.')
}

/** Triggers and foreign keys rest meanwhile: rows come as they were, in any order of tables. */
async function load(client: pg.PoolClient, manifest: Manifest, stage: string): Promise<void> {
  await client.query('set local session_replication_role = replica')
  const here = await tablesOf(client)
  for (const table of here) await client.query(`delete from "${table}"`)
  for (const [table, { columns }] of Object.entries(manifest.records)) {
    if (!here.includes(table))
      throw invalid(`The backup has a table ${table} that this version does not know.`)
    await loadTable(client, table, columns, linesOf(join(stage, 'records', `${table}.ndjson`)))
  }
  await continueSequences(client, manifest.sequences)
}

/** Split at line feeds only: readline would also split at separators that texts may contain. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

async function prove(client: pg.PoolClient, manifest: Manifest): Promise<void> {
  for (const [table, stated] of Object.entries(manifest.records)) {
    const { rows, sha256 } = await dumpTable(client, table, () => undefined)
    if (rows !== stated.rows || sha256 !== stated.sha256)
      throw conflict(
        rows === stated.rows
          ? `${table} came back with the same number of rows and another content. Nothing was replaced.`
          : `${table} came back with ${rows} of ${stated.rows} rows. Nothing was replaced.`,
      )
  }
}

async function proveChain(db: Database): Promise<number> {
  const { sealed, broken } = await verifyChain(db)
  if (broken)
    throw conflict(`${broken.reason} The audit trail in this backup does not hold; nothing was replaced.`)
  return sealed
}

async function proveWarehouse(manifest: Manifest, stage: string): Promise<void> {
  const found = await countWarehouse(join(stage, 'warehouse.duckdb'))
  for (const [table, rows] of Object.entries(manifest.warehouse))
    if (found[table] !== rows)
      throw conflict(`The warehouse table ${table} came back with other rows than it had.`)
}

async function takePlace(stage: string, dataDir: string): Promise<void> {
  await rm(join(stage, 'records'), { recursive: true })
  if (existsSync(join(stage, 'postgres'))) await rename(join(stage, 'postgres'), join(dataDir, 'records'))
  await rename(join(stage, 'warehouse.duckdb'), join(dataDir, 'warehouse.duckdb'))
  const files = join(stage, 'files')
  for (const name of existsSync(files) ? await readdir(files) : [])
    await rename(join(files, name), join(dataDir, name))
  if (existsSync(files)) await rmdir(files)
}

const countsOf = (manifest: Manifest) => ({
  records: Object.values(manifest.records).reduce((sum, one) => sum + one.rows, 0),
  facts: Object.values(manifest.warehouse).reduce((sum, one) => sum + one, 0),
})
