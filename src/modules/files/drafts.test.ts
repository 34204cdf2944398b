import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous, system } from '../../kernel/actor.ts'
import { perform, transact } from '../../kernel/perform.ts'
import { fetchAs, handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { files } from './contract.ts'
import { claimDraft, openDraft, passesOf } from './server/index.ts'
import { purge, sweepAtStart } from './server/purge.ts'

let northwind: Company
let id: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  const env = { FULLSCORE_FILES_GB: '0.001' }
  northwind = await startCompany({ work: false, env, clock: () => now })
  await northwind.actorOf('marco')
  id = (await planOf(northwind)).id
})
afterAll(() => northwind.close())

const call = { actor: system('test'), via: 'test' }
const open = () => transact(northwind.app, call, 'opening a draft', openDraft)
const nobody = { actor: anonymous, via: 'test' }
const handIn = (key: string, name: string, body: string, address = '192.0.2.1') => {
  now = new Date(now.getTime() + 1)
  return handOver(northwind, files.handIn, { key, name }, streamOf(body), { actor: anonymous, address })
}
const claim = (key: string) =>
  transact(northwind.app, call, 'claiming', (ctx) =>
    claimDraft(ctx, key, { kind: 'campaign', id, name: 'Summer', by: 'Uma Outside' }),
  )
const list = () => northwind.as('marco')(files.list, { kind: 'campaign', id })
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000)
}
const onDisk = () =>
  readdirSync(join(northwind.folder, 'files'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)

test('what somebody without an account hands in hangs on its record once that exists', async () => {
  const { key } = await open()
  await handIn(key, 'brief.txt', 'what we want')
  await handIn(key, 'brief.txt', 'what else we want')
  const { items } = await perform(northwind.app, files.drafted, { key }, nobody)
  expect(items.map((one) => one.name)).toEqual(['brief.txt', 'brief (2).txt'])
  expect((await list()).items).toEqual([])
  await perform(northwind.app, files.takeOut, { key, id: items[1]!.id }, nobody)
  expect(await claim(key)).toBe(1)
  const [file] = (await list()).items
  expect(file).toMatchObject({ name: 'brief.txt', isForGuests: true, by: 'Uma Outside' })
  await expect(handIn(key, 'late.txt', 'x')).rejects.toEqual(refused('missing', /has ended after a day/))
  await expect(claim(key)).rejects.toMatchObject({ code: 'missing' })
})

test('without a draft nobody outside hands anything in, and nothing is received', async () => {
  const before = onDisk()
  await expect(handIn('guessed-key-guessed', 'x.txt', 'x')).rejects.toMatchObject({ code: 'missing' })
  expect(onDisk()).toEqual(before)
})

test('a draft takes ten files, and an address twenty at once', async () => {
  const { key } = await open()
  for (let at = 0; at < 10; at += 1) await handIn(key, `${at}.txt`, `file ${at}`, '192.0.2.2')
  await expect(handIn(key, '11.txt', 'one more', '192.0.2.2')).rejects.toEqual(
    refused('conflict', /10 files are the most here/),
  )
  const other = await open()
  for (let at = 0; at < 9; at += 1) await handIn(other.key, `${at}.txt`, `file ${at}`, '192.0.2.2')
  await expect(handIn(other.key, 'x.txt', 'x', '192.0.2.2')).rejects.toEqual(
    refused('limited', /Too many files from your address/),
  )
  await handIn(other.key, 'x.txt', 'x', '192.0.2.3')
})

test('files without an account take no more than a tenth of the room', async () => {
  const { key } = await open()
  await handIn(key, 'large.bin', 'x'.repeat(100_000), '192.0.2.4')
  await expect(handIn(key, 'next.bin', 'y', '192.0.2.4')).rejects.toEqual(
    refused('conflict', /Too many files wait to be looked at just now/),
  )
})

test('a draft ends after a day, and its files go with the next night', async () => {
  const { key } = await open()
  const before = onDisk().length
  later(25)
  await expect(perform(northwind.app, files.drafted, { key }, nobody)).rejects.toMatchObject({
    code: 'missing',
  })
  await purge.run(northwind.app, undefined)
  expect(before).toBeGreaterThan(1)
  expect(onDisk()).toHaveLength(1)
})

test('a signed link hands one file out for its time, to whoever has it, and not after it was removed or hidden', async () => {
  const passes = () =>
    transact(northwind.app, call, 'passes', (ctx) => passesOf(ctx, { kind: 'campaign', id }, 3600))
  const [pass] = await passes()
  const get = async (path: string) => {
    const answer = await fetchAs(northwind, null, path)
    return [answer.status, answer.status === 200 ? await answer.text() : '']
  }
  expect(await get(pass!.path)).toEqual([200, 'what we want'])
  const forged = pass!.path.replace(/\.([0-9a-z]+)\.([^.]+)$/, '.zzzzzzzz.$2')
  expect(await get(forged)).toEqual([403, ''])
  expect(await get(`${pass!.path}x`)).toEqual([403, ''])
  const [file] = (await list()).items
  await northwind.as('marco')(files.remove, { id: file!.id, version: 1 })
  expect(await get(pass!.path)).toEqual([404, ''])
  await northwind.as('marco')(files.putBack, { id: file!.id })
  expect(await get(pass!.path)).toEqual([200, 'what we want'])
  await northwind.as('marco')(files.change, { id: file!.id, version: 1, isForGuests: false })
  expect(await get(pass!.path)).toEqual([404, ''])
  await northwind.as('marco')(files.change, { id: file!.id, version: 1, isForGuests: true })
  expect(await get(pass!.path)).toEqual([200, 'what we want'])
  later(2)
  expect(await get(pass!.path)).toEqual([403, ''])
})

test('a removed file is kept for 30 days, then deleted for good with its bytes', async () => {
  const [file] = (await list()).items
  await northwind.as('marco')(files.remove, { id: file!.id, version: 1 })
  later(24 * 29)
  await purge.run(northwind.app, undefined)
  expect((await list()).removed).toHaveLength(1)
  later(24 * 2)
  await purge.run(northwind.app, undefined)
  expect((await list()).removed).toEqual([])
  expect(onDisk()).toEqual([])
  await expect(northwind.as('marco')(files.putBack, { id: file!.id })).rejects.toMatchObject({
    code: 'missing',
  })
})

test('what a crash left without a row is swept at start, what is named stays', async () => {
  const actor = await northwind.actorOf('marco')
  const place = { kind: 'campaign', id, name: 'kept.txt' }
  await handOver(northwind, files.add, place, streamOf('kept'), { actor })
  const [kept] = onDisk()
  const folder = join(northwind.folder, 'files')
  mkdirSync(join(folder, 'ab', 'cd'), { recursive: true })
  const orphan = join(folder, 'ab', 'cd', `abcd${'0'.repeat(60)}`)
  writeFileSync(orphan, 'renamed, and killed before its row')
  writeFileSync(join(folder, 'incoming', 'half'), 'killed while it came in')
  await sweepAtStart(northwind.app)
  expect(existsSync(orphan)).toBe(false)
  expect(onDisk()).toEqual([kept])
})
