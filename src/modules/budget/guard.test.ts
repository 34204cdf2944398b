import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let year: string
let film: string
let search: string
let team: string
beforeAll(async () => {
  const said = [
    { name: 'Film', area: 'Fame', kind: 'agency' as const, plan: months(4000) },
    { name: 'Search', area: 'Demand', kind: 'media' as const, plan: months(6000) },
    { name: 'Porto designer', area: 'Fame', kind: 'people' as const, plan: months(90_000) },
  ]
  const started = await startBudget(said, ['carol', 'marco', 'fay', 'pia'], false)
  northwind = started.company
  year = started.yearId
  ;[film = '', search = '', team = ''] = started.ids
})
afterAll(() => northwind.close())

const guardOf = (who: PersonName = 'ana') => northwind.as(who)(budget.guard, { year })
async function hold(brand: number, more: object = {}) {
  const areas = { Fame: 'brand' as const, Demand: 'demand' as const }
  const { version, guard } = await guardOf()
  const next = { ...guard, areas, least: { brand, advocacy: 0, social: 0 }, refuses: false, ...more }
  return northwind.as('ana')(budget.setGuard, { guard: next, reason: 'Agreed with the CMO', version })
}
const move = (fromId: string, toId: string, minor: number, guardReason = '') =>
  northwind.as('ana')(budget.transfer, { fromId, toId, minor, reason: 'Plans changed', guardReason })
const brandNow = async () => (await guardOf()).shares.find((one) => one.purpose === 'brand')!.share

test('a plan under the guard-rail is approved with a reason only', async () => {
  await hold(5000)
  const approve = (guardReason?: string) =>
    northwind.as('ana')(budget.approvePlan, { id: year, ...(guardReason ? { guardReason } : {}) })
  await expect(approve()).rejects.toEqual(
    refused('conflict', /Brand is at 40 %, under its least share of 50 %/),
  )
  expect((await northwind.as('ana')(budget.lines, { year })).year!.state).toBe('draft')
  await approve('A year of launches')
  expect((await guardOf()).crossings).toMatchObject([
    { what: 'the plan of FY2027', reason: 'A year of launches' },
  ])
})

test('headcount counts for nobody, so that shares give nothing of it away', async () => {
  for (const who of ['ana', 'marco'] as const)
    expect((await guardOf(who)).shares[0]).toMatchObject({
      purpose: 'brand',
      plan: 48_000,
      share: { plan: 4000 },
    })
})

test('a move that goes under it asks for a reason, which is kept; one that does not goes through', async () => {
  await hold(4000)
  await expect(move(film, search, 1200)).rejects.toEqual(
    refused('conflict', /from 40 % to 39 %.*Say the reason/),
  )
  expect((await brandNow()).allocation).toBe(4000)
  await move(film, search, 1200, 'Search pays back at once')
  expect((await brandNow()).allocation).toBe(3900)
  const kept = { by: 'Ana Ribeiro', reason: 'Search pays back at once' }
  expect((await guardOf()).crossings).toContainEqual(expect.objectContaining(kept))
  await move(search, film, 600)
  expect((await guardOf()).crossings).toHaveLength(2)
})

test('it refuses where the organisation says so, whatever the reason', async () => {
  await hold(4000, { refuses: true })
  await expect(move(film, search, 100, 'Please')).rejects.toEqual(
    refused('conflict', /guard-rail refuses it/),
  )
  await hold(4000)
})

test('saying that a line is for something else is a change like any other', async () => {
  const edit = (guardReason: string) =>
    northwind.as('marco')(budget.edit, { year, edits: [{ id: film, purpose: 'demand' }], guardReason })
  await expect(edit('')).rejects.toEqual(refused('conflict', /to 0 %/))
  const { undo } = await edit('It is a product film')
  expect((await brandNow()).allocation).toBe(0)
  await northwind.as('marco')(budget.edit, { year, edits: undo })
  expect((await brandNow()).allocation).toBe(3950)
})

test('an order for a campaign that is not approved is shown to whoever decides, and refused where the setting says so', async () => {
  const { id: campaignId } = await planOf(northwind)
  const shares = [{ campaignId, parts: 1 }]
  await northwind.as('marco')(budget.setSplit, { id: search, version: 0, mode: 'equal', shares })
  const wish = {
    lineId: search,
    supplier: 'Ads',
    what: 'Search',
    minor: 500,
    currency: 'EUR',
    dueOn: '2026-06-01',
  }
  const { id } = await northwind.as('pia')(budget.request, wish)
  const asked = async () => (await northwind.as('ana')(budget.requests, { state: 'waiting' })).items[0]!
  expect(await asked()).toMatchObject({
    warning: expect.stringMatching(/“Summer”, not approved/),
    can: { approve: true },
  })
  await hold(4000, { needsApprovedCampaign: true })
  expect((await asked()).can.whyNotApprove).toMatch(/Have the campaign approved first/)
  await expect(northwind.as('ana')(budget.approve, { id })).rejects.toEqual(
    refused('conflict', /approved first/),
  )
  await hold(4000, { needsApprovedCampaign: false })
  expect((await northwind.as('ana')(budget.approve, { id })).state).toBe('approved')
})

test('a move of headcount budget is told without its name and its reason', async () => {
  await move(team, search, 50_000, 'The Porto designer left')
  const told = JSON.stringify([
    await guardOf('marco'),
    await northwind.as('marco')(activity.feed, { module: 'budget', limit: 100 }),
  ])
  expect(told).toMatch(/a move of headcount budget/)
  expect(told).not.toMatch(/Porto/)
})

test('only who controls the budget sets it; shares that no budget could keep and old tabs are refused', async () => {
  const { guard, version } = await guardOf()
  const set = (who: PersonName, said: object) =>
    northwind.as(who)(budget.setGuard, { guard: { ...guard, ...said }, reason: 'Because', version })
  await expect(set('marco', {})).rejects.toEqual(refused('forbidden', /budget:control/))
  const least = { brand: 6000, advocacy: 3000, social: 2000 }
  await expect(set('ana', { least })).rejects.toEqual(refused('conflict', /more than 100 %/))
  await hold(3000)
  await expect(set('ana', {})).rejects.toEqual(refused('conflict', /since you opened/))
})
