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
  await careless(base)
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

/** What a test run writes need not outlive a power cut: no waiting for the disk. */
async function careless(base: string): Promise<void> {
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await statement(base, `alter system set ${name} = off`)
  await statement(base, 'select pg_reload_conf()')
}
