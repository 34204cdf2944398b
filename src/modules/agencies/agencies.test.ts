import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, anonymous } from '../../kernel/actor.ts'
import { perform } from '../../kernel/perform.ts'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { identity } from '../identity/contract.ts'
import { agencies } from './contract.ts'

let northwind: Company
let hedda: Actor
let today = '2026-05-20'
beforeAll(async () => {
  northwind = await startCompany({ work: false, clock: () => new Date(`${today}T09:00:00Z`) })
  for (const name of ['marco', 'ana', 'pia', 'kai', 'vera', 'gus'] as const) await northwind.actorOf(name)
  const { person, link: invited } = await as('ana')(identity.invite, {
    ...{ name: 'Hedda Moe', title: 'Planner', email: 'hedda@northwind.example', roles: ['agency'] },
  })
  const joining = { token: invited.url?.split('/').at(-1) ?? '', password: 'quiet-meadow-lantern' }
  await perform(northwind.app, identity.acceptInvite, joining, { actor: anonymous, via: 'test' })
  const rights = { permissions: new Set(['campaigns:guest']) }
  hedda = { kind: 'person', id: person.id, personId: person.id, name: 'Hedda Moe', ...rights }
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const said = (more: object = {}) => ({ name: 'Bell & Partners', fromOn: '2026-01-01', ...more })
let serial = 0
/** An agency of its own with a campaign; Gus and Hedda leave where they were before. */
async function working(people: string[] = [northwind.ids.gus]) {
  for (const one of (await as('ana')(agencies.list, {})).items.filter((each) => each.people.length > 0))
    await as('ana')(agencies.change, { ...one, id: one.id, people: [], version: one.version })
  serial += 1
  const agency = await as('marco')(agencies.add, said({ name: `Agency ${serial}`, people }))
  const { id: campaignId } = await planOf(northwind, { name: `Campaign ${serial}` })
  await as('marco')(agencies.giveCampaign, { id: agency.id, campaignId })
  return { id: agency.id, campaignId }
}
const agree = async (where: { id: string; campaignId: string }, more: object = {}) =>
  as('marco')(agencies.addDeliverable, {
    ...{ ...where, what: 'The film', dueOn: '2026-05-25', ...more },
  })
const link = 'https://files.bell.example/film'

test('an agency is taken up with its guests, under one name, and with no others', async () => {
  const one = await as('marco')(agencies.add, said({ people: [northwind.ids.gus] }))
  expect(one).toMatchObject({ state: 'running', people: [{ name: 'Gus Bell' }], campaigns: [] })
  expect(one.standing.says).toBe('Nothing is agreed to be delivered yet.')
  const again = (more: object) => as('marco')(agencies.add, said(more))
  await expect(again({ name: 'bell & partners' })).rejects.toEqual(refused('conflict', /already/))
  await expect(again({ name: 'Other', people: [northwind.ids.gus] })).rejects.toEqual(
    refused('conflict', /Gus Bell belongs to Bell & Partners/),
  )
  await expect(again({ name: 'Other', people: [northwind.ids.kai] })).rejects.toEqual(
    refused('invalid', /are guests/),
  )
  await expect(again({ name: 'Other', untilOn: '2025-12-31' })).rejects.toEqual(
    refused('invalid', /would end on 2025-12-31, before/),
  )
  await expect(as('vera')(agencies.add, said({ name: 'Mine' }))).rejects.toMatchObject({ code: 'forbidden' })
  expect((await as('vera')(agencies.list, {})).items).toHaveLength(1)
})

test('what an agency is given, its people see; who joins gets it and who leaves loses it', async () => {
  const { id, campaignId } = await working()
  const sees = async () => (await as('gus')(campaigns.given, {})).items.map((one) => one.id)
  expect(await sees()).toContain(campaignId)
  const { version, name } = await as('marco')(agencies.show, { id })
  await as('marco')(agencies.change, { id, version, ...said({ name, people: [hedda.id] }) })
  expect(await sees()).not.toContain(campaignId)
  expect((await northwind.ask(campaigns.given, {}, hedda)).items.map((one) => one.id)).toEqual([campaignId])
  await expect(as('pia')(agencies.change, { id, version, ...said({ name }) })).rejects.toEqual(
    refused('conflict', /Somebody changed/),
  )
  await as('marco')(agencies.takeCampaign, { id, campaignId })
  expect((await northwind.ask(campaigns.given, {}, hedda)).items).toEqual([])
  await expect(agree({ id, campaignId })).rejects.toEqual(refused('conflict', /was not given/))
  await as('marco')(agencies.giveCampaign, { id, campaignId })
  expect((await northwind.ask(campaigns.given, {}, hedda)).items).toHaveLength(1)
})

test('a deliverable is delivered with a link, sent back with a reason, delivered again and accepted', async () => {
  const where = await working()
  const one = await agree(where)
  expect(one).toMatchObject({ state: 'due', isLate: false, says: 'Due in 5 days.' })
  const told = (await as('gus')(activity.inbox, {})).notices.map((notice) => notice.title)
  expect(told).toContain('The film is due on 2026-05-25')
  const gus = as('gus')
  await expect(
    gus(agencies.deliver, { id: one.id, version: 1, link: 'javascript:alert(1)' }),
  ).rejects.toEqual(refused('invalid', /begins with https/))
  await expect(as('marco')(agencies.accept, { id: one.id, version: 1 })).rejects.toEqual(
    refused('conflict', /Nothing of The film was delivered/),
  )
  await gus(agencies.deliver, { id: one.id, version: 1, link })
  expect((await as('marco')(identity.home, {})).needs.map((need) => need.title)).toContain('Accept The film')
  const back = await as('marco')(agencies.sendBack, { id: one.id, version: 2, reason: 'The old logo' })
  expect(back).toMatchObject({ state: 'sent-back', says: 'Sent back: The old logo.' })
  expect((await gus(identity.home, {})).needs[0]).toMatchObject({ title: 'Deliver The film' })
  today = '2026-05-27'
  expect((await gus(identity.home, {})).needs[0]).toMatchObject({ title: 'Late: deliver The film' })
  await gus(agencies.deliver, { id: one.id, version: 3, link, note: 'The new logo' })
  const done = await as('marco')(agencies.accept, { id: one.id, version: 4 })
  expect(done).toMatchObject({
    state: 'accepted',
    isLate: true,
    says: 'Accepted; it was delivered 2 days late.',
  })
  expect(done.deliveries.map((each) => each.verdict)).toEqual(['accepted', 'sent-back'])
  const { standing } = await as('vera')(agencies.show, { id: where.id })
  expect(standing.says).toBe('1 of 1 deliverable accepted; 0 of them delivered in time; sent back 1 time.')
  const open = await as('marco')(agencies.reopen, { id: one.id, version: 5 })
  expect(open).toMatchObject({ state: 'delivered', can: { decide: true } })
  today = '2026-05-20'
})

test('of two who decide on a delivery at once one does; and nobody accepts what they delivered', async () => {
  const one = await agree(await working())
  await as('gus')(agencies.deliver, { id: one.id, version: 1, link })
  const both = await Promise.allSettled([
    as('marco')(agencies.accept, { id: one.id, version: 2 }),
    as('ana')(agencies.sendBack, { id: one.id, version: 2, reason: 'The old logo' }),
  ])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const other = await agree(await working(), { what: 'The poster' })
  await as('ana')(agencies.deliver, { id: other.id, version: 1, link, on: '2026-05-18' })
  await expect(as('ana')(agencies.accept, { id: other.id, version: 2 })).rejects.toEqual(
    refused('conflict', /You delivered The poster/),
  )
  expect(await as('marco')(agencies.accept, { id: other.id, version: 2 })).toMatchObject({ isLate: false })
  await expect(as('marco')(agencies.removeDeliverable, { id: other.id })).rejects.toEqual(
    refused('conflict', /stays to be read/),
  )
})

test('a delivery twice at once lands once, and is taken back while nobody decided', async () => {
  const one = await agree(await working())
  const go = () => as('gus')(agencies.deliver, { id: one.id, version: 1, link })
  const both = await Promise.allSettled([go(), go()])
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
  const back = await as('gus')(agencies.takeBack, { id: one.id, version: 2 })
  expect(back).toMatchObject({ state: 'due', deliveries: [] })
  await as('gus')(agencies.deliver, { id: one.id, version: 3, link })
  await as('marco')(agencies.accept, { id: one.id, version: 4 })
  await expect(as('gus')(agencies.takeBack, { id: one.id, version: 5 })).rejects.toEqual(
    refused('conflict', /nothing to take back/),
  )
})

test('a guest sees and delivers only what is their agency’s, on campaigns they have, while it lasts', async () => {
  const mine = await working()
  const own = await agree(mine, { what: 'Ours' })
  const rival = await as('marco')(agencies.add, said({ name: 'Rival', people: [hedda.id] }))
  await as('marco')(agencies.giveCampaign, { id: rival.id, campaignId: mine.campaignId })
  const theirs = await agree({ id: rival.id, campaignId: mine.campaignId }, { what: 'Theirs' })
  const gus = as('gus')
  const seen = await gus(agencies.mine, {})
  expect(seen.items.map((one) => one.what)).toEqual(['Ours'])
  expect(JSON.stringify(seen)).not.toMatch(/Theirs|Rival|decide|minor/)
  for (const id of [theirs.id, 'adl_nothing', "' or 1=1 --"])
    for (const route of [agencies.deliver, agencies.takeBack])
      await expect(gus(route, { id, version: 1, link } as never), id).rejects.toMatchObject({
        code: 'missing',
      })
  await expect(gus(agencies.deliver, { id: own.id, version: 1, link, on: '2026-05-01' })).rejects.toEqual(
    refused('forbidden', /counts from today/),
  )
  const open = [agencies.mine.id, agencies.deliver.id, agencies.takeBack.id]
  for (const route of Object.values(agencies.$contract.routes))
    if (!open.includes(route.id))
      await expect(gus(route, { ...mine, version: 1 } as never), route.id).rejects.toMatchObject({
        code: 'forbidden',
      })
  await as('marco')(campaigns.setGuests, { id: mine.campaignId, people: [] })
  await expect(gus(agencies.deliver, { id: own.id, version: 1, link })).rejects.toMatchObject({
    code: 'missing',
  })
  await as('marco')(campaigns.setGuests, { id: mine.campaignId, people: [northwind.ids.gus] })
  const { version, name } = await as('marco')(agencies.show, { id: mine.id })
  const ended = said({ name, people: [northwind.ids.gus], untilOn: '2026-05-19' })
  await as('marco')(agencies.change, { id: mine.id, version, ...ended })
  expect((await gus(agencies.mine, {})).items).toEqual([])
  await expect(gus(agencies.deliver, { id: own.id, version: 1, link })).rejects.toEqual(
    refused('forbidden', /ended on 2026-05-19/),
  )
})
