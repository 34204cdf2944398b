import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warehouse } from '../../../engine/port.ts'
import { startTestApp, type TestApp } from '../../../test/app.ts'
import { settle, upload } from '../../../test/imports.ts'
import { imports } from '../contract.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const made = (name: string, ...lines: string[]): string => {
  const path = join(app.folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const leads = () => made('leads.csv', 'email,created_at,lead_source', 'ada@firm.example,2025-03-01,Web')
const within = (folder: string): string[] => {
  const path = join(app.folder, folder)
  return existsSync(path) ? readdirSync(path).filter((name) => name !== 'incoming') : []
}
const store = () => app.app.services.use(warehouse)
const staged = () =>
  store().write(async (db) => {
    const tables = await db.query<{ name: string }>(
      `select table_name as name from duckdb_tables() where table_name like 'stage_%cells'`,
    )
    return tables.length
  })
const people = async () => (await store().query('select 1 from mapped.contact where is_current')).length

test('a file that cannot be read leaves nothing behind', async () => {
  await expect(upload(app, made('heading.csv', 'email,created_at'))).rejects.toThrow('no row beneath it')
  expect([within('raw'), within('work'), await staged()]).toEqual([[], [], 0])
})

test('a landing that cannot be written down takes its rows out again, and lands when tried anew', async () => {
  const [one] = await upload(app, leads())
  const hear = async () => {
    throw new Error('The disk is full.')
  }
  app.app.listeners.set(imports.events.landed.id, [{ event: imports.events.landed, hear }])
  await app.ask(imports.land, { ids: [one!.id] })
  expect(await settle(app, [one!.id])).toMatchObject([{ status: 'failed', reason: 'The disk is full.' }])
  expect(await people()).toBe(0)

  app.app.listeners.delete(imports.events.landed.id)
  await app.ask(imports.land, { ids: [one!.id] })
  expect(await settle(app, [one!.id])).toMatchObject([{ status: 'landed', counts: { new: 1 } }])
  expect(await people()).toBe(1)
})

test('the copy made for reading goes once it has landed, and when it never can', async () => {
  await expect.poll(async () => [await staged(), within('work')]).toEqual([0, []])

  const [again] = await upload(app, leads())
  expect(again?.status).toBe('already')
  expect([await staged(), within('work')]).toEqual([0, []])
})

test('a file that is known and not used can be mapped all the same', async () => {
  const [cards] = await upload(app, made('cards.csv', 'id,idBoard,idList,idShort', 'a,b,c,1'))
  expect([cards?.status, await staged()]).toEqual(['not_used', 0])

  const mapping = {
    source: 'board',
    title: 'People of a board',
    parts: [{ object: 'contact' as const, attributes: { key: { column: 'id' } } }],
  }
  const odd = { ...mapping.parts[0]!, attributes: { key: { column: 'id' }, constructor: { column: 'id' } } }
  expect(
    await app.ask(imports.correct, { id: cards!.id, mapping: { ...mapping, parts: [odd] } }),
  ).toMatchObject({ reason: expect.stringContaining('contact.constructor is not an attribute') })
  expect(await app.ask(imports.correct, { id: cards!.id, mapping })).toMatchObject({
    status: 'ready',
    rows: 1,
  })
  expect(await staged()).toBe(1)
})
