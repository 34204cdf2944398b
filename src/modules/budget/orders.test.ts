import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { costs } from '../costs/contract.ts'
import { identity } from '../identity/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let search: string
let stand: string
const year = async () => (await northwind.as('ana')(budget.years, {})).items[0]!
const show = async (id: string) => (await northwind.as('ana')(budget.line, { id })).line

const lines = [
  {
    ...{ area: 'Demand', programme: 'Search', campaign: 'Spring', name: 'Search retainer' },
    ...{ kind: 'agency' as const, channel: 'Paid search', plan: months(100_000) },
  },
  {
    ...{ area: 'Brand', programme: 'Events', campaign: 'Expo', name: 'Stand' },
    ...{ kind: 'event' as const, channel: 'Events', plan: months(50_000) },
  },
]
beforeAll(async () => {
  const started = await startBudget(lines, ['marco', 'pia', 'fay', 'carol'], false)
  northwind = started.company
  ;[search = '', stand = ''] = started.ids
})
afterAll(() => northwind.close())

const wish = (lineId: string, minor: number, more: object = {}) => ({
  ...{ lineId, minor, supplier: 'Harrow & Vine', what: 'Retainer', currency: 'EUR', dueOn: '2026-07-31' },
  ...more,
})

test('nothing is spent before the plan is approved, and the approved plan stays as it is', async () => {
  const [ana, pia] = [northwind.as('ana'), northwind.as('pia')]
  await expect(pia(budget.request, wish(search, 1000))).rejects.toThrow(/is not approved yet/)
  const { id } = await year()
  await ana(budget.approvePlan, { id })
  const line = await show(search)
  expect(line).toMatchObject({ allocation: 1_200_000, available: 1_200_000, forecast: months(100_000) })
  await expect(ana(budget.edit, { year: id, edits: [{ id: search, plan: { 0: 1 } }] })).rejects.toThrow(
    /approved and frozen/,
  )
  await ana(budget.edit, { year: id, edits: [{ id: search, forecast: { 0: 90_000 } }] })
  expect((await show(search)).plan).toEqual(months(100_000))
})

test('Pia asks, Marco has no limit and passes it up, Ana approves, and the order is open', async () => {
  const [ana, marco, pia] = [northwind.as('ana'), northwind.as('marco'), northwind.as('pia')]
  const asked = await pia(budget.request, wish(search, 400_000))
  expect((await marco(activity.inbox, {})).notices[0]?.title).toBe(
    'To be decided: Retainer, Harrow & Vine, 4,000.00 EUR',
  )
  await expect(marco(budget.approve, { id: asked.id })).rejects.toThrow(/no limit to decide within/)
  await marco(budget.escalate, { id: asked.id, reason: 'Above what I may decide' })
  expect((await ana(identity.home, {})).needs.map((one) => one.title)).toContain(
    'Decide Retainer: 4,000.00 EUR',
  )

  const approved = await ana(budget.approve, { id: asked.id, reason: 'As planned' })
  expect(approved).toMatchObject({ state: 'approved', can: { approve: false } })
  const order = await pia(budget.order, { id: approved.orderId! })
  expect(order).toMatchObject({ number: 'PO-0001', state: 'open', owner: { name: 'Pia Novak' } })
  expect(await show(search)).toMatchObject({ load: 400_000, available: 800_000, remaining: 1_200_000 })
  const { items } = await ana(budget.decisions, {})
  expect(items.map((one) => one.verdict)).toEqual(['approved', 'escalated'])
  expect(items[0]?.evidence.line).toMatchObject({ available: 1_200_000, takes: 400_000 })
})

test('nobody approves their own spend, not even the director', async () => {
  const ana = northwind.as('ana')
  const { id, can } = await ana(budget.request, wish(stand, 10_000))
  expect(can).toMatchObject({
    approve: false,
    whyNotApprove: expect.stringMatching(/^Nobody approves their own/),
  })
  await expect(ana(budget.approve, { id })).rejects.toThrow(/Nobody approves their own spend/)
  expect((await northwind.as('carol')(budget.approve, { id })).state).toBe('approved')
})

test('Fay books an invoice: it weighs on the line and stands in the one ledger of costs', async () => {
  const fay = northwind.as('fay')
  const [order] = (await fay(budget.orders, { line: search })).items
  const invoice = await fay(budget.bookInvoice, {
    ...{ orderId: order!.id, number: 'HV-1', minor: 150_000, currency: 'EUR', invoicedOn: '2026-05-04' },
  })
  expect(await show(search)).toMatchObject({ load: 400_000, remaining: 1_050_000 })
  const may = { from: '2026-05-01', to: '2026-05-31' }
  const [cost] = (await fay(costs.list, may)).items
  expect(cost).toMatchObject({
    invoiceId: invoice.id,
    channel: 'Paid search',
    campaign: 'Spring',
    kind: 'agency',
  })
  const asked = { metrics: ['cost'], by: ['channel', 'campaign'], ...may }
  expect((await northwind.as('vera')(metrics.query, asked)).rows).toEqual([
    { channel: 'Paid search', campaign: 'Spring', cost: { amount: 1500, currency: 'EUR' } },
  ])
  for (const attempt of [
    () => fay(costs.remove, { id: cost!.id }),
    () => fay(costs.restore, { id: cost!.id }),
    () => fay(costs.change, { ...cost!, startsOn: '2026-05-01', endsOn: '2026-05-31', minor: 1 }),
  ])
    await expect(attempt()).rejects.toThrow(/entered by an invoice/)

  await fay(budget.voidInvoice, { id: invoice.id, reason: 'Wrong amount' })
  expect((await northwind.as('vera')(metrics.query, asked)).rows).toEqual([])
  expect(await show(search)).toMatchObject({ remaining: 1_200_000 })
  await expect(fay(budget.voidInvoice, { id: invoice.id, reason: 'Again' })).rejects.toThrow(/void already/)
})

