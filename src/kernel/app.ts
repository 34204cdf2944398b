import { EventEmitter } from 'node:events'
import type pg from 'pg'
import type { Config } from './config.ts'
import type { Contract, Route } from './contract.ts'
import type { Minutes } from './ctx.ts'
import type { Database } from './db/database.ts'
import { seal } from './events.ts'
import { Jobs } from './jobs.ts'
import type { Logger } from './log.ts'
import type { Handler, Listener, Module } from './module.ts'
import { Services } from './service.ts'

export type Mounted = { route: Route; handler: Handler<Route> }

/** Which kinds of records changed; what live pages need to know. */
export type News = { module: string; tables: string[]; subjects: string[] }

export type App = {
  config: Config
  log: Logger
  db: Database
  pool: pg.Pool
  modules: Module[]
  contracts: Contract[]
  routes: Map<string, Mounted>
  listeners: Map<string, Listener[]>
  services: Services
  jobs: Jobs
  clock: () => Date
  /** Emits 'news' after each commit. */
  live: EventEmitter
  /** Called by `perform` once a command's transaction has committed. */
  committed(minutes: Minutes): void
  /** Tell live pages about work that did not go through a command (progress). */
  tell(news: News): void
  stop(): Promise<void>
}

export type Parts = {
  config: Config
  log: Logger
  db: Database
  pool: pg.Pool
  modules: Module[]
  clock?: () => Date
  /** Take jobs from the queue; off for a process that only asks. */
  work?: boolean
  /** Fill the ports of the inner rings. */
  provide?: (services: Services) => void
}

const sealEvery = 700

/** Put the app together from its parts and start it: ports, recovery, jobs, the sealer. */
export async function createApp(parts: Parts): Promise<App> {
  const { config, log, db, pool, modules } = parts
  const services = new Services()
  const live = new EventEmitter().setMaxListeners(0)
  const app: App = {
    config,
    log,
    db,
    pool,
    modules,
    contracts: modules.map((module) => module.contract),
    routes: mount(modules),
    listeners: listeners(modules),
    services,
    jobs: new Jobs(
      pool,
      modules.flatMap((module) => module.jobs),
    ),
    clock: parts.clock ?? (() => new Date()),
    live,
    committed(minutes) {
      app.jobs.wake(minutes.jobs.map((job) => job.name))
      for (const event of minutes.events)
        app.tell({
          module: event.type.module,
          tables: [...new Set(event.changes.map((one) => one.table))],
          subjects: [event.subject],
        })
    },
    tell: (news) => live.emit('news', news),
    stop: async () => undefined,
  }
  parts.provide?.(services)
  for (const module of modules) module.provide?.(app)
  for (const module of modules) await module.start?.(app)
  try {
    await app.jobs.start(app, parts.work ?? true)
    for (const module of modules) await module.ready?.(app)
  } catch (error) {
    // The caller closes its stores; the queue must not go on asking them.
    await app.jobs.stop()
    throw error
  }
  app.stop = stopper(app, startSealer(app))
  return app
}

function mount(modules: Module[]): Map<string, Mounted> {
  const routes = new Map<string, Mounted>()
  for (const module of modules)
    for (const [name, route] of Object.entries(module.contract.routes)) {
      const handler = module.handlers[name]
      if (!handler) throw new Error(`${route.id} has no handler.`)
      routes.set(route.id, { route, handler })
    }
  return routes
}

function listeners(modules: Module[]): Map<string, Listener[]> {
  const heard = new Map<string, Listener[]>()
  for (const listener of modules.flatMap((module) => module.listeners))
    heard.set(listener.event.id, [...(heard.get(listener.event.id) ?? []), listener])
  return heard
}

function startSealer(app: App): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    last = last
      .then(() => seal(app.db))
      .catch((error: unknown) => app.log.warn({ error: String(error) }, 'sealing failed'))
  }, sealEvery)
  return async () => {
    clearInterval(timer)
    await last
    await seal(app.db).catch(() => undefined)
  }
}

function stopper(app: App, stopSealer: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await app.jobs.stop()
    await stopSealer()
    for (const module of [...app.modules].reverse()) await module.stop?.(app)
    await app.db.destroy()
  }
  return () => (stopping ??= stop())
}
