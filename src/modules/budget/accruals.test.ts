import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { budget } from './contract.ts'

let northwind: Company
let year: string
let stand: string
let team: string
beforeAll(async () => {
  const said = [
    { name: 'Stand', kind: 'event' as const, plan: months(100_000) },
    { name: 'Team', kind: 'people' as const, plan: months(100_000) },
  ]
  const started = await startBudget(said, ['carol', 'marco', 'pia', 'fay'])
  northwind = started.company
  year = started.yearId
  ;[stand = '', team = ''] = started.ids
})
afterAll(() => northwind.close())

const fay: Company['as'] extends (name: never) => infer R ? R : never = (route, input) =>
  northwind.as('fay')(route, input)
const [april, may] = ['2026-04-01', '2026-05-01']
const sum = (list: number[] | null) => (list ?? []).reduce((all, one) => all + one, 0)

async function order(minor: number, dueOn = '2026-04-20'): Promise<string> {
  const wish = { lineId: stand, supplier: 'Messe', what: 'Stand', minor, currency: 'EUR', dueOn }
  const { id } = await northwind.as('pia')(budget.request, wish)
  return (await northwind.as('ana')(budget.approve, { id })).orderId!
}
const bill = (orderId: string, number: string, minor: number) =>
  fay(budget.bookInvoice, {
    orderId,
    number,
    minor,
    currency: 'EUR',
    invoicedOn: '2026-05-12',
    acceptsOver: true,
  })
const standing = async () => {
  const { line } = await northwind.as('ana')(budget.line, { id: stand })
  return { ...line, delivered: sum(line.actual) + sum(line.accrued) }
}
const listed = (month = april) => fay(budget.accruals, { year, month })
const openOn = async (orderId: string) =>
  sum((await listed()).items.filter((one) => one.order?.id === orderId).map((one) => one.open))

test('what was delivered and not invoiced is accrued at month-end, and its invoice takes it back', async () => {
  const id = await order(60_000)
  expect((await listed()).expected).toMatchObject([{ order: { id }, minor: 60_000, dueOn: '2026-04-20' }])
  await fay(budget.accrueExpected, { year, month: april })
  expect((await listed()).expected).toEqual([])
  const before = await standing()
  expect([sum(before.actual), before.delivered, before.load]).toEqual([0, 60_000, 60_000])

  const { id: invoice } = await bill(id, 'M-1', 45_000)
  const after = await standing()
  expect([sum(after.actual), after.delivered, after.load]).toEqual([45_000, 60_000, 60_000])
  expect(after.accrued!.slice(2, 4)).toEqual([60_000, -45_000])

  await northwind.as('fay')(budget.voidInvoice, { id: invoice, reason: 'Wrong month' })
  expect(await openOn(id)).toBe(60_000)
  await bill(id, 'M-2', 80_000)
  const over = await standing()
  expect([sum(over.actual), over.delivered, await openOn(id)]).toEqual([80_000, 80_000, 0])
  await northwind.as('marco')(budget.closeOrder, { id, reason: 'Done' })
})

test('voiding an invoice gives back no more than its order still expects', async () => {
  const id = await order(10_000)
  await fay(budget.accrue, { orderId: id, month: april, minor: 10_000 })
  const first = await bill(id, 'V-1', 10_000)
  await bill(id, 'V-2', 4000)
  await fay(budget.voidInvoice, { id: first.id, reason: 'Twice' })
  expect(await openOn(id)).toBe(6000)
  await northwind.as('marco')(budget.closeOrder, { id, reason: 'Done' })
  expect(await openOn(id)).toBe(0)
})

test('nothing is accrued twice, nor in months to come, nor on closed orders or headcount', async () => {
  const id = await order(5000)
  await fay(budget.accrue, { orderId: id, month: april, minor: 4000 })
  const attempt = (said: object) => fay(budget.accrue, { month: april, minor: 1, ...said })
  await expect(attempt({ orderId: id, minor: 1001 })).rejects.toEqual(
    refused('conflict', /10.00 EUR is neither/),
  )
  await expect(attempt({ orderId: id, month: '2026-06-01' })).rejects.toEqual(
    refused('invalid', /has not begun/),
  )
  await expect(attempt({ orderId: id, minor: -5 })).rejects.toEqual(refused('invalid', /negative/))
  await expect(attempt({ orderId: id, lineId: stand })).rejects.toEqual(refused('invalid', /one of the two/))
  await expect(attempt({ lineId: stand })).rejects.toEqual(refused('invalid', /Say the supplier/))
  await expect(attempt({ lineId: team, supplier: 'A' })).rejects.toEqual(refused('conflict', /headcount/))
  await northwind.as('marco')(budget.closeOrder, { id, reason: 'Done' })
  await expect(attempt({ orderId: id })).rejects.toEqual(refused('conflict', /closed/))
})

test('without an order the invoice of the same supplier on the line takes it back; else somebody does, saying why', async () => {
  const hand = { lineId: stand, supplier: 'Caterer', month: may, minor: 7000 }
  const { id } = await fay(budget.accrue, { ...hand, note: 'Two days' })
  const day = { currency: 'EUR', invoicedOn: '2026-05-15' }
  await fay(budget.bookInvoice, { lineId: stand, supplier: 'Florist', number: 'F-1', minor: 500, ...day })
  const find = async () => (await listed()).items.find((one) => one.id === id)!
  expect((await find()).open).toBe(7000)
  await fay(budget.bookInvoice, { lineId: stand, supplier: 'CATERER', number: 'C-1', minor: 6500, ...day })
  expect(await find()).toMatchObject({ open: 500, reversals: [{ minor: 6500, invoice: { number: 'C-1' } }] })
  const answer = await fay(budget.reverseAccrual, { id, reason: 'They waived the rest' })
  expect(answer).toMatchObject({ open: 0 })
  await expect(fay(budget.reverseAccrual, { id, reason: 'Again' })).rejects.toEqual(
    refused('conflict', /already/),
  )
})

test('managers read accruals and do not make them', async () => {
  const marco = northwind.as('marco')
  expect((await marco(budget.accruals, { year, month: april })).items.length).toBeGreaterThan(0)
  await expect(marco(budget.accrueExpected, { year, month: april })).rejects.toEqual(
    refused('forbidden', /budget:invoice/),
  )
})