test('an invoice is matched: amount, currency, the order’s state, twice the same', async () => {
  const [fay, ana] = [northwind.as('fay'), northwind.as('ana')]
  const [order] = (await fay(budget.orders, { line: search })).items
  const bill = (more: object) =>
    fay(budget.bookInvoice, {
      ...{ orderId: order!.id, number: 'HV-2', minor: 500_000, currency: 'EUR', invoicedOn: '2026-05-05' },
      ...more,
    })
  await expect(bill({})).rejects.toThrow(/1,000\.00 EUR more than was ordered with PO-0001/)
  await expect(bill({ currency: 'GBP' })).rejects.toThrow(/is in EUR and the invoice in GBP/)
  expect(await bill({ acceptsOver: true })).toMatchObject({ over: 100_000 })
  expect(await show(search)).toMatchObject({ load: 500_000 })
  await expect(bill({ acceptsOver: true })).rejects.toThrow(/has booked HV-2 of Harrow & Vine already/)
  await expect(bill({ number: 'HV-3', minor: 900_000, acceptsOver: true })).rejects.toThrow(
    /has 7,000\.00 EUR available/,
  )
  await ana(budget.closeOrder, { id: order!.id, reason: 'Delivered' })
  await expect(bill({ number: 'HV-3', minor: 1 })).rejects.toThrow(/PO-0001 is closed/)
  expect(await show(search)).toMatchObject({ load: 500_000 })
  const alone = {
    lineId: search,
    supplier: 'Print & Co',
    number: '7',
    minor: 9,
    currency: 'CZK',
    invoicedOn: '2026-05-05',
  }
  await expect(fay(budget.bookInvoice, alone)).rejects.toThrow(/No rate for CZK is known on 2026-05-05/)
})

test('a blanket order commits what is released from it; closing gives the rest back', async () => {
  const [ana, pia, marco] = [northwind.as('ana'), northwind.as('pia'), northwind.as('marco')]
  const asked = await pia(budget.request, wish(stand, 300_000, { kind: 'blanket', what: 'Print' }))
  const { orderId } = await ana(budget.approve, { id: asked.id })
  expect(await show(stand)).toMatchObject({ load: 10_000 })
  await marco(budget.release, { id: orderId!, minor: 120_000 })
  expect(await show(stand)).toMatchObject({ load: 130_000, available: 470_000 })
  await expect(marco(budget.release, { id: orderId!, minor: 180_001 })).rejects.toThrow(
    /1,800\.00 EUR is left to release/,
  )
  const closed = await marco(budget.closeOrder, { id: orderId!, reason: 'Enough printed' })
  expect(closed).toMatchObject({ state: 'closed', releases: [{ minor: 120_000 }] })
  expect(await show(stand)).toMatchObject({ load: 10_000, available: 590_000 })
  await marco(budget.reopenOrder, { id: orderId! })
  expect(await show(stand)).toMatchObject({ load: 130_000 })
})

test('a transfer has both its sides, at the rate of the day, and never takes what is spoken for', async () => {
  const ana = northwind.as('ana')
  const { id: yearId } = await year()
  await ana(costs.setRate, { currency: 'GBP', onDay: '2026-02-01', rate: 1.25 })
  const [local = ''] = (
    await ana(budget.addLines, { year: yearId, lines: [{ name: 'London', currency: 'GBP', kind: 'event' }] })
  ).ids
  await expect(
    ana(budget.transfer, { fromId: stand, toId: local, minor: 480_000, reason: 'Too much' }),
  ).rejects.toThrow(/has 4,700\.00 EUR to give/)
  expect(
    await ana(budget.transfer, { fromId: stand, toId: local, minor: 100_000, reason: 'London joins' }),
  ).toMatchObject({
    toMinor: 80_000,
  })
  expect(await show(local)).toMatchObject({ allocation: 80_000, available: 80_000, plan: months(0) })
  expect(await show(stand)).toMatchObject({ allocation: 500_000, moved: -100_000 })
  await expect(
    ana(budget.transfer, { fromId: stand, toId: stand, minor: 1, reason: 'Round' }),
  ).rejects.toThrow(/another line/)
})

test('an order that nobody closes is found, with what to do about it', async () => {
  const later = new Date('2026-11-20T09:00:00Z')
  const hunted = (await northwind.as('ana')(budget.orders, { hunted: true })).items
  expect(hunted).toEqual([])
  const { app } = northwind
  const clock = app.clock
  app.clock = () => later
  const found = (await northwind.as('ana')(budget.orders, { hunted: true })).items
  app.clock = clock
  expect(found.map((one) => one.proposal?.words)).toEqual([
    'Due 112 days ago, nothing moved for 184; ask its owner, then close it and release 1,200.00 EUR.',
    'Due 112 days ago, nothing moved for 184; ask its owner, then close it and release 100.00 EUR.',
  ])
})
