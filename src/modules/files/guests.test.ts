import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchAs, handOver, streamOf } from '../../test/bodies.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { campaigns } from '../campaigns/contract.ts'
import { files } from './contract.ts'

const png = (rest = '') => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(rest)])

let northwind: Company
let id: string
beforeAll(async () => {
  northwind = await startCompany({ work: false })
  for (const name of ['ana', 'marco', 'kai', 'gus'] as const) await northwind.actorOf(name)
  id = (await planOf(northwind)).id
  await northwind.as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
})
afterAll(() => northwind.close())

const handedIn = async <R extends typeof files.add | typeof files.replace>(
  route: R,
  input: Parameters<typeof handOver<R>>[2],
  body: Uint8Array | string,
) => handOver(northwind, route, input, streamOf(body), { actor: await northwind.actorOf('marco') })
const add = (name: string, body: Uint8Array | string) =>
  handedIn(files.add, { kind: 'campaign', id, name }, body)
const replace = ({ id, version }: { id: string; version: number }, body: string) =>
  handedIn(files.replace, { id, version }, body)
const list = (who: PersonName) => northwind.as(who)(files.list, { kind: 'campaign', id })
const get = (who: PersonName, file: string) => fetchAs(northwind, who, `/api/files/${file}/content`)

test('a guest sees the files that are marked for guests, of what they were given', async () => {
  const { file } = await add('for-guests.png', png('guests'))
  expect((await list('gus')).items).toEqual([])
  const marked = await northwind.as('marco')(files.change, { id: file.id, version: 1, isForGuests: true })
  expect(marked.version).toBe(1)
  const seen = await list('gus')
  expect(seen.items.map((one) => one.name)).toEqual(['for-guests.png'])
  expect(seen).toMatchObject({ can: { add: false }, guests: 'none', removed: [] })
  expect((await get('gus', file.id)).status).toBe(200)
  await northwind.as('marco')(campaigns.setGuests, { id, people: [] })
  expect((await get('gus', file.id)).status).toBe(404)
  await northwind.as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
})

test('a guest reads no version from before the file was shown to them', async () => {
  const { file } = await add('terms.txt', 'what we would pay at most')
  const newer = await replace(file, 'what we offer')
  const marco = northwind.as('marco')
  const marked = await marco(files.change, { id: file.id, version: newer.version, isForGuests: true })
  const text = async (who: 'gus' | 'kai', number: number) => {
    const answer = await fetchAs(northwind, who, `/api/files/${file.id}/content?number=${number}`)
    return answer.status === 200 ? answer.text() : answer.status
  }
  const seen = async () =>
    (await northwind.as('gus')(files.versions, { id: file.id })).items.map((one) => one.number)
  expect([await text('gus', 1), await text('gus', 2), await text('kai', 1)]).toEqual([
    ...[404, 'what we offer', 'what we would pay at most'],
  ])
  expect(await seen()).toEqual([2])
  expect((await list('gus')).items.find((one) => one.id === file.id)).toMatchObject({ contents: 1 })
  expect(marked.contents).toBe(2)

  await replace(marked, 'what we agreed')
  expect(await seen()).toEqual([3, 2])
  await marco(files.change, { id: file.id, version: 3, isForGuests: false })
  await marco(files.change, { id: file.id, version: 3, isForGuests: true })
  expect(await seen(), 'hidden by mistake and shown again').toEqual([3, 2])
  await marco(files.change, { id: file.id, version: 3, isForGuests: false })
  await marco(files.change, { id: file.id, version: 3, name: 'deal.txt', isForGuests: true })
  expect(await seen()).toEqual([4])
})
