import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from '../../migrations/index.ts'
import { warehouse } from '../engine/port.ts'
import { Catalogue, catalogue } from '../engine/query/catalogue.ts'
import { Warehouse } from '../engine/warehouse.ts'
import { type App, createApp } from '../kernel/app.ts'
import type { Config } from '../kernel/config.ts'
import { connect } from '../kernel/db/database.ts'
import { startEmbedded } from '../kernel/db/embedded.ts'
import { migrate } from '../kernel/db/migrate.ts'
import { createLog } from '../kernel/log.ts'
import type { Module } from '../kernel/module.ts'
import { modules } from './modules.ts'

export type Open = { app: App; close(): Promise<void> }
export type OpenOptions = { work?: boolean; modules?: Module[]; clock?: () => Date }

/** Open the stores of a data folder, upgrade them, and put the app together. The caller holds the folder's lock. */
export async function openApp(config: Config, options: OpenOptions = {}): Promise<Open> {
  const log = createLog(config.logLevel)
  mkdirSync(config.dataDir, { recursive: true })
  const embedded = config.databaseUrl ? undefined : await startEmbedded(join(config.dataDir, 'records'))
  const { db, pool } = connect(config.databaseUrl ?? embedded!.connection)
  const ran = await migrate(db, migrations)
  if (ran.length > 0) log.info({ migrations: ran }, 'records upgraded')

  const store = await openWarehouse(config)
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
    },
  })
  return {
    app,
    async close() {
      await app.stop()
      await store.close()
      await embedded?.stop()
    },
  }
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
