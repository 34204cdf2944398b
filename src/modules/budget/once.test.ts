import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked, Out, Route } from '../../kernel/contract.ts'
import { perform } from '../../kernel/perform.ts'
import { months, startBudget } from '../../test/budget.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { budget } from './contract.ts'

let northwind: Company
let lines: string[]
beforeAll(async () => {
  const said = ['Search', 'Stand'].map((name) => ({ name, kind: 'media' as const, plan: months(100_000) }))
  const started = await startBudget(said, ['pia', 'fay'])
  northwind = started.company
  lines = started.ids
})
afterAll(() => northwind.close())

/** Clicks twice at once, and sends it a third time when the answer was lost. */
async function thrice<R extends Route>(who: PersonName, route: R, input: Asked<R>): Promise<Out<R>> {
  const actor = await northwind.actorOf(who)
  const send = () =>
    perform(northwind.app, route, input, { actor, via: 'http', idempotencyKey: `${route.id} of ${who}` })
  const both = await Promise.all([send(), send()])
  const again = await send()
  expect([both[1], again]).toEqual([both[0], both[0]])
  return again
}
const stands = async (at: number) => (await northwind.as('ana')(budget.line, { id: lines[at]! })).line

test('a double click and a resend ask, approve, book, and move once', async () => {
  const said = { supplier: 'Harrow & Vine', currency: 'EUR' }
  const asked = { ...said, lineId: lines[0]!, minor: 5000, what: 'Work', dueOn: '2026-07-31' }
  const { id } = await thrice('pia', budget.request, asked)
  expect((await northwind.as('ana')(budget.requests, {})).items).toHaveLength(1)

  const { orderId } = await thrice('ana', budget.approve, { id })
  expect((await northwind.as('ana')(budget.orders, {})).items.map((one) => one.id)).toEqual([orderId])

  const bill = { ...said, lineId: lines[0]!, number: 'A-1', minor: 700, invoicedOn: '2026-05-10' }
  await thrice('fay', budget.bookInvoice, bill)
  expect((await northwind.as('ana')(budget.invoices, {})).items).toHaveLength(1)
  expect((await stands(0)).load).toBe(5700)

  const moving = { fromId: lines[0]!, toId: lines[1]!, minor: 900, reason: 'The stand needs it' }
  await thrice('ana', budget.transfer, moving)
  expect([(await stands(0)).moved, (await stands(1)).moved]).toEqual([-900, 900])
  expect((await northwind.as('ana')(budget.decisions, {})).total).toBe(2)
})

test('the key of one command is not that of another', async () => {
  const actor = await northwind.actorOf('ana')
  const move = (minor: number) =>
    perform(
      northwind.app,
      budget.transfer,
      { fromId: lines[0]!, toId: lines[1]!, minor, reason: 'Again' },
      { actor, via: 'http', idempotencyKey: 'again' },
    )
  await move(10)
  await expect(move(20)).rejects.toThrow(/was used for another request/)
  expect((await stands(1)).moved).toBe(910)
})
