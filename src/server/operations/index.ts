import { Readable } from 'node:stream'
import { warehouse } from '../../engine/port.ts'
import type { App } from '../../kernel/app.ts'
import { doctorChecks } from '../../kernel/doctor.ts'
import { forgetTickets } from '../../kernel/form-tickets.ts'
import type { Download } from '../../kernel/http/server.ts'
import { forgetAnswers } from '../../kernel/idempotency.ts'
import { defineModule, job } from '../../kernel/module.ts'
import { service } from '../../kernel/service.ts'
import { archiveOf, clearCopies } from './backup.ts'
import { operations as contract } from './contract.ts'
import { examine, ownChecks } from './doctor.ts'

const installation = service<App>('installation')

/** Once an hour, for an installation that does not run at night. */
const forget = job(
  'operations.forget',
  async (app) => {
    await forgetAnswers(app.db, app.clock())
    await forgetTickets(app.db, app.clock())
  },
  { every: '17 * * * *' },
)

export const operations = defineModule(
  contract,
  {
    async backup(ctx) {
      const app = ctx.use(installation)
      await ctx.record(contract.events.backedUp, 'installation', {})

      const stores = { pool: app.pool, store: ctx.use(warehouse), dataDir: app.config.dataDir }
      const name = `fullscore-${ctx.now.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.tar.gz`
      const body = Readable.toWeb(archiveOf(stores, ctx.now)) as ReadableStream<Uint8Array>
      return { name, type: 'application/gzip', body } satisfies Download
    },
    doctor: async (ctx) => examine(ctx.use(installation), ctx.use(doctorChecks)),
  },
  {
    provide(app) {
      app.services.provide(installation, app)
      app.services.provide(doctorChecks, [...ownChecks])
    },
    jobs: [forget],
    start: (app) => clearCopies(app.config.dataDir),
  },
)
