import { afterAll, beforeAll, expect, test } from 'vitest'
import { handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { files } from '../files/contract.ts'
import { agencies } from './contract.ts'

let northwind: Company
let id: string
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
  for (const name of ['marco', 'ana', 'kai', 'gus'] as const) await northwind.actorOf(name)
  const marco = northwind.as('marco')
  const span = { fromOn: '2026-01-01', untilOn: '2026-06-30' }
  const agency = await marco(agencies.add, { name: 'Bell', ...span, people: [northwind.ids.gus] })
  const { id: campaignId } = await planOf(northwind)
  await marco(agencies.giveCampaign, { id: agency.id, campaignId })
  const agreed = { id: agency.id, campaignId, what: 'The film', dueOn: '2026-05-25' }
  id = (await marco(agencies.addDeliverable, agreed)).id
})
afterAll(() => northwind.close())

const add = async (who: PersonName, name: string, body: string) => {
  const place = { kind: 'deliverable', id, name }
  const actor = await northwind.actorOf(who)
  return (await handOver(northwind, files.add, place, streamOf(body), { actor })).file
}
const list = (who: PersonName) => northwind.as(who)(files.list, { kind: 'deliverable', id })
const names = async (who: PersonName) => (await list(who)).items.map((one) => one.name)

test('a guest adds to what their agency delivers, changes their own, and sees what is not hidden', async () => {
  const cut = await add('gus', 'cut.txt', 'first cut')
  const note = await add('marco', 'note.txt', 'what we think')
  expect(await names('gus')).toEqual(['cut.txt', 'note.txt'])
  const gus = northwind.as('gus')
  await expect(gus(files.remove, { id: note.id, version: 1 })).rejects.toEqual(
    refused('forbidden', /Somebody else added this file. Add your own beside it/),
  )
  await expect(gus(files.change, { id: cut.id, version: 1, isForGuests: false })).rejects.toEqual(
    refused('forbidden', /decides what guests are shown/),
  )
  await northwind.as('marco')(files.change, { id: note.id, version: 1, isForGuests: false })
  expect(await names('gus')).toEqual(['cut.txt'])
  await expect(gus(files.show, { id: note.id })).rejects.toMatchObject({ code: 'missing' })
  expect((await gus(files.change, { id: cut.id, version: 1, name: 'cut-1.txt' })).name).toBe('cut-1.txt')
})

test('a guest is not told that a hidden file has the name they hand in', async () => {
  const mine = await add('gus', 'note.txt', 'what we think')
  expect(mine.name).toBe('note.txt')
  expect((await names('marco')).filter((one) => one === 'note.txt')).toHaveLength(2)
})

test('once it is accepted its files stay as they were, until its verdict is opened again', async () => {
  const link = 'https://files.bell.example/film'
  const delivered = await northwind.as('gus')(agencies.deliver, { id, version: 1, link, note: '' })
  const marco = northwind.as('marco')
  const accepted = await marco(agencies.accept, { id, version: delivered.version })
  await expect(add('gus', 'late.txt', 'late')).rejects.toEqual(
    refused('conflict', /It is accepted, and its files stay as they were then/),
  )
  const [first] = (await list('marco')).items
  await expect(marco(files.remove, { id: first!.id, version: first!.version })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await list('marco')).can).toMatchObject({ add: false, whyNot: expect.stringMatching(/accepted/) })
  await marco(agencies.reopen, { id, version: accepted.version })
  expect((await add('gus', 'late.txt', 'late')).name).toBe('late.txt')
})

test('after the agreement ended its guests see nothing of it', async () => {
  today = '2026-07-01'
  await expect(list('gus')).rejects.toMatchObject({ code: 'missing' })
  expect((await list('kai')).items.length).toBeGreaterThan(0)
})
