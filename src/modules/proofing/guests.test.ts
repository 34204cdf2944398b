import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { campaigns } from '../campaigns/contract.ts'
import { files } from '../files/contract.ts'
import { proofing } from './contract.ts'

const now = new Date('2027-03-15T09:00:00Z')
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const picture = (mark: string) => streamOf(Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(mark)]))

let northwind: Company
let id: string
beforeAll(async () => {
  northwind = await startCompany({ clock: () => now })
  for (const name of ['marco', 'ana', 'cleo', 'gus'] as const) await northwind.actorOf(name)
  id = (await planOf(northwind)).id
  await northwind.as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
})
afterAll(() => northwind.close())

const stage = (name: string, reviewerIds: string[]) => ({ name, dueOn: '2027-03-20', reviewerIds })

test('a guest reads no round, and no pin, of a version that they are not shown', async () => {
  const [marco, gus] = [northwind.as('marco'), northwind.as('gus')]
  const who = { actor: await northwind.actorOf('marco') }
  const { file } = await handOver(
    northwind,
    files.add,
    { kind: 'campaign', id, name: 'poster.png' },
    picture('a'),
    who,
  )
  const first = await marco(proofing.open, {
    fileId: file.id,
    number: 1,
    stages: [stage('House', [northwind.ids.ana])],
  })
  const spot = { page: 1, x: 0.5, y: 0.5, words: 'We pay 50,000 at most.' }
  await marco(proofing.pin, { id: first.id, round: 1, ...spot })
  await northwind.as('ana')(proofing.decide, {
    id: first.id,
    round: 1,
    verdict: 'sent-back',
    reason: 'Less red.',
  })
  const newer = await handOver(northwind, files.replace, { id: file.id, version: 1 }, picture('b'), who)
  await marco(files.change, { id: file.id, version: newer.version, isForGuests: true })
  expect((await gus(proofing.list, { which: 'all' })).items).toEqual([])
  await expect(gus(proofing.show, { id: first.id })).rejects.toMatchObject({ code: 'missing' })

  const stages = [stage('Guest', [northwind.ids.gus])]
  const second = await marco(proofing.nextRound, { id: first.id, round: 1, number: 2, stages })
  expect(second).toMatchObject({ before: 1, openPins: 1, pins: [{ round: 1 }] })
  expect(await gus(proofing.show, { id: first.id })).toMatchObject({
    round: 2,
    before: null,
    openPins: 0,
    pins: [],
  })
  expect((await gus(proofing.list, { which: 'mine' })).items).toMatchObject([{ id: first.id, openPins: 0 }])
  await gus(proofing.decide, { id: first.id, round: 2, verdict: 'approved' })
})

test('a guest is not asked about a version that they are not shown', async () => {
  const marco = northwind.as('marco')
  const who = { actor: await northwind.actorOf('marco') }
  const { file } = await handOver(
    northwind,
    files.add,
    { kind: 'campaign', id, name: 'flyer.png' },
    picture('c'),
    who,
  )
  const newer = await handOver(northwind, files.replace, { id: file.id, version: 1 }, picture('d'), who)
  await marco(files.change, { id: file.id, version: newer.version, isForGuests: true })
  const stages = [stage('Guest', [northwind.ids.gus])]
  await expect(marco(proofing.open, { fileId: file.id, number: 1, stages })).rejects.toThrow(
    'is shown later versions of this file only',
  )
  await marco(proofing.open, { fileId: file.id, number: 2, stages })
})
