import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { months, startBudget } from '../../test/budget.ts'
import { planOf } from '../../test/campaigns.ts'
import type { Company, PersonName } from '../../test/company.ts'
import { budget } from '../budget/contract.ts'
import { campaigns } from '../campaigns/contract.ts'
import { cases } from '../cases/contract.ts'
import { contingencies } from '../contingencies/contract.ts'
import { departments } from '../departments/contract.ts'
import { positions } from '../positions/contract.ts'
import { scenarios } from '../scenarios/contract.ts'
import { strategy } from '../strategy/contract.ts'
import { templates } from '../templates/contract.ts'
import { search } from './contract.ts'

let northwind: Company
let lineId: string
beforeAll(async () => {
  const said = [
    { name: 'Juniper retainer', kind: 'agency' as const, area: 'Demand', plan: months(500_000) },
    { name: 'Juniper designer', kind: 'people' as const, area: 'Team', plan: months(777_700) },
  ]
  const started = await startBudget(said, ['marco', 'pia', 'fay', 'vera', 'gus', 'cleo', 'kai'])
  northwind = started.company
  lineId = started.ids[0] ?? ''
  await spend()
  await plan()
  const { year, ...scenario } = { year: started.yearId, name: 'Juniper halved', why: 'Saving' }
  await northwind.as('ana')(scenarios.make, { year, ...scenario })
})
afterAll(() => northwind.close())

async function spend() {
  const wish = { supplier: 'Juniper Works', what: 'Films', minor: 500_000, currency: 'EUR' }
  const { id } = await northwind.as('pia')(budget.request, { lineId, ...wish, dueOn: '2026-07-31' })
  const { orderId } = await northwind.as('ana')(budget.approve, { id })
  const bill = { number: 'JW-100%', minor: 1000, currency: 'EUR', invoicedOn: '2026-05-19' }
  await northwind.as('fay')(budget.bookInvoice, { orderId: orderId ?? '', ...bill })
}

async function plan() {
  const marco = northwind.as('marco')
  const { id } = await planOf(northwind, { name: 'Juniper launch' })
  await marco(campaigns.setGuests, { id, people: [northwind.ids.gus] })
  await planOf(northwind, { name: 'Juniper secret' })
  await marco(templates.keep, { id, name: 'Juniper way' })
  const backUp = { name: 'Juniper rain', trigger: 'It rains.', planB: 'Stream it.' }
  await marco(contingencies.add, { id, ...backUp })
  await marco(strategy.addGoal, {
    ...{ name: 'Juniper known', level: 'objective', from: '2026-02-01', to: '2027-01-31' },
  })
  const page = await marco(departments.add, { name: 'Juniper office' })
  const ask = { what: 'Juniper terms', why: 'We wait', dueOn: '2026-06-01' }
  await marco(departments.ask, { id: page.id, ...ask })
  await marco(positions.add, {
    ...{ title: 'Juniper editor', department: 'Marketing', fundedBy: 'Marketing', startsOn: '2026-07-01' },
  })
  const part = { kind: 'cost' as const, name: 'Licence', yearly: [1000] }
  await marco(cases.make, { name: 'Juniper case', problem: 'None', years: 1, parts: [part] })
}

const find = async (name: PersonName, words: string) =>
  (await northwind.as(name)(search.find, { words })).hits
const kinds = async (name: PersonName, words = 'juniper') =>
  (await find(name, words)).map(({ kind, title }) => `${kind}: ${title}`).sort()

test('the director finds records of every kind by their names and numbers', async () => {
  expect(await kinds('ana')).toEqual([
    'Ask: Juniper terms',
    'Back-up plan: Juniper rain',
    'Budget line: Juniper designer',
    'Budget line: Juniper retainer',
    'Campaign: Juniper launch',
    'Campaign: Juniper secret',
    'Case: Juniper case',
    'Department: Juniper office',
    'Goal: Juniper known',
    'Invoice: JW-100%, Juniper Works',
    expect.stringMatching(/^Order: PO-.*, Juniper Works$/),
    'Position: Juniper editor',
    'Request: Films, Juniper Works',
    'Scenario: Juniper halved',
    'Supplier: Juniper Works',
    'Template: Juniper way',
  ])
  expect(await kinds('ana', 'marco@')).toEqual(['Person: Marco Haas'])
})

describe('nobody learns of what they may not read', () => {
  test('a manager without the right finds no headcount line', async () => {
    expect(await kinds('marco', 'juniper designer')).toEqual([])
    expect(await kinds('marco', 'juniper retainer')).toEqual(['Budget line: Juniper retainer'])
  })

  test('what is spent is found by no one without the budget', async () => {
    const found = (await kinds('vera')).join()
    expect(found).toMatch(/Campaign: Juniper launch/)
    expect(found).not.toMatch(/Budget line|Order|Request|Invoice|Supplier|Scenario|Case|Position/)
  })

  test('a guest finds the campaigns they were given and nothing else', async () => {
    expect(await kinds('gus')).toEqual(['Campaign: Juniper launch'])
    expect(await find('gus', 'marco')).toEqual([])
  })

  test('somebody without a session is asked to sign in', async () => {
    await expect(northwind.ask(search.find, { words: 'juniper' }, anonymous)).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })
})

test('signs of patterns stand for themselves, and what is no text breaks nothing', async () => {
  expect(await kinds('ana', '100%')).toEqual(['Invoice: JW-100%, Juniper Works'])
  expect(await kinds('ana', '%%')).toEqual([])
  expect(await kinds('ana', '__')).toEqual([])
  expect(await kinds('ana', "juniper'; drop table budget_lines; --")).toEqual([])
  await expect(find('ana', 'juniper\u0000')).rejects.toMatchObject({ code: 'invalid' })
  await expect(find('ana', 'x'.repeat(201))).rejects.toMatchObject({ code: 'invalid' })
})

test('of each kind the newest six are found', async () => {
  for (let at = 1; at <= 8; at += 1)
    await northwind.as('fay')(budget.bookInvoice, {
      ...{ lineId, supplier: 'Larch', number: `L${at}`, minor: 100, currency: 'EUR' },
      invoicedOn: `2026-05-0${at}`,
    })
  const invoices = (await find('ana', 'larch')).filter((one) => one.kind === 'Invoice')
  expect(invoices.map((one) => one.hint)).toEqual([8, 7, 6, 5, 4, 3].map((at) => `2026-05-0${at}`))
})
