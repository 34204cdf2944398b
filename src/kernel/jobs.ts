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
  #asking = new Set<Promise<void>>()
  #isClosed = false
  #isStopping = false

  constructor(
    pool: pg.Pool,
    private readonly jobs: Job<never>[],
  ) {
    const db = { executeSql: (text: string, values?: unknown[]) => this.#ask(pool, text, values ?? []) }
    this.#boss = new PgBoss({ db: db as PgBoss.Db, schema: 'pgboss', supervise: true, schedule: true })
  }

  /** Create the queues; with `work`, begin to take jobs. */
  async start(app: App, work: boolean): Promise<void> {
    this.#boss.on('error', (error) => app.log.error({ error: String(error) }, 'job queue'))
    await this.#boss.start()
    for (const job of this.jobs) {
      await this.#boss.createQueue(job.name, {
        name: job.name,
        // At most one that waits.
        ...(job.gathersForSeconds ? { policy: 'short' as const } : {}),
        retryLimit: 3,
        retryBackoff: true,
        expireInSeconds: 3600 * 6,
      })
      if (job.every) await this.#boss.schedule(job.name, job.every)
      if (work) this.#workers.set(job.name, await this.#work(app, job))
    }
  }

  /** Long work gives up when this turns true. */
  get isStopping(): boolean {
    return this.#isStopping
  }

  /** Queue jobs with the command's transaction, so that they exist only if it commits. */
  async enqueue(db: Database, asked: Asked[]): Promise<void> {
    const executeSql = async (text: string, values?: unknown[]) => {
      const result = await db.executeQuery(CompiledQuery.raw(text, values ?? []))
      return { rows: result.rows }
    }
    for (const { name, payload } of asked) {
      const startAfter = this.jobs.find((one) => one.name === name)?.gathersForSeconds
      const wait = startAfter ? { startAfter } : {}
      await this.#boss.send(name, payload as object, { db: { executeSql } as PgBoss.Db, ...wait })
    }
  }

  /** Wake the workers at once instead of at their next look. */
  wake(names: string[]): void {
    for (const name of names) {
      const worker = this.#workers.get(name)
      if (worker) this.#boss.notifyWorker(worker)
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#boss.stop({ graceful: false, wait: false, close: false })
    await Promise.allSettled(this.#running)
    // The queue still writes down that a job is done after the job itself has ended.
    for (let quiet = 0; quiet < 3; quiet = this.#asking.size > 0 ? 0 : quiet + 1) {
      await Promise.allSettled(this.#asking)
      await new Promise((resolve) => setImmediate(resolve))
    }
    this.#isClosed = true
  }

  /** Statements of the queue, counted, so that the pool is closed after the last of them and asked for none later. */
  #ask(
    pool: pg.Pool,
    text: string,
    values: unknown[],
  ): Promise<{ rows: unknown[]; rowCount: number | null }> {
    if (this.#isClosed) return Promise.resolve({ rows: [{ count: 0 }], rowCount: 0 })
    const asked = pool.query(text, values)
    const settled = asked.then(
      () => undefined,
      () => undefined,
    )
    this.#asking.add(settled)
    void settled.finally(() => this.#asking.delete(settled))
    return asked
  }

  async #work(app: App, job: Job<never>): Promise<string> {
    return this.#boss.work(job.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([asked]) => {
      if (!asked) return
      // Fetched while everything closes: the queue offers it again after the next start.
      if (this.#isStopping) throw new Error('The process is stopping.')
      const run = job.run(app, asked.data as never).catch((error: unknown) => {
        app.log.error({ job: job.name, error: String(error) }, 'job failed')
        throw error
      })
      this.#running.add(run)
      await run.finally(() => this.#running.delete(run))
    })
  }
}
