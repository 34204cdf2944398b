import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { budget } from '../budget/contract.ts'
import { trace } from '../trace/contract.ts'
import { agencies } from './contract.ts'
import { perDeliverable } from './rules.ts'

let northwind: Company
let agencyId: string
let campaignId: string
const as = (name: PersonName) => northwind.as(name)
const link = 'https://files.harrow.example/film'

beforeAll(async () => {
  const line = {
    ...{ area: 'Demand', programme: 'Search', campaign: 'Spring', name: 'Search retainer' },
    ...{ kind: 'agency' as const, channel: 'Paid search', plan: months(100_000) },
  }
  const people = ['marco', 'pia', 'fay', 'carol', 'vera', 'cleo', 'gus'] as const
  const started = await startBudget([line], [...people])
  northwind = started.company
  const lineId = started.ids[0] ?? ''
  campaignId = (await planOf(northwind, { name: 'Spring' })).id
  await as('ana')(trace.link, {
    ...{ kind: 'budget-line', id: lineId, parent: { kind: 'campaign', id: campaignId } },
  })
  const asked = await as('pia')(budget.request, {
    ...{ lineId, minor: 400_000, supplier: 'Harrow & Vine', what: 'Films', currency: 'EUR' },
    dueOn: '2026-07-31',
  })
  await as('ana')(budget.approve, { id: asked.id })
  const order = (await as('ana')(budget.orders, {})).items[0]!
  await as('fay')(budget.bookInvoice, {
    ...{ orderId: order.id, supplier: 'Harrow & Vine', number: 'HV-1', minor: 250_000 },
    ...{ currency: 'EUR', invoicedOn: '2026-05-10', startsOn: '2026-05-01', endsOn: '2026-05-31' },
  })
  const gus = northwind.ids.gus
  const { id } = await as('marco')(agencies.add, { name: 'Harrow', fromOn: '2026-01-01', people: [gus] })
  agencyId = id
  await as('marco')(agencies.giveCampaign, { id, campaignId })
})
afterAll(() => northwind.close())

async function accepted(what: string): Promise<void> {
  const { id } = await as('marco')(agencies.addDeliverable, {
    ...{ id: agencyId, campaignId, what, dueOn: '2026-05-25' },
  })
  await as('gus')(agencies.deliver, { id, version: 1, link })
  await as('marco')(agencies.accept, { id, version: 2 })
}

test.each([
  [250_000, 2, 125_000],
  [100, 3, 33],
  [250_000, 0, null],
])('%s invoiced for %s accepted come to %s each', (invoiced, many, each) => {
  expect(perDeliverable(invoiced, many)).toBe(each)
})

test('nothing is matched by guess: a supplier is the agency once somebody says so', async () => {
  const before = await as('marco')(agencies.spending, { id: agencyId })
  expect(before).toMatchObject({ suppliers: [], orders: [], invoices: [], invoiced: { minor: 0 } })
  const { version } = await as('marco')(agencies.show, { id: agencyId })
  const set = (suppliers: string[], at = version) =>
    as('marco')(agencies.setSuppliers, { id: agencyId, suppliers, version: at })
  await expect(set(['Harrow and Vine'])).rejects.toEqual(refused('conflict', /No order and no invoice/))
  const after = await set(['Harrow & Vine'])
  expect(after).toMatchObject({
    ordered: { minor: 400_000, currency: 'EUR' },
    invoiced: { minor: 250_000, currency: 'EUR' },
    ...{ accepted: 0, perDeliverable: null },
    orders: [{ supplier: 'Harrow & Vine', campaign: { id: campaignId } }],
  })
  await expect(set([])).rejects.toEqual(refused('conflict', /Somebody changed Harrow/))
  const other = await as('marco')(agencies.add, { name: 'Other', fromOn: '2026-01-01' })
  await expect(
    as('marco')(agencies.setSuppliers, { id: other.id, suppliers: ['Harrow & Vine'], version: 1 }),
  ).rejects.toEqual(refused('conflict', /is Harrow already/))
})

test('a deliverable costs what was invoiced by what was accepted, by campaign too', async () => {
  await accepted('The film')
  await accepted('The short film')
  const spent = await as('fay')(agencies.spending, { id: agencyId })
  expect(spent).toMatchObject({ accepted: 2, perDeliverable: { minor: 125_000, currency: 'EUR' }, notes: [] })
  expect(spent.campaigns).toMatchObject([
    { campaign: { id: campaignId }, accepted: 2, perDeliverable: { minor: 125_000 } },
  ])
})

test('rates are for those with the right: in the list, the page, the events', async () => {
  const { version } = await as('marco')(agencies.show, { id: agencyId })
  const rates = [{ what: 'Editing', unit: 'day', price: { minor: 77_700, currency: 'EUR' } }]
  await as('marco')(agencies.setRates, { id: agencyId, version, rates })
  expect((await as('fay')(agencies.rates, { id: agencyId })).rates).toEqual(rates)
  for (const name of ['pia', 'vera', 'cleo', 'gus'] as const)
    await expect(as(name)(agencies.rates, { id: agencyId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    as('fay')(agencies.setRates, { id: agencyId, version: version + 1, rates: [] }),
  ).rejects.toEqual(refused('forbidden', /campaigns:manage/))
  await expect(
    as('marco')(agencies.setRates, { id: agencyId, version: version + 1, rates: [...rates, ...rates] }),
  ).rejects.toEqual(refused('invalid', /stands there twice/))
  for (const name of ['vera', 'cleo'] as const) {
    expect(JSON.stringify(await as(name)(agencies.show, { id: agencyId }))).not.toMatch(/77700|minor|Vine/)
    await expect(as(name)(agencies.spending, { id: agencyId })).rejects.toMatchObject({ code: 'forbidden' })
  }
  const told = JSON.stringify(await as('cleo')(activity.feed, { subject: agencyId }))
  expect(told).not.toMatch(/rates|77700|is paid/)
  expect(JSON.stringify(await as('ana')(activity.feed, { subject: agencyId }))).toMatch(/agreed rates/)
})
