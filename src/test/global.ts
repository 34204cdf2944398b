import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../migrations/index.ts'
import { connect } from '../kernel/db/database.ts'
import { startEmbedded } from '../kernel/db/embedded.ts'
import { migrate } from '../kernel/db/migrate.ts'
import { statement } from './server.ts'

/** Start one PostgreSQL for the whole test run and prepare the template that each test file clones. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-pg-'))
  const server = await startEmbedded(join(folder, 'records'))
  const base = `postgres://${server.connection.user}@localhost/postgres?host=${encodeURIComponent(server.connection.host)}`
  await statement(base, 'create database fullscore_template')
  const url = base.replace('/postgres?', '/fullscore_template?')
  const { db } = connect(url)
  await migrate(db, migrations)
  await db.destroy()
  process.env.FULLSCORE_TEST_DATABASE = base
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
