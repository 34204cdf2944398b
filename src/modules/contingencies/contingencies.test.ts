import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { contingencies } from './contract.ts'
import { flagsOf, isMet, whyNotTrigger } from './rules.ts'

let northwind: Company
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
  for (const name of ['marco', 'cleo', 'kai', 'pia', 'vera', 'gus'] as const) await northwind.actorOf(name)
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const said = (more: object = {}) => ({
  ...{ name: 'The hall', trigger: 'The hall cancels.', planB: 'Stream it from the office.' },
  ...more,
})
const write = async (more: object = {}, campaign: object = {}) => {
  const { id } = await planOf(northwind, campaign)
  return as('marco')(contingencies.add, { id, ...said(more) })
}

test.each([
  [{ ownerId: 'per_1', rehearsedOn: '2026-05-01', rehearseEvery: 90, metAt: null, isActive: false }, []],
  [
    { ownerId: 'per_1', rehearsedOn: '2026-02-18', rehearseEvery: 90, metAt: null, isActive: false },
    ['stale'],
  ],
  [{ ownerId: 'per_1', rehearsedOn: '2026-02-19', rehearseEvery: 90, metAt: null, isActive: false }, []],
  [
    { ownerId: null, rehearsedOn: null, rehearseEvery: 90, metAt: 'now', isActive: false },
    ['met', 'nobody', 'unrehearsed'],
  ],
  [
    { ownerId: null, rehearsedOn: null, rehearseEvery: 90, metAt: 'now', isActive: true },
    ['active', 'nobody', 'unrehearsed'],
  ],
])('of %j is said %j', (plan, flags) => {
  expect(flagsOf(plan, '2026-05-20')).toEqual(flags)
})

test.each([
  [19, '2026-06-01', true],
  [20, '2026-06-01', false],
  [0, '2026-05-31', false],
  [null, '2026-06-01', false],
])('a figure of %s on %s meets the trigger “below 20 by 2026-06-01”: %s', (value, day, met) => {
  const trigger = { metric: 'opportunities', below: 20, byOn: '2026-06-01' }
  expect(isMet(trigger, value, day)).toBe(met)
  expect(whyNotTrigger({ ...trigger, below: null })).toMatch(/all three/)
})

test('a back-up plan is written, owned, rehearsed, and says what is open', async () => {
  const one = await write()
  expect(one.flags).toEqual(['nobody', 'unrehearsed'])
  const owned = await as('marco')(contingencies.change, {
    ...{ id: one.id, version: 1, ...said({ ownerId: northwind.ids.pia }) },
  })
  expect(owned).toMatchObject({ owner: { name: 'Pia Novak' }, flags: ['unrehearsed'] })
  await expect(as('marco')(contingencies.change, { id: one.id, version: 1, ...said() })).rejects.toEqual(
    refused('conflict', /Somebody changed this back-up plan/),
  )
  await expect(as('pia')(contingencies.rehearse, { id: one.id, on: '2026-05-21' })).rejects.toEqual(
    refused('invalid', /has not come yet/),
  )
  const rehearsed = await as('pia')(contingencies.rehearse, {
    id: one.id,
    on: '2026-05-19',
    note: 'The stream held',
  })
  expect(rehearsed).toMatchObject({ flags: [], rehearsedOn: '2026-05-19', rehearsals: [{ by: 'Pia Novak' }] })
  await expect(write({ metric: 'opportunities' })).rejects.toEqual(refused('invalid', /all three/))
  await expect(write({ metric: 'applause', below: 1, byOn: '2026-06-01' })).rejects.toEqual(
    refused('invalid', /no metric “applause”/),
  )
  for (const name of ['vera', 'kai', 'gus'] as const)
    await expect(as(name)(contingencies.activate, { id: one.id, reason: 'Just so' })).rejects.toMatchObject({
      code: 'forbidden',
    })
})

test('plan B is activated once, with a reason and a name, and taken back with another', async () => {
  const one = await write()
  const go = () => as('marco')(contingencies.activate, { id: one.id, reason: 'The hall cancelled' })
  const both = await Promise.allSettled([go(), go()])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const back = await as('pia')(contingencies.end, { id: one.id, reason: 'They took it back' })
  expect(back).toMatchObject({
    isActive: false,
    activations: [{ by: 'Marco Haas', reason: 'The hall cancelled', endedBy: 'Pia Novak' }],
  })
  await expect(as('pia')(contingencies.end, { id: one.id, reason: 'Again' })).rejects.toEqual(
    refused('conflict', /nothing to take back/),
  )
  await expect(as('marco')(contingencies.remove, { id: one.id })).rejects.toEqual(
    refused('conflict', /stays to be read/),
  )
  const free = await write()
  await as('marco')(contingencies.remove, { id: free.id })
})

test('what a back-up plan costs is for those who read costs: in lists, events and changes', async () => {
  const one = await write({ cost: { minor: 432_100, currency: 'EUR' } })
  const id = one.campaign.id
  const dearer = { id: one.id, version: 1, ...said({ cost: { minor: 543_200, currency: 'EUR' } }) }
  expect((await as('marco')(contingencies.change, dearer)).cost?.minor).toBe(543_200)
  const seen = await as('cleo')(contingencies.list, { campaignId: id })
  expect(seen.items[0]).toMatchObject({ cost: null, hidesCost: true })
  const feed = JSON.stringify(await as('cleo')(activity.feed, { subject: id }))
  expect(feed).toMatch(/changed the back-up plan/)
  expect(feed).not.toMatch(/543200|432100/)
  const full = JSON.stringify(await as('ana')(activity.feed, { subject: id }))
  expect(full).toMatch(/543200/)
})

test('a trigger is met once by a figure that is known and below, and its owner is told', async () => {
  const trigger = { metric: 'opportunities', below: 20, byOn: '2026-07-02', ownerId: northwind.ids.pia }
  const one = await write(trigger, { name: 'Measured' })
  await as('marco')(campaigns.setSources, { id: one.campaign.id, names: ['Measured – Search'] })
  expect((await as('marco')(contingencies.check, {})).met).toBe(0)
  today = '2026-07-02'
  expect((await as('marco')(contingencies.check, {})).met).toBe(1)
  expect((await as('marco')(contingencies.check, {})).met).toBe(0)
  expect((await as('pia')(activity.inbox, {})).notices.map((notice) => notice.title)).toEqual([
    'Trigger met: The hall',
  ])
  const { items } = await as('vera')(contingencies.list, { campaignId: one.campaign.id })
  expect(items[0]?.flags).toContain('met')
  today = '2026-05-20'
})

test('a trigger whose figure is not known is checked and not met; campaigns without a plan are named', async () => {
  const one = await write({ metric: 'opportunities', below: 20, byOn: '2026-05-21' }, { name: 'Covered' })
  const { id } = await planOf(northwind, { name: 'Uncovered' })
  today = '2026-05-22'
  expect((await as('marco')(contingencies.check, {})).met).toBe(0)
  const { items, uncovered } = await as('vera')(contingencies.list, {})
  expect(items.find((each) => each.id === one.id)?.checked).toMatchObject({ isKnown: false })
  expect(uncovered.map((each) => each.id)).toContain(id)
  expect(uncovered.map((each) => each.id)).not.toContain(one.campaign.id)
  today = '2026-05-20'
})
