import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../kernel/config.ts'
import { openApp } from '../../server/open.ts'
import { operations } from '../../server/operations/contract.ts'
import { restoreArchive } from '../../server/operations/restore.ts'
import { startKpis } from '../../test/kpis.ts'
import { refused } from '../../test/refused.ts'
import { strategy } from './contract.ts'

const now = new Date('2026-05-20T09:00:00Z')
const { northwind, propose, show, signed } = await startKpis(() => now)
afterAll(() => northwind.close())

test('no SQL changes the terms of an agreement, its signatures, or its state out of order', async () => {
  const { id } = await signed()
  const waiting = await propose()
  const { db } = northwind.app
  const before = await show(id)
  const changes = [
    sql`update strategy_kpis set target = 0.1 where id = ${id}`,
    sql`update strategy_kpis set path = '[]' where id = ${id}`,
    sql`update strategy_kpis set definition = jsonb_set(definition, '{source}', '"elsewhere"') where id = ${id}`,
    sql`update strategy_kpis set to_on = '2028-01-31' where id = ${id}`,
    sql`update strategy_kpis set target = 0.1, state = 'withdrawn' where id = ${waiting.id}`,
    sql`update strategy_kpis set state = 'open' where id = ${id}`,
    sql`update strategy_kpis set state = 'withdrawn' where id = ${id}`,
    sql`update strategy_kpis set state = 'superseded' where id = ${id}`,
    sql`update strategy_kpis set state = 'signed' where id = ${waiting.id}`,
    sql`update strategy_kpis set reason = 'no' where id = ${id}`,
    sql`delete from strategy_kpis where id = ${id}`,
    sql`truncate strategy_kpis cascade`,
    sql`update strategy_signatures set name = 'Somebody' where kpi_id = ${id}`,
    sql`delete from strategy_signatures where kpi_id = ${id}`,
    sql`truncate strategy_signatures`,
    sql`insert into strategy_signatures values ('sig_x', ${waiting.id}, 'boss', ${northwind.ids.kai}, 'Kai', '', now())`,
    sql`insert into strategy_kpis select (jsonb_populate_record(k, '{"id":"kpi_x"}')).* from strategy_kpis k where id = ${id}`,
  ]
  for (const change of changes)
    await expect(change.execute(db)).rejects.toThrow(
      /cannot be changed|cannot become|never deleted|stays as it is|not open to be signed|begins open/,
    )
  expect(await show(id)).toEqual(before)
  expect((await show(waiting.id)).state).toBe('open')
})

test('no route takes terms of an agreement that is there', async () => {
  const { id } = await signed()
  await expect(northwind.as('ana')(strategy.withdrawKpi, { id, reason: 'Too high' })).rejects.toEqual(
    refused('conflict', /signed by both and locked\. Propose a new agreement that supersedes it/),
  )
  const takers = Object.values(strategy.$contract.routes).filter(
    (one) => one.method !== 'GET' && one.path.startsWith('/kpis/{id}'),
  )
  const fields = takers.flatMap((one) => Object.keys((one.input as unknown as { shape: object }).shape))
  expect([...new Set(fields)].sort()).toEqual(['id', 'month', 'note', 'reason', 'value'])
})

test('an agreement that came back from a backup is locked as before', async () => {
  const one = await signed()
  const { body } = (await northwind.ask(operations.backup, {})) as { body: ReadableStream<Uint8Array> }
  const folder = mkdtempSync(join(tmpdir(), 'fullscore-locked-'))
  const archive = join(folder, 'backup.tar.gz')
  await writeFile(archive, body)
  const config = readConfig({ FULLSCORE_DATA: join(folder, 'restored'), LOG_LEVEL: 'error', PORT: '0' })
  await restoreArchive(archive, config)

  const { app, close } = await openApp(config)
  const target = sql`select target, state from strategy_kpis where id = ${one.id}`
  expect((await target.execute(app.db)).rows).toEqual([{ target: 0.9, state: 'signed' }])
  const change = sql`update strategy_kpis set target = 0.1 where id = ${one.id}`
  await expect(change.execute(app.db)).rejects.toThrow(/cannot be changed/)
  await close()
  rmSync(folder, { recursive: true, force: true })
})
