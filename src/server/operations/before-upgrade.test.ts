import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warehouse } from '../../engine/port.ts'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { backUpBeforeUpgrade } from './before-upgrade.ts'
import { proveArchive } from './prove.ts'

let northwind: TestApp
beforeAll(async () => {
  northwind = await startTestApp({ work: false })
})
afterAll(() => northwind.close())

test('an upgrade of data that is there leaves whole backups, of which three stay', async () => {
  const { app, folder } = northwind
  const stores = { pool: app.pool, store: app.services.use(warehouse), dataDir: folder }
  for (let day = 1; day <= 5; day += 1)
    await backUpBeforeUpgrade(stores, new Date(`2026-01-0${day}T08:00:00Z`))
  const names = readdirSync(join(folder, 'backups'))
  expect(names.map((name) => name.slice(15, 25))).toEqual(['2026-01-03', '2026-01-04', '2026-01-05'])
  const { migration } = await proveArchive(join(folder, 'backups', names[0] as string))
  expect(migration).toMatch(/^\d{4}_/)
})
