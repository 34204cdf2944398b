import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { dashboards } from './contract.ts'

let company: Company
beforeAll(async () => {
  company = await startCompany()
})
afterAll(() => company.close())

const won = { metric: 'won_value', view: 'figure' } as const
const byChannel = { metric: 'leads', view: 'breakdown', by: 'channel', size: 2 } as const
const namesFor = async (name: Parameters<Company['as']>[0]) =>
  (await company.as(name)(dashboards.list, {})).items.map((one) => one.name)

test('a dashboard is its owner’s alone until it is shared, with everybody or with roles', async () => {
  const marco = company.as('marco')
  const { id } = await marco(dashboards.add, { name: 'Outcomes', tiles: [won, byChannel] })
  expect(await namesFor('marco')).toEqual(['Outcomes'])
  expect(await namesFor('carol')).toEqual([])
  await expect(company.as('carol')(dashboards.show, { id })).rejects.toMatchObject({ code: 'missing' })

  const { sharedWith } = await marco(dashboards.share, { id, with: 'roles', roles: ['cmo'] })
  expect(sharedWith).toBe('CMO')
  expect([await namesFor('carol'), await namesFor('kai')]).toEqual([['Outcomes'], []])

  await marco(dashboards.share, { id, with: 'everybody' })
  expect(await namesFor('kai')).toEqual(['Outcomes'])
  await marco(dashboards.share, { id, with: 'nobody' })
  expect(await namesFor('carol')).toEqual([])
})

test('tiles keep their order and their names through adding, moving and removing', async () => {
  const ines = company.as('ines')
  const made = await ines(dashboards.add, { name: 'Channels', tiles: [won] })
  const [first] = made.tiles
  const two = await ines(dashboards.change, { id: made.id, version: 1, tiles: [byChannel, first!] })
  expect(two.tiles.map((tile) => tile.metric)).toEqual(['leads', 'won_value'])
  expect(two.tiles[1]?.id).toBe(first?.id)
  const one = await ines(dashboards.change, { id: made.id, version: 2, tiles: [two.tiles[0]!] })
  expect(one).toMatchObject({ version: 3, tiles: [{ metric: 'leads', by: 'channel', size: 2 }] })
})

test('the second of two people who change it at once is told who was faster', async () => {
  const { id } = await company.as('ines')(dashboards.add, { name: 'Together' })
  await company.as('ines')(dashboards.share, { id, with: 'everybody' })
  await company.as('marco')(dashboards.change, { id, version: 1, name: 'Together, renamed' })
  await expect(company.as('ines')(dashboards.change, { id, version: 1, tiles: [won] })).rejects.toEqual(
    refused('conflict', /^Marco Haas has changed this dashboard since you opened it\./),
  )
})

test('who may only look cannot change; who sees a shared one may work on it but not give it away', async () => {
  const { id } = await company.as('ana')(dashboards.add, { name: 'Shared', tiles: [won] })
  await company.as('ana')(dashboards.share, { id, with: 'everybody' })
  await expect(company.as('kai')(dashboards.change, { id, version: 1, name: 'Mine' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const sam = company.as('sam')
  expect((await sam(dashboards.show, { id })).whyNot).toEqual({
    change: null,
    share: 'This dashboard belongs to somebody else. Duplicate it; the copy is yours.',
    remove: expect.stringContaining('who alone may delete it'),
  })
  await expect(sam(dashboards.remove, { id })).rejects.toMatchObject({ code: 'forbidden' })
  const copy = await sam(dashboards.duplicate, { id })
  expect(copy).toMatchObject({ name: 'Shared (copy)', sharedWith: 'Private', owner: { name: 'Sam Ortiz' } })
  expect((await sam(dashboards.duplicate, { id })).name).toBe('Shared (copy 2)')
})

test('a dashboard of the longest name can be duplicated again and again', async () => {
  const kept = 'n'.repeat(111)
  const { id } = await company.as('ines')(dashboards.add, { name: 'n'.repeat(120) })
  await company.as('ines')(dashboards.duplicate, { id })
  expect((await company.as('ines')(dashboards.duplicate, { id })).name).toBe(`${kept} (copy 2)`)
})

test('sharing a dashboard lets nobody else delete it or put it back, whoever may share', async () => {
  const [ana, marco] = [company.as('ana'), company.as('marco')]
  const { id } = await ana(dashboards.add, { name: 'Board of the director', tiles: [won] })
  await ana(dashboards.share, { id, with: 'everybody' })
  const { whyNot } = await marco(dashboards.show, { id })
  expect(whyNot).toMatchObject({ share: null, remove: expect.stringContaining('who alone may delete it') })
  await expect(marco(dashboards.remove, { id })).rejects.toMatchObject({ code: 'forbidden' })

  await ana(dashboards.remove, { id })
  await expect(marco(dashboards.restore, { id })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await ana(dashboards.restore, { id })).whyNot.remove).toBeNull()
})

test('a deleted dashboard looks missing until it is put back', async () => {
  const marco = company.as('marco')
  const { id } = await marco(dashboards.add, { name: 'Short-lived', tiles: [won] })
  await marco(dashboards.remove, { id })
  await expect(marco(dashboards.show, { id })).rejects.toMatchObject({ code: 'missing' })
  await expect(company.as('carol')(dashboards.restore, { id })).rejects.toMatchObject({ code: 'missing' })
  expect(await marco(dashboards.restore, { id })).toMatchObject({ tiles: [{ metric: 'won_value' }] })
})

test('a tile that could not be shown is refused with the reason', async () => {
  const add = (tile: Record<string, unknown>) =>
    company.as('ana')(dashboards.add, { name: 'Wrong', tiles: [tile as never] })
  await expect(add({ metric: 'luck', view: 'figure' })).rejects.toEqual(
    refused('invalid', /^There is no metric “luck”\.$/),
  )
  await expect(add({ metric: 'leads', view: 'breakdown' })).rejects.toEqual(
    refused('invalid', /^Say what Leads is broken down by: origin, channel/),
  )
  await expect(add({ metric: 'leads', view: 'figure', where: ['ad_group=x'] })).rejects.toEqual(
    refused('invalid', /^Leads has no dimension “ad_group”\./),
  )
})

test('one can ask which dashboards show a metric', async () => {
  await company.as('pia')(dashboards.add, { name: 'Touches', tiles: [{ metric: 'touches', view: 'trend' }] })
  const { items } = await company.as('pia')(dashboards.list, { metric: 'touches' })
  expect(items.map((one) => one.name)).toEqual(['Touches'])
})
