import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../kernel/app.ts'
import type { Config } from '../kernel/config.ts'
import { createHttp } from '../kernel/http/server.ts'
import { newSecret } from '../kernel/ids.ts'
import { takeLock } from '../kernel/lock.ts'
import { listen } from './listen.ts'
import { admitLocalOwner } from './local.ts'
import { openApp } from './open.ts'
import { servePages } from './pages.ts'
import { packageRoot } from './root.ts'

export type Serving = { app: App; url: string; stop(): Promise<void> }

/** Take the folder and the port, open the stores, answer requests. Throws a sentence when one of them is not free. */
export async function serve(config: Config): Promise<Serving> {
  mkdirSync(config.dataDir, { recursive: true })
  const secret = newSecret()
  const lock = takeLock(config.dataDir, { started: new Date().toISOString(), secret })
  const undo: (() => Promise<void> | void)[] = [lock.release]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const door = await listen(config.host, config.port)
    undo.push(door.drain)
    const { app, close } = await openApp({
      ...config,
      port: door.port,
      publicUrl: addressFor(config, door.port),
    })
    undo.splice(1, 0, close)

    admitLocalOwner(app, secret)
    const http = createHttp(app)
    servePages(http, join(packageRoot, 'dist/web'))
    door.open(http.fetch as Parameters<typeof door.open>[0])
    lock.update(`http://${reachable(config.host)}:${door.port}`)
    return { app, url: addressFor(config, door.port), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const everywhere = ['0.0.0.0', '::']
const reachable = (host: string): string => (everywhere.includes(host) ? '127.0.0.1' : host)
const addressFor = (config: Config, port: number): string =>
  port === config.port && config.port !== 0
    ? config.publicUrl
    : `http://${reachable(config.host) === '127.0.0.1' ? 'localhost' : config.host}:${port}`
