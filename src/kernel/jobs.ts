import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import type { App } from './app.ts'
import type { Database } from './db/database.ts'
import type { Job } from './module.ts'

type Asked = { name: string; payload: unknown }

/** Work that happens after the answer: queued in the command's own transaction, run at least once, retried. */
export class Jobs {
  #boss: PgBoss
  #workers = new Map<string, string>()
  #running = new Set<Promise<void>>()

  constructor(
    pool: pg.Pool,
    private readonly jobs: Job<never>[],
  ) {
    const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) }
    this.#boss = new PgBoss({ db: db as PgBoss.Db, schema: 'pgboss', supervise: true, schedule: true })
  }

  /** Create the queues; with `work`, begin to take jobs. */
  async start(app: App, work: boolean): Promise<void> {
    this.#boss.on('error', (error) => app.log.error({ error: String(error) }, 'job queue'))
    await this.#boss.start()
    for (const job of this.jobs) {
      await this.#boss.createQueue(job.name, {
        name: job.name,
        retryLimit: 3,
        retryBackoff: true,
        expireInSeconds: 3600 * 6,
      })
      if (job.every) await this.#boss.schedule(job.name, job.every)
      if (work) this.#workers.set(job.name, await this.#work(app, job))
    }
  }

  /** Queue jobs with the command's transaction, so that they exist only if it commits. */
  async enqueue(db: Database, asked: Asked[]): Promise<void> {
    const executeSql = async (text: string, values?: unknown[]) => {
      const result = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows: result.rows }
    }
    for (const { name, payload } of asked)
      await this.#boss.send(name, payload as object, { db: { executeSql } as PgBoss.Db })
  }

  /** Wake the workers at once instead of at their next look. */
  wake(names: string[]): void {
    for (const name of names) {
      const worker = this.#workers.get(name)
      if (worker) this.#boss.notifyWorker(worker)
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: false, wait: false, close: false })
    await Promise.allSettled(this.#running)
  }

  async #work(app: App, job: Job<never>): Promise<string> {
    return this.#boss.work(job.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([asked]) => {
      if (!asked) return
      const run = job.run(app, asked.data as never).catch((error: unknown) => {
        app.log.error({ job: job.name, error: String(error) }, 'job failed')
        throw error
      })
      this.#running.add(run)
      await run.finally(() => this.#running.delete(run))
    })
  }
}
