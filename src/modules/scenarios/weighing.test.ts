import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { budget } from '../budget/contract.ts'
import { costs } from '../costs/contract.ts'
import { scenarios } from './contract.ts'

let northwind: Company
let yearId: string

beforeAll(async () => {
  const search = { name: 'Search media', kind: 'media' as const, plan: months(100_000) }
  const started = await startBudget([search], [], false)
  northwind = started.company
  yearId = started.yearId
  const ana = northwind.as('ana')
  await ana(costs.setRate, { currency: 'JPY', onDay: '2026-01-01', rate: 0.0061 })
  await ana(costs.setRate, { currency: 'JPY', onDay: '2026-05-01', rate: 0.005 })
  const fair = { name: 'Tokyo fair', kind: 'event' as const, currency: 'JPY', plan: months(100_000) }
  const old = { name: 'Leaflets', kind: 'other' as const, plan: months(1_000) }
  await ana(budget.addLines, { year: yearId, lines: [fair, old] })
  await ana(budget.approvePlan, { id: yearId })
})
afterAll(() => northwind.close())

async function made(name: string) {
  const ana = northwind.as('ana')
  const { id } = await ana(scenarios.make, { year: yearId, name })
  const { lines } = await ana(scenarios.show, { id })
  const named = (line: string) => lines.find((one) => one.name === line)!.id
  return { id, ana, named }
}
const allocations = async () =>
  (await northwind.as('ana')(budget.lines, { year: yearId })).lines.map((one) => [one.name, one.allocation])

test('what one line gives is worth what the rates of today say, so that none gets less than its forecast', async () => {
  const { id, ana, named } = await made('Tokyo to search')
  // 100,000 JPY were 610.00 EUR when the year began and are 500.00 EUR now.
  const give = { id: named('Tokyo fair'), months: { 8: 0 } }
  await ana(scenarios.edit, { id, edits: [give, { id: named('Search media'), months: { 8: 161_000 } }] })
  const { conflicts, scenario } = await ana(scenarios.show, { id })
  expect(conflicts.map((one) => one.says)).toEqual([
    'The lines gain 110.00 EUR more than others give, and the plan of FY2027 is approved. Take as much from other lines.',
  ])
  const before = await allocations()
  await expect(ana(scenarios.adopt, { id, version: scenario.version, reason: 'Anyway' })).rejects.toEqual(
    refused('conflict', /nothing was changed/),
  )
  expect(await allocations()).toEqual(before)

  await ana(scenarios.edit, { id, edits: [{ id: named('Search media'), months: { 8: 150_000 } }] })
  const { version } = (await ana(scenarios.show, { id })).scenario
  await ana(scenarios.adopt, { id, version, reason: 'Search pays' })
  expect(await allocations()).toEqual([
    ['Search media', 1_250_000],
    ['Tokyo fair', 1_100_000],
    ['Leaflets', 12_000],
  ])
  await ana(scenarios.takeBack, { id })
})

test('a line on which nothing was spent is dropped in the middle of the year, with all it was given', async () => {
  const { id, ana, named } = await made('No leaflets')
  await ana(scenarios.edit, { id, edits: [{ id: named('Leaflets'), isDropped: true }] })
  const { conflicts, scenario } = await ana(scenarios.show, { id })
  expect(conflicts).toEqual([])
  await ana(scenarios.adopt, { id, version: scenario.version, reason: 'Nobody reads them' })
  expect(await allocations()).toContainEqual(['Leaflets', 0])
  expect(await allocations()).toContainEqual(['Released by No leaflets', 12_000])
})

test('a comparison counts two new lines of one name, and no line that the budget removed meanwhile', async () => {
  const ana = northwind.as('ana')
  const { id: year } = await ana(budget.openYear, { day: '2027-03-01' })
  const lines = ['Fair', 'Leaflets'].map((name) => ({ name, plan: months(100) }))
  const { ids } = await ana(budget.addLines, { year, lines })
  const { id } = await ana(scenarios.make, { year, name: 'Two podcasts' })
  for (const minor of [10, 20]) await ana(scenarios.add, { id, name: 'Podcast', months: months(minor) })
  await ana(budget.removeLine, { id: ids[1]! })
  const { total, lines: compared } = await ana(scenarios.compare, { id })
  expect(total).toEqual({ before: 1_200, after: 1_560, difference: 360 })
  expect(compared.map((one) => [one.name, one.how])).toEqual([
    ['Fair', 'same'],
    ['Podcast', 'added'],
    ['Podcast', 'added'],
  ])
})
