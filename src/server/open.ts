import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../migrations/index.ts'
import { checks } from '../engine/checks.ts'
import { warehouse } from '../engine/port.ts'
import { Catalogue, catalogue } from '../engine/query/catalogue.ts'
import { Warehouse } from '../engine/warehouse.ts'
import { type App, createApp } from '../kernel/app.ts'
import type { Config } from '../kernel/config.ts'
import { connect, type Database } from '../kernel/db/database.ts'
import { startEmbedded } from '../kernel/db/embedded.ts'
import { hasPending, migrate } from '../kernel/db/migrate.ts'
import { createLog, type Logger } from '../kernel/log.ts'
import type { Module } from '../kernel/module.ts'
import { modules } from './modules.ts'
import type { Stores } from './operations/backup.ts'
import { backUpBeforeUpgrade } from './operations/before-upgrade.ts'

export type Open = { app: App; close(): Promise<void> }
export type OpenOptions = { work?: boolean; modules?: Module[]; clock?: () => Date }

type Step = () => Promise<void>

/**
 * Open the stores of a data folder, upgrade them, and put the app together. The caller holds the folder's lock.
 * When a step fails, those before it are taken back: no server is left running on a folder nobody holds.
 */
export async function openApp(config: Config, options: OpenOptions = {}): Promise<Open> {
  mkdirSync(config.dataDir, { recursive: true })
  const log = createLog(config.logLevel)
  const undo: Step[] = []
  const back = () => undo.splice(0).reverse()
  try {
    const app = await openEach(config, options, log, undo)
    const close = async () => {
      for (const step of back()) await step()
    }
    return { app, close }
  } catch (error) {
    const failed = (reason: unknown) => log.warn({ error: String(reason) }, 'did not close cleanly')
    for (const step of back()) await step().catch(failed)
    throw error
  }
}

async function openEach(config: Config, options: OpenOptions, log: Logger, undo: Step[]): Promise<App> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(join(config.dataDir, 'records'))
  if (embedded) undo.push(embedded.stop)
  const { db, pool } = connect(config.databaseUrl ?? embedded!.connection)
  undo.push(() => db.destroy())
  const store = await openWarehouse(config)
  undo.push(() => store.close())
  await upgrade({ pool, store, dataDir: config.dataDir }, db, log)
  const app = await createApp({
    config,
    log,
    db,
    pool,
    modules: options.modules ?? modules,
    work: options.work ?? true,
    ...(options.clock ? { clock: options.clock } : {}),
    provide: (services) => {
      services.provide(warehouse, store)
      services.provide(catalogue, new Catalogue())
      services.provide(checks, [])
    },
  })
  undo.push(app.stop)
  return app
}

/** Migrations run behind a backup when there is something to lose. */
async function upgrade(stores: Stores, db: Database, log: Logger): Promise<void> {
  if (!(await hasPending(db, migrations))) return
  const backup = await backUpBeforeUpgrade(stores, new Date())
  if (backup) log.info({ backup }, 'backed up before the upgrade')
  const ran = await migrate(db, migrations)
  log.info({ migrations: ran }, 'records upgraded')
}

function openWarehouse(config: Config): Promise<Warehouse> {
  const spill = join(config.dataDir, 'spill')
  mkdirSync(spill, { recursive: true })
  return Warehouse.open({
    path: join(config.dataDir, 'warehouse.duckdb'),
    memory: config.warehouseMemory,
    spill,
  })
}
