import { createHash, randomBytes } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { warehouse } from '../../engine/port.ts'
import { localOwner } from '../../kernel/actor.ts'
import { readConfig } from '../../kernel/config.ts'
import { seal, verifyChain } from '../../kernel/events.ts'
import { perform } from '../../kernel/perform.ts'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { openApp } from '../open.ts'
import { archiveOf } from './backup.ts'
import { operations } from './contract.ts'
import { proveArchive } from './prove.ts'
import { restoreArchive } from './restore.ts'

let source: TestApp
let folder: string
let archive: string
const longName = `${'quarter-'.repeat(20)}Übersicht.csv.gz`
const rawBytes = randomBytes(300_000)
const note = (app: TestApp['app'], key: string) =>
  app.db
    .insertInto('kernel_idempotency')
    .values({ actor_id: 'ana', key, route: 'x', input_hash: 'x', answer: 'null', at: new Date() })
    .execute()
const anEvent = (app: TestApp['app']) =>
  perform(app, operations.backup, {}, { actor: localOwner, via: 'test' })
/** Sealing waits for whoever else is at it, and for transactions that began before, on any database of the server. */
const sealed = ({ db }: TestApp['app']) =>
  vi.waitFor(
    async () => {
      await seal(db)
      expect(await verifyChain(db)).toMatchObject({ unsealed: 0 })
    },
    { timeout: 40_000, interval: 200 },
  )
const into = (name: string) =>
  readConfig({ FULLSCORE_DATA: join(folder, name), LOG_LEVEL: 'error', PORT: '0' })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fullscore-backup-'))
  source = await startTestApp()
  for (let n = 0; n < 5; n += 1) {
    const { body } = (await anEvent(source.app)) as { body: ReadableStream }
    await body.cancel()
  }
  await sealed(source.app)
  await note(source.app, 'a "quoted"\nkey, with \\ and \u00fc\u2028')
  const store = source.app.services.use(warehouse)
  await store.write(async (db) => {
    await db.run('create table touches as select range as n, current_date as day from range(100000)')
    await db.run('create view many as select * from touches')
  })
  mkdirSync(join(source.folder, 'raw', 'b1'), { recursive: true })
  writeFileSync(join(source.folder, 'raw', 'b1', longName), rawBytes)
  archive = join(folder, 'one.tar.gz')
  const stores = { pool: source.app.pool, store, dataDir: source.folder }
  writeFileSync(archive, await bytesOf(archiveOf(stores, new Date())))
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = []
  await pipeline(stream, async (chunks) => {
    for await (const chunk of chunks) parts.push(chunk as Buffer)
  })
  return Buffer.concat(parts)
}

test('a restored folder has every row, every file and an unbroken chain that goes on', async () => {
  const config = into('restored')
  const done = await restoreArchive(archive, config)
  expect(done).toMatchObject({ facts: 100_000, sealed: 5 })
  expect(readFileSync(join(config.dataDir, 'raw', 'b1', longName)).equals(rawBytes)).toBe(true)

  const { app, close } = await openApp(config)
  const [kept] = await app.db.selectFrom('kernel_idempotency').selectAll().execute()
  expect(kept).toMatchObject({ key: 'a "quoted"\nkey, with \\ and \u00fc\u2028', answer: null })
  expect(await app.services.use(warehouse).query('select count(*) as n from many')).toEqual([{ n: 100_000 }])

  const { body } = (await anEvent(app as TestApp['app'])) as { body: ReadableStream }
  await body.cancel()
  await sealed(app)
  expect(await verifyChain(app.db)).toMatchObject({ sealed: 6, unsealed: 0, broken: null })
  await expect(app.db.deleteFrom('kernel_events').execute()).rejects.toThrow('append-only')
  await close()
})

test('a backup asked for twice with one key is sent twice, for a file is not kept', async () => {
  const once = () =>
    perform(source.app, operations.backup, {}, { actor: localOwner, via: 'test', idempotencyKey: 'night' })
  for (const { body } of [await once(), await once()] as { body: ReadableStream }[]) {
    expect(body).toBeInstanceOf(ReadableStream)
    await body.cancel()
  }
})

test('a download that is broken off leaves no copy behind, and a start clears what a crash left', async () => {
  const { body } = (await anEvent(source.app)) as { body: ReadableStream<Uint8Array> }
  const reader = body.getReader()
  await reader.read()
  await reader.cancel()
  const spill = join(source.folder, 'spill')
  const copies = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('backup-'))
  await expect.poll(() => copies(spill)).toEqual([])

  const config = into('crashed')
  mkdirSync(join(config.dataDir, 'spill', 'backup-of-before', 'records'), { recursive: true })
  const { close } = await openApp(config)
  expect(copies(join(config.dataDir, 'spill'))).toEqual([])
  await close()
})

test('a folder with anything in it is not restored into', async () => {
  const config = into('used')
  mkdirSync(config.dataDir)
  writeFileSync(join(config.dataDir, 'mine.txt'), 'mine')
  await expect(restoreArchive(archive, config)).rejects.toThrow('is not empty')
  expect(readdirSync(config.dataDir)).toEqual(['mine.txt'])
})

test('a truncated archive is refused and leaves nothing behind', async () => {
  const cut = join(folder, 'cut.tar.gz')
  writeFileSync(cut, readFileSync(archive))
  truncateSync(cut, Math.floor(readFileSync(archive).length * 0.7))
  const config = into('cut')
  await expect(restoreArchive(cut, config)).rejects.toThrow('is no whole backup')
  expect(readdirSync(config.dataDir)).toEqual([])
})

test('an archive with one changed byte in a table is refused, even when its checksum was mended', async () => {
  const tar = gunzipSync(readFileSync(archive))
  const at = tar.indexOf('ana')
  tar.write('eve', at)
  const forged = join(folder, 'forged.tar.gz')
  writeFileSync(forged, gzipSync(tar))
  await expect(restoreArchive(forged, into('forged'))).rejects.toThrow(
    'kernel_idempotency.ndjson was changed',
  )
})

test('a file that is no archive is refused in a sentence', async () => {
  const other = join(folder, 'other.csv')
  writeFileSync(other, 'a,b\n1,2\n')
  await expect(proveArchive(other)).rejects.toThrow('is no whole backup')
})

test('the manifest states the hash of what is inside', async () => {
  const { entries } = await proveArchive(archive)
  expect(entries[`files/raw/b1/${longName}`]).toEqual({
    size: rawBytes.length,
    sha256: createHash('sha256').update(rawBytes).digest('hex'),
  })
})
