import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchAs, handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { search } from '../search/contract.ts'
import { files } from './contract.ts'

let northwind: Company
let id: string
let now = new Date('2026-05-20T09:00:00Z')
beforeAll(async () => {
  // The quota is 60 kB, and a file may have 20 kB.
  const env = { FULLSCORE_FILE_MB: '0.02', FULLSCORE_FILES_GB: '0.00006' }
  northwind = await startCompany({ work: false, env, clock: () => now })
  for (const name of ['ana', 'marco', 'kai', 'gus', 'ivan'] as const) await northwind.actorOf(name)
  id = (await planOf(northwind)).id
  await northwind.as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
})
afterAll(() => northwind.close())

const add = async (name: string, body: Uint8Array | string, who: PersonName = 'marco') =>
  handOver(northwind, files.add, { kind: 'campaign', id, name }, streamOf(body), {
    actor: await northwind.actorOf(who),
  })
const replace = async (file: { id: string; version: number }, body: string, who: PersonName = 'marco') =>
  handOver(northwind, files.replace, { id: file.id, version: file.version }, streamOf(body), {
    actor: await northwind.actorOf(who),
  })
const list = (who: PersonName = 'marco') => northwind.as(who)(files.list, { kind: 'campaign', id })
const onDisk = () => {
  const all = readdirSync(join(northwind.folder, 'files'), { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => one.name)
}
const get = (who: PersonName | null, file: string, headers: Record<string, string> = {}) =>
  fetchAs(northwind, who, `/api/files/${file}/content`, headers)

test('an empty file and one that is too large are refused with a sentence and leave nothing', async () => {
  const before = onDisk()
  await expect(add('nothing.txt', '')).rejects.toEqual(refused('invalid', /nothing.txt is empty/))
  await expect(add('huge.bin', Buffer.alloc(20_001))).rejects.toEqual(
    refused('invalid', /huge.bin is larger than 20 kB, the most for one file here/),
  )
  expect(onDisk()).toEqual(before)
})

test('an upload that breaks off leaves nothing, and is refused to be read as whole', async () => {
  const before = { disk: onDisk(), items: (await list()).items }
  let sent = 0
  const broken = new ReadableStream<Uint8Array>({
    pull(to) {
      sent += 1
      if (sent < 3) to.enqueue(Buffer.alloc(1000, sent))
      else to.error(new Error('The line broke.'))
    },
  })
  const actor = await northwind.actorOf('marco')
  const name = 'half.bin'
  await expect(
    handOver(northwind, files.add, { kind: 'campaign', id, name }, broken, { actor }),
  ).rejects.toThrow('The line broke.')
  expect({ disk: onDisk(), items: (await list()).items }).toEqual(before)
})

test('the same bytes lie on disk once and count once; the same name twice gets a number', async () => {
  const first = await add('plan.txt', 'the plan')
  const before = { disk: onDisk().length, room: (await list()).room }
  expect((await add('plan.txt', 'the plan')).isHereAlready).toBe(true)
  expect((await add('copy.txt', 'the plan')).file.id).not.toBe(first.file.id)
  expect({ disk: onDisk().length, room: (await list()).room }).toEqual(before)
  expect((await add('PLAN.txt', 'another plan')).file.name).toBe('PLAN (2).txt')
})

test('all files together have a quota, which is said', async () => {
  await add('one.bin', Buffer.alloc(19_000, 1))
  await add('two.bin', Buffer.alloc(19_000, 2))
  await add('three.bin', Buffer.alloc(19_000, 3))
  const before = onDisk()
  await expect(add('four.bin', Buffer.alloc(19_000, 4))).rejects.toEqual(
    refused(
      'invalid',
      /four.bin was not added. All files here may take 60 kB; .* are left and this one has 19 kB/,
    ),
  )
  expect(onDisk()).toEqual(before)
  expect((await add('again.bin', Buffer.alloc(19_000, 3))).file.size).toBe(19_000)
})

test('who may not read the record hears nothing of its files, at each request', async () => {
  const { file } = await add('secret.txt', 'between us')
  for (const who of [null, 'ivan', 'gus'] as const) {
    const answer = await get(who, file.id)
    expect(answer.status).toBe(who === null ? 401 : 404)
    expect(await answer.text()).not.toContain('secret.txt')
  }
  await expect(list('ivan')).rejects.toMatchObject({ code: 'missing' })
  await expect(add('mine.txt', 'x', 'kai')).rejects.toEqual(
    refused('forbidden', /may read this campaign and its files. Adding one needs the right to change it/),
  )
  await expect(
    northwind.as('kai')(files.remove, { id: file.id, version: file.version }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect((await northwind.as('ivan')(search.find, { words: 'secret' })).hits).toEqual([])
  const { hits } = await northwind.as('kai')(search.find, { words: 'secret' })
  expect(hits).toEqual([
    {
      id: file.id,
      kind: 'File',
      title: 'secret.txt',
      hint: 'Summer',
      path: `/campaigns/${id}?file=${file.id}`,
    },
  ])
})

test('a newer version keeps the earlier ones; of two who replace at once the second is told', async () => {
  const { file } = await add('offer.txt', 'first')
  const newer = await replace(file, 'second')
  expect(newer).toMatchObject({ id: file.id, name: 'offer.txt', version: 2, contents: 2 })
  await expect(replace(file, 'third', 'ana')).rejects.toEqual(
    refused('conflict', /Somebody changed offer.txt since you opened this page/),
  )
  const both = await Promise.allSettled([replace(newer, 'mine', 'marco'), replace(newer, 'yours', 'ana')])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const text = async (number: number) =>
    (await fetchAs(northwind, 'kai', `/api/files/${file.id}/content?number=${number}`)).text()
  expect([await text(1), await text(2)]).toEqual(['first', 'second'])
  const back = await northwind.as('ana')(files.bringBack, { id: file.id, number: 1, version: 3 })
  expect(await (await get('kai', back.id)).text()).toBe('first')
  const { items } = await northwind.as('kai')(files.versions, { id: file.id })
  expect(items.map((one) => [one.number, one.did, one.isSame])).toEqual([
    [4, 'brought-back', true],
    [3, 'replaced', false],
    [2, 'replaced', false],
    [1, 'added', true],
  ])
})

test('renaming is a version of its own, and hostile names are made safe', async () => {
  const { file } = await add('../../etc/pass\u202ewd', 'x1')
  expect(file.name).toBe('passwd')
  const named = await northwind.as('ana')(files.change, { id: file.id, version: 1, name: 'C:\\con.txt' })
  expect(named).toMatchObject({ name: '_con.txt', version: 2, contents: 1 })
  await expect(
    northwind.as('ana')(files.change, { id: file.id, version: 1, name: 'late.txt' }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('a removed file is put back, even beside another of its name, and is gone for others meanwhile', async () => {
  const { file } = await add('undo.txt', 'undo me')
  await northwind.as('marco')(files.remove, { id: file.id, version: 1 })
  expect((await get('kai', file.id)).status).toBe(404)
  expect((await list()).removed.map((one) => one.name)).toContain('undo.txt')
  expect((await list('kai')).removed).toEqual([])
  await expect(replace(file, 'x')).rejects.toEqual(
    refused('conflict', /was removed meanwhile. Put it back first/),
  )
  await add('undo.txt', 'in between')
  const back = await northwind.as('marco')(files.putBack, { id: file.id })
  expect(back.name).toBe('undo (2).txt')
  await expect(northwind.as('marco')(files.putBack, { id: file.id })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('the feed tells what happened and no name of a file', async () => {
  const { entries } = await northwind.as('ana')(activity.feed, { module: 'files' })
  const told = entries.map((one) => one.sentence)
  expect(told).toContain('added a file to a campaign')
  expect(JSON.stringify(entries)).not.toMatch(/secret|undo/)
  now = new Date(now.getTime() + 1000)
})
