import { access, constants, statfs } from 'node:fs/promises'
import { migrations } from '../../../migrations/index.ts'
import { warehouse } from '../../engine/port.ts'
import type { App } from '../../kernel/app.ts'
import { hasPending } from '../../kernel/db/migrate.ts'
import type { DoctorCheck } from '../../kernel/doctor.ts'
import { verifyChain } from '../../kernel/events.ts'

type Finding = { name: string; ok: boolean; says: string }
const fewestBytes = 1_000_000_000

/** What every installation is asked, whatever modules it has. */
export const ownChecks: DoctorCheck[] = [
  {
    name: 'records',
    async run(app) {
      const answer = await app.pool.query<{ v: string }>(`select current_setting('server_version') as v`)
      const where = app.config.databaseUrl ? 'PostgreSQL at DATABASE_URL' : 'Embedded PostgreSQL'
      return { ok: true, says: `${where} ${answer.rows[0]?.v} answers.` }
    },
  },
  {
    name: 'migrations',
    async run(app) {
      const pending = await hasPending(app.db, migrations)
      return pending
        ? { ok: false, says: 'Some migrations have not run. Restart Fullscore.' }
        : { ok: true, says: 'All migrations have run.' }
    },
  },
  {
    name: 'audit chain',
    async run(app) {
      const { sealed, unsealed, broken } = await verifyChain(app.db)
      if (broken)
        return { ok: false, says: `${broken.reason} Compare with a backup before you trust the audit trail.` }
      return { ok: true, says: `${sealed} sealed events hold, ${unsealed} wait to be sealed.` }
    },
  },
  {
    name: 'warehouse',
    async run(app) {
      const rows = await app.services
        .use(warehouse)
        .query<{ n: number }>('select count(*) as n from duckdb_tables()')
      return { ok: true, says: `DuckDB opens and has ${rows[0]?.n} tables.` }
    },
  },
  {
    name: 'disk',
    async run(app) {
      const disk = await statfs(app.config.dataDir)
      const free = disk.bavail * disk.bsize
      const says = `${(free / 1e9).toFixed(1)} GB free where ${app.config.dataDir} is.`
      return free < fewestBytes
        ? { ok: false, says: `${says} Make room before the next import.` }
        : { ok: true, says }
    },
  },
  {
    name: 'folder',
    async run(app) {
      await access(app.config.dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
      return { ok: true, says: `${app.config.dataDir} can be read and written.` }
    },
  },
]

/** Ask every check; one that breaks is a finding, not an end. */
export async function examine(
  app: App,
  checks: DoctorCheck[],
): Promise<{ ok: boolean; findings: Finding[] }> {
  const findings: Finding[] = []
  for (const { name, run } of checks)
    findings.push({
      name,
      ...(await run(app).catch((error: unknown) => ({
        ok: false,
        says: `Failed: ${(error as Error).message}`,
      }))),
    })
  return { ok: findings.every((one) => one.ok), findings }
}
