import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, localOwner } from '../kernel/actor.ts'
import type { App } from '../kernel/app.ts'
import { readConfig } from '../kernel/config.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { perform } from '../kernel/perform.ts'
import { openApp } from '../server/open.ts'
import { testServer } from './server.ts'

export type TestApp = {
  app: App
  folder: string
  /** Ask through the front door as somebody; as the local owner when nobody is named. */
  ask<R extends Route>(route: R, input: Asked<R>, actor?: Actor): Promise<Out<R>>
  close(): Promise<void>
}

/** A whole app on a database of its own, cloned from a migrated template, with real stores in a temporary folder. */
export async function startTestApp(
  options: { clock?: () => Date; work?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-test-'))
  const { url, drop } = await testServer().clone(`t_${randomBytes(6).toString('hex')}`)
  const config = readConfig({
    FULLSCORE_DATA: folder,
    DATABASE_URL: url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    PORT: '0',
    ...options.env,
  })
  const { app, close } = await openApp(config, options)
  return {
    app,
    folder,
    ask: (route, input, actor = localOwner) => perform(app, route, input, { actor, via: 'test' }),
    async close() {
      await close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
