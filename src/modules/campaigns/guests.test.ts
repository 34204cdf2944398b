import { afterAll, beforeAll, expect, test } from 'vitest'
import { planOf } from '../../test/campaigns.ts'
import { type Company, type PersonName, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { trace } from '../trace/contract.ts'
import { campaigns } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false })
  await northwind.actorOf('gus')
})
afterAll(() => northwind.close())

const as = (name: PersonName) => northwind.as(name)
const plan = (said: object) => planOf(northwind, said)

test('tactics belong to campaigns and campaigns to programmes, through the trace as well', async () => {
  const programme = await plan({ level: 'programme', name: 'Reach' })
  const campaign = await plan({ name: 'Reach north', parentId: programme.id })
  expect((await as('vera')(campaigns.show, { id: campaign.id })).parentId).toBe(programme.id)
  await expect(plan({ level: 'tactic', name: 'Post', parentId: programme.id })).rejects.toThrow(
    /belongs to a campaign, not to a programme/,
  )
  const link = (id: string, parent: string) =>
    as('marco')(trace.link, { kind: 'campaign', id, parent: { kind: 'campaign', id: parent } })
  await expect(link(programme.id, campaign.id)).rejects.toThrow(/round in a circle|stands at the top/)
  const tactic = await plan({ level: 'tactic', name: 'Post', parentId: campaign.id })
  await expect(link(tactic.id, programme.id)).rejects.toThrow(/not to a programme/)
})

test('a guest sees the campaigns they were given, without targets and costs, and nothing else', async () => {
  const { id } = await plan({ name: 'For the agency' })
  const other = await plan({ name: 'Not for the agency' })
  const gus = as('gus')
  expect((await gus(campaigns.given, {})).items).toEqual([])
  await expect(as('marco')(campaigns.setGuests, { id, people: [northwind.ids.kai] })).rejects.toThrow(
    /given to guests/,
  )
  await as('marco')(campaigns.setGuests, { id, people: [northwind.ids.gus] })
  const { items } = await gus(campaigns.given, {})
  expect(items.map((one) => one.name)).toEqual(['For the agency'])
  const given = await gus(campaigns.givenBrief, { id })
  expect(given.brief.message).toBe('Plan the day in an hour')
  expect(JSON.stringify(given)).not.toMatch(/demand|kpis|opportunities|minor|1500000|approvals/)
  await expect(gus(campaigns.givenBrief, { id: other.id })).rejects.toMatchObject({ code: 'missing' })
  expect((await gus(activity.inbox, {})).notices[0]?.link).toBe(`/campaigns/${id}`)

  const open = new Set([campaigns.given.id, campaigns.givenBrief.id])
  for (const route of Object.values(campaigns.$contract.routes))
    if (!open.has(route.id))
      await expect(gus(route, { id } as never), route.id).rejects.toMatchObject({ code: 'forbidden' })
  await expect(gus(trace.show, { kind: 'campaign', id })).rejects.toMatchObject({ code: 'missing' })
  await as('marco')(campaigns.setGuests, { id, people: [] })
  await expect(gus(campaigns.givenBrief, { id })).rejects.toMatchObject({ code: 'missing' })
})

test('a name in other systems belongs to one campaign, and one nobody imported is named', async () => {
  const one = await plan({ name: 'First of its name' })
  const two = await plan({ name: 'Second of its name' })
  const set = (id: string) => as('marco')(campaigns.setSources, { id, names: ['Brand – Exact'] })
  expect((await set(one.id)).sources).toEqual([{ name: 'Brand – Exact', isImported: false }])
  await expect(set(two.id)).rejects.toThrow(/belongs to “First of its name” already/)
  const { notImported } = await as('vera')(campaigns.sources, {})
  expect(notImported).toMatchObject([{ name: 'Brand – Exact', campaign: { name: 'First of its name' } }])
})

test('the brand checklist is changed by those who may, and its versions stay', async () => {
  const checklist = [{ id: 'x', words: 'The new logo' }]
  const said = { checklist, reason: 'A new brand', version: 0 }
  await expect(as('fay')(campaigns.changeChecklist, said)).rejects.toMatchObject({ code: 'forbidden' })
  await as('cleo')(campaigns.changeChecklist, said)
  await expect(as('cleo')(campaigns.changeChecklist, said)).rejects.toThrow(/Somebody changed/)
  expect((await as('vera')(campaigns.checklist, {})).items.map((one) => one.version)).toEqual([1, 0])
})
