import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { costs } from '../costs/contract.ts'
import { trace } from '../trace/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let search: string
let film: string
let team: string
let summer: string
let winter: string
const said = [
  { name: 'Search', kind: 'media' as const, plan: months(1001) },
  { name: 'Film', kind: 'agency' as const, plan: months(1000) },
  { name: 'Secret designer', kind: 'people' as const, plan: months(5000) },
  { name: 'Tokyo', currency: 'JPY', plan: months(0) },
]
beforeAll(async () => {
  const started = await startBudget(said.slice(0, 3), ['marco', 'pia', 'fay', 'carol'])
  northwind = started.company
  ;[search = '', film = '', team = ''] = started.ids
  summer = (await planOf(northwind)).id
  winter = (await planOf(northwind, { name: 'Winter' })).id
})
afterAll(() => northwind.close())

const set = (id: string, version: number, more: object, who: PersonName = 'marco') =>
  northwind.as(who)(budget.setSplit, { id, version, mode: 'percent', shares: [], ...more })
const share = (campaignId: string, parts = 0) => ({ campaignId, parts })
const ofCampaign = (id: string, who: PersonName = 'ana') => northwind.as(who)(budget.campaignBudget, { id })
const versionOf = async (id: string) => (await northwind.as('ana')(budget.split, { id })).split?.version ?? 0

describe('a line shared out over campaigns', () => {
  test('each campaign shows its share of plan, committed and actual, and shares sum to the line', async () => {
    await set(search, 0, { shares: [share(summer, 3333), share(winter, 3333)] })
    const bill = { lineId: search, supplier: 'Ads', number: 'A-1', minor: 1000, currency: 'EUR' }
    await northwind.as('fay')(budget.bookInvoice, { ...bill, invoicedOn: '2026-05-03' })
    const { split } = await northwind.as('marco')(budget.split, { id: search })
    expect(split!.shares.map((one) => [one.campaign, one.plan, one.actual])).toEqual([
      ['Summer', 4004, 333],
      ['Winter', 4003, 333],
    ])
    expect(split!.rest).toMatchObject({ plan: 4005, actual: 334 })
    expect((await ofCampaign(summer)).parts).toMatchObject([
      { line: { name: 'Search' }, plan: 4004, actual: 333 },
    ])
  })

  test('a line that leads up to a campaign counts for it as a whole until it is shared out', async () => {
    const up = { kind: 'budget-line', id: film, parent: { kind: 'campaign', id: winter } }
    await northwind.as('ana')(trace.link, up)
    expect((await ofCampaign(winter)).parts).toContainEqual(
      expect.objectContaining({ isWhole: true, plan: 12_000 }),
    )
    await set(film, 0, { mode: 'equal', shares: [share(summer), share(winter)] })
    expect((await ofCampaign(winter)).parts.map((one) => one.plan)).toEqual([4003, 6000])
    expect((await ofCampaign(summer)).total).toMatchObject({ plan: 10_004, currency: 'EUR' })
  })

  test('its planned cost stands beside the sum of its lines, for those who may read costs', async () => {
    const words = /The brief plans 15,000.00 EUR; its lines have 100.04 EUR in FY2027, 14,899.96 EUR less/
    expect((await ofCampaign(summer)).notes).toEqual([expect.stringMatching(words)])
    const actor = { ...(await northwind.actorOf('pia')), permissions: new Set(['budget:read']) }
    expect((await northwind.ask(budget.campaignBudget, { id: summer }, actor)).notes).toEqual([])
    const { split, campaigns } = await northwind.ask(budget.split, { id: search }, actor)
    expect([campaigns, split!.shares[0]!.campaign]).toEqual([[], 'a campaign you may not read'])
  })

  test.each([
    ['percents over 100', { shares: () => [share(summer, 9000), share(winter, 1001)] }, /100.01 %/],
    [
      'amounts over the line',
      { mode: 'amount', shares: () => [share(summer, 12_013)] },
      /120.13 EUR.*has 120.12 EUR/,
    ],
    ['one campaign twice', { mode: 'equal', shares: () => [share(summer), share(summer)] }, /named twice/],
    ['a campaign that is not there', { shares: () => [share('nope', 1)] }, /There is no campaign nope/],
    [
      'a metric that is not there',
      { mode: 'driver', metric: 'nope', shares: () => [share(summer)] },
      /no metric “nope”/,
    ],
    ['a metric without its mode', { metric: 'spend', shares: () => [share(summer, 1)] }, /by a driver alone/],
    [
      'a metric of nothing yet',
      { mode: 'driver', metric: 'spend', shares: () => [share(summer)] },
      /All weights are 0/,
    ],
  ])('%s is refused, and nothing changes', async (_, { shares, ...more }, words) => {
    const version = await versionOf(search)
    await expect(set(search, version, { ...more, shares: shares() })).rejects.toEqual(
      refused('invalid', words),
    )
    expect(await versionOf(search)).toBe(version)
  })

  test('what somebody else shared out meanwhile is not written over; ending it can be taken back', async () => {
    await expect(set(search, 0, { shares: [share(summer, 1)] })).rejects.toEqual(
      refused('conflict', /since you opened/),
    )
    const marco = northwind.as('marco')
    await marco(budget.endSplit, { id: search, version: await versionOf(search) })
    expect((await marco(budget.split, { id: search })).split).toBeNull()
    await set(search, 0, { mode: 'driver', shares: [share(summer, 1), share(winter, 3)] })
    expect((await marco(budget.split, { id: search })).split!.shares.map((one) => one.plan)).toEqual([
      3003, 9009,
    ])
  })

  test('less given to a line than its shares by amount is said, and they are shown in proportion', async () => {
    await set(search, await versionOf(search), { mode: 'amount', shares: [share(summer, 12_012)] })
    const move = { fromId: search, toId: film, minor: 6006, reason: 'Film is dearer' }
    await northwind.as('ana')(budget.transfer, move)
    const { split } = await northwind.as('marco')(budget.split, { id: search })
    expect(split).toMatchObject({ shares: [{ allocation: 6006 }], rest: { allocation: 0 } })
    expect(split!.notes[0]).toMatch(/was given less since/)
  })

  test('a headcount line gives a campaign a share that only those who may read it are told of', async () => {
    await set(team, 0, { mode: 'equal', shares: [share(summer)] }, 'ana')
    const names = async (who: PersonName) => (await ofCampaign(summer, who)).parts.map((one) => one.line.name)
    expect(await names('ana')).toContain('Secret designer')
    expect(await names('marco')).not.toContain('Secret designer')
    await expect(northwind.as('marco')(budget.split, { id: team })).rejects.toEqual(refused('missing', /./))
    const feed = JSON.stringify(await northwind.as('marco')(activity.feed, { module: 'budget', limit: 100 }))
    expect(feed).not.toMatch(/Secret designer/)
  })
})

test('a planned cost in a currency without a rate is said, not converted', async () => {
  const { id } = await planOf(northwind, { name: 'Kyoto', planned: { minor: 500, currency: 'JPY' } })
  expect((await ofCampaign(id)).notes).toEqual([expect.stringMatching(/in JPY, for which no rate/)])
  await northwind.as('ana')(costs.setRate, { currency: 'JPY', onDay: '2026-01-01', rate: 0.0061 })
  expect((await ofCampaign(id)).notes).toEqual([
    expect.stringMatching(/plans 3.05 EUR; its lines have 0.00 EUR/),
  ])
})
