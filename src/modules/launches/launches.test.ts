import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { campaigns } from '../campaigns/contract.ts'
import { contingencies } from '../contingencies/contract.ts'
import { identity } from '../identity/contract.ts'
import { templates } from '../templates/contract.ts'
import { launches } from './contract.ts'

let northwind: Company
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
  for (const name of ['marco', 'kai', 'pia', 'vera', 'gus', 'ana'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const said = (more: object = {}) => ({
  ...{ name: 'Dispatch 5', tier: 1, products: ['Dispatch'], ownerId: northwind.ids.marco },
  ...{ launchOn: '2026-07-01', ...more },
})
const launch = (more: object = {}) => as('marco')(launches.add, said(more))
const planned = async (more: object = {}) => {
  const { id } = await planOf(northwind, { name: 'Teaser', ...more })
  return id
}
const withCampaign = async (more: object = {}, campaign: object = {}) => {
  const { id } = await launch(more)
  const campaignId = await planned(campaign)
  return as('marco')(launches.addCampaign, { id, campaignId })
}

test('a launch is planned, confirmed, launched on its day and not before, and called off with a reason', async () => {
  const one = await launch({ name: 'Plain' })
  expect(one).toMatchObject({ state: 'planned', inDays: 42, readiness: { isReady: false } })
  expect(one.readiness.says).toBe('No campaign serves it yet.')
  const become = (state: string, version: number, more: object = {}) =>
    as('marco')(launches.setState, { id: one.id, state, version, ...more } as never)
  await expect(become('launched', 1)).rejects.toEqual(refused('conflict', /Confirm it before/))
  await become('confirmed', 1)
  await expect(become('launched', 2)).rejects.toEqual(refused('conflict', /has not come yet/))
  await expect(become('called-off', 2)).rejects.toEqual(refused('invalid', /Say why Plain is called off/))
  const off = await become('called-off', 2, { reason: 'The rival was first' })
  expect(off).toMatchObject({ state: 'called-off', calledOff: 'The rival was first', can: { change: false } })
  await expect(
    as('marco')(launches.change, { id: one.id, version: 3, ...said({ name: 'Other' }) }),
  ).rejects.toEqual(refused('conflict', /was called off/))
  const back = await become('confirmed', 3)
  expect(back).toMatchObject({ state: 'confirmed', calledOff: null })
})

test('what cannot be a launch is refused with a sentence and nothing is kept', async () => {
  const before = (await as('vera')(launches.list, {})).items.length
  await expect(launch({ announceOn: '2026-07-02' })).rejects.toEqual(
    refused('invalid', /announced on 2026-07-02, after it launches/),
  )
  await expect(launch({ tier: 4 })).rejects.toEqual(refused('invalid', /is 1, 2 or 3/))
  await expect(launch({ products: [] })).rejects.toEqual(refused('invalid', /one product/))
  await expect(launch({ ownerId: 'per_nobody' })).rejects.toMatchObject({ code: 'missing' })
  for (const name of ['vera', 'kai', 'gus'] as const)
    await expect(as(name)(launches.add, said())).rejects.toMatchObject({ code: 'forbidden' })
  expect((await as('vera')(launches.list, {})).items).toHaveLength(before)
})

test('how ready a launch is, is counted from approvals, steps and back-up plans of its campaigns', async () => {
  const one = await withCampaign({ name: 'Counted' }, { name: 'Counted campaign' })
  const id = one.campaigns[0]!.id
  const step = (name: string, days: number) =>
    as('marco')(templates.addStep, { id, name, days, after: [], ownerId: northwind.ids.pia })
  await step('Write the page', 3)
  const { steps } = await step('Film', 60)
  await as('marco')(templates.finish, { id: steps.find((each) => each.name === 'Write the page')!.id })
  const plan = { name: 'All', trigger: 'It slips.', planB: 'A letter.' }
  const backUp = await as('marco')(contingencies.add, { id, ...plan })
  const shown = () => as('vera')(launches.show, { id: one.id })
  expect((await shown()).readiness.says).toBe(
    'Not ready: 0 of 1 campaign approved; 1 of 2 steps done, 1 late; 0 with a rehearsed back-up plan.',
  )
  await as('marco')(contingencies.rehearse, { id: backUp.id, on: '2026-05-19' })
  expect((await shown()).readiness).toMatchObject({ steps: 2, done: 1, late: 1, covered: 1, rehearsed: 1 })
  await as('marco')(campaigns.stop, { id, reason: 'No money' })
  expect((await shown()).readiness).toMatchObject({
    campaigns: 0,
    steps: 0,
    says: 'No campaign serves it yet.',
  })
})

test('launches overlap when they are near and need the same channel, and stopped campaigns need none', async () => {
  const first = await withCampaign({ name: 'Near one', launchOn: '2027-01-10' }, { name: 'One' })
  const other = await withCampaign({ name: 'Near two', launchOn: '2027-01-20' }, { name: 'Two' })
  const pair = async (within: number) =>
    (await as('vera')(launches.list, { within })).overlaps.filter((each) => each.one.id === first.id)
  expect((await pair(14))[0]).toMatchObject({
    ...{ other: { id: other.id }, days: 10, channels: ['Email', 'Webinar'] },
    says: 'Near one and Near two launch 10 days apart and both need Email and Webinar.',
  })
  expect(await pair(9)).toEqual([])
  await as('marco')(campaigns.stop, { id: other.campaigns[0]!.id, reason: 'No money' })
  expect(await pair(14)).toEqual([])
})

test('a guest sees the launches of campaigns they were given, and of these campaigns only', async () => {
  const one = await withCampaign({ name: 'Shared' }, { name: 'Given away' })
  const hidden = await planned({ name: 'Kept inside' })
  await as('marco')(launches.addCampaign, { id: one.id, campaignId: hidden })
  await launch({ name: 'Secret' })
  expect((await as('gus')(launches.given, {})).items).toEqual([])
  await as('marco')(campaigns.setGuests, { id: one.campaigns[0]!.id, people: [northwind.ids.gus] })
  const { items } = await as('gus')(launches.given, {})
  expect(items).toMatchObject([{ name: 'Shared', campaigns: [{ name: 'Given away' }] }])
  expect(JSON.stringify(items)).not.toMatch(/Kept inside|Secret|ready|owner/)
  for (const route of Object.values(launches.$contract.routes))
    if (route.id !== launches.given.id)
      await expect(
        as('gus')(route, { id: one.id, campaignId: hidden, on: '2026-08-01' } as never),
        route.id,
      ).rejects.toMatchObject({ code: 'forbidden' })
})

test('its owner is asked on Home while it is near and not ready, and once its day is past', async () => {
  const one = await launch({ name: 'Nearing', launchOn: '2026-06-01' })
  const titles = async () => (await as('marco')(identity.home, {})).needs.map((need) => need.title)
  expect(await titles()).toContain('Nearing launches in 12 days')
  today = '2026-06-02'
  expect(await titles()).toContain('Say whether Nearing launched')
  await as('marco')(launches.setState, { id: one.id, state: 'confirmed', version: 1 })
  await as('marco')(launches.setState, { id: one.id, state: 'launched', version: 2 })
  expect(await titles()).not.toContain('Say whether Nearing launched')
  today = '2026-05-20'
})

test('a campaign is put behind a launch once, and a stopped one never', async () => {
  const one = await withCampaign({ name: 'Linked' }, { name: 'Linked once' })
  const campaignId = one.campaigns[0]!.id
  await expect(as('marco')(launches.addCampaign, { id: one.id, campaignId })).rejects.toEqual(
    refused('conflict', /already/),
  )
  const gone = await as('marco')(launches.removeCampaign, { id: one.id, campaignId })
  expect(gone.campaigns).toEqual([])
  await as('marco')(campaigns.stop, { id: campaignId, reason: 'No money' })
  await expect(as('marco')(launches.addCampaign, { id: one.id, campaignId })).rejects.toEqual(
    refused('conflict', /was stopped/),
  )
})
