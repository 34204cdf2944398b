import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefOf, planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { identity } from '../identity/contract.ts'
import { templates } from '../templates/contract.ts'
import { launches } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date('2026-05-20T09:00:00Z') })
  for (const name of ['marco', 'kai', 'pia', 'vera', 'ana'] as const) await northwind.actorOf(name)
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

test('a move says first whom it hits, tells the owners, asks them on Home, and is taken back whole', async () => {
  const one = await withCampaign(
    { name: 'Mover', announceOn: '2026-06-20' },
    { name: 'Moved along', ownerId: northwind.ids.pia },
  )
  const campaignId = one.campaigns[0]!.id
  await as('marco')(templates.addStep, {
    ...{ id: campaignId, name: 'Long film', days: 20, after: [], ownerId: northwind.ids.kai },
  })
  const earlier = await as('vera')(launches.tryMove, { id: one.id, on: '2026-06-10', announceOn: null })
  expect(earlier).toMatchObject({ days: -21, whyNot: null, hits: [{ wouldStart: '2026-06-10' }] })
  expect(earlier.hits[0]?.tooLate).toMatchObject([{ name: 'Long film', owner: 'Kai Okafor' }])
  expect(earlier.says).toBe('21 days earlier: 1 campaign is hit, 1 step would be too late.')
  expect((await as('vera')(launches.tryMove, { id: one.id, on: '2026-06-10' })).whyNot).toMatch(
    /announced on 2026-06-20, after/,
  )
  const move = { id: one.id, on: '2026-07-15', reason: 'The build slipped', version: one.version }
  const moved = await as('marco')(launches.move, move)
  expect(moved.campaigns[0]).toMatchObject({ fits: false, startsOn: '2026-07-01', fitsOn: '2026-07-01' })
  expect(moved.readiness.says).toMatch(/1 planned for another day/)
  expect((await as('pia')(activity.inbox, {})).notices[0]).toMatchObject({
    title: 'Mover launches on 2026-07-15 instead of 2026-07-01',
    why: 'Marco Haas: The build slipped',
  })
  const needs = async () => (await as('pia')(identity.home, {})).needs.map((need) => need.title)
  expect(await needs()).toContain('Fit Moved along to the launch of Mover')
  await expect(as('ana')(launches.move, { ...move, on: '2026-08-01' })).rejects.toEqual(
    refused('conflict', /Somebody changed the launch of Mover/),
  )
  const back = await as('ana')(launches.undoMove, { id: moved.moves[0]!.id })
  expect(back).toMatchObject({ launchOn: '2026-07-01', campaigns: [{ fits: true }] })
  expect(back.moves[0]).toMatchObject({ undoneBy: 'Ana Ribeiro', reason: 'The build slipped' })
  expect(await needs()).not.toContain('Fit Moved along to the launch of Mover')
  await expect(as('ana')(launches.undoMove, { id: moved.moves[0]!.id })).rejects.toEqual(
    refused('conflict', /took this move back already/),
  )
})

test('a campaign fits a moved launch once its first day is another, or somebody says that it does', async () => {
  const one = await withCampaign({ name: 'Follower' }, { name: 'Follows' })
  const second = await planned({ name: 'Stays' })
  const both = await as('marco')(launches.addCampaign, { id: one.id, campaignId: second })
  const moved = await as('marco')(launches.move, {
    ...{ id: one.id, on: '2026-07-15', reason: 'Later', version: both.version },
  })
  expect(moved.campaigns.map((each) => each.fits)).toEqual([false, false])
  const campaignId = one.campaigns[0]!.id
  const campaign = await as('marco')(campaigns.show, { id: campaignId })
  await as('marco')(campaigns.change, {
    ...{ id: campaignId, name: campaign.name, ownerId: campaign.owner.id, version: campaign.version },
    brief: { ...briefOf(northwind), startsOn: '2026-07-15' },
  })
  const fitted = await as('marco')(launches.fit, { id: one.id, campaignId: second })
  expect(fitted.campaigns.map((each) => [each.name, each.fits])).toEqual([
    ['Stays', true],
    ['Follows', true],
  ])
  await expect(as('marco')(launches.undoMove, { id: moved.moves[0]!.id })).resolves.toMatchObject({
    launchOn: '2026-07-01',
  })
  await expect(as('vera')(launches.fit, { id: one.id, campaignId: second })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('of two who move a launch at once one does, and the other is told', async () => {
  const one = await launch({ name: 'Raced' })
  const to = (name: PersonName, on: string) =>
    as(name)(launches.move, { id: one.id, on, reason: 'Mine', version: one.version })
  const both = await Promise.allSettled([to('marco', '2026-07-08'), to('ana', '2026-07-09')])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const shown = await as('vera')(launches.show, { id: one.id })
  expect(shown.moves).toHaveLength(1)
  expect(shown.launchOn).toBe(shown.moves[0]!.to)
})
