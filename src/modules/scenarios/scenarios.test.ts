import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { budget } from '../budget/contract.ts'
import { scenarios } from './contract.ts'

let northwind: Company
let yearId: string
let search: string
let print: string

const said = [
  {
    name: 'Search media',
    kind: 'media' as const,
    area: 'Demand',
    channel: 'Paid search',
    plan: months(100_000),
  },
  { name: 'Print', kind: 'media' as const, area: 'Brand', plan: months(50_000) },
]
beforeAll(async () => {
  const started = await startBudget(said, ['marco', 'pia', 'carol', 'fay', 'vera', 'kai'])
  northwind = started.company
  yearId = started.yearId
  ;[search = '', print = ''] = started.ids
})
afterAll(() => northwind.close())

const lineOf = async (id: string) => (await northwind.as('ana')(budget.line, { id })).line
const make = (name: string) => northwind.as('ana')(scenarios.make, { year: yearId, name })
const linesOf = async (id: string) => (await northwind.as('ana')(scenarios.show, { id })).lines
const named = async (id: string, name: string) => (await linesOf(id)).find((one) => one.name === name)!

test('a scenario is a copy: changing it leaves the budget as it is', async () => {
  const { id, total } = await make('Less print')
  expect(total).toEqual({ before: 1_800_000, after: 1_800_000 })
  const ana = northwind.as('ana')
  await ana(scenarios.scale, { id, area: 'Brand', percent: -10, fromMonth: 4 })
  const shown = await ana(scenarios.show, { id })
  expect(shown.scenario.total).toEqual({ before: 1_800_000, after: 1_760_000 })
  expect((await lineOf(print)).forecast).toEqual(months(50_000))
  const { total: sides, areas } = await ana(scenarios.compare, { id })
  expect(sides).toEqual({ before: 1_800_000, after: 1_760_000, difference: -40_000 })
  expect(areas).toEqual([
    { area: 'Brand', before: 600_000, after: 560_000, difference: -40_000 },
    { area: 'Demand', before: 1_200_000, after: 1_200_000, difference: 0 },
  ])
})

test('an edit is taken back by the edits it answers, and one from an old tab is refused', async () => {
  const { id } = await make('Edits')
  const ana = northwind.as('ana')
  const line = await named(id, 'Print')
  const { undo } = await ana(scenarios.edit, { id, edits: [{ id: line.id, version: 1, months: { 5: 7 } }] })
  expect((await named(id, 'Print')).forecast[5]).toBe(7)
  await expect(
    ana(scenarios.edit, { id, edits: [{ id: line.id, version: 1, months: { 5: 8 } }] }),
  ).rejects.toEqual(refused('conflict', /changed “Print” since you loaded it/))
  await ana(scenarios.edit, { id, edits: undo })
  expect((await named(id, 'Print')).forecast).toEqual(months(50_000))
  await expect(ana(scenarios.edit, { id, edits: [{ id: line.id, months: { 5: -1 } }] })).rejects.toEqual(
    refused('invalid', /“Print”, month 6/),
  )
})

test('adopting moves what print gives to search, writes both forecasts and every decision, and is taken back whole', async () => {
  const { id } = await make('Print to search')
  const ana = northwind.as('ana')
  const [from, to] = [await named(id, 'Print'), await named(id, 'Search media')]
  await ana(scenarios.move, { id, fromId: from.id, toId: to.id, minor: 80_000, fromMonth: 4 })
  const { scenario } = await ana(scenarios.show, { id })
  const before = (await ana(budget.decisions, {})).total

  const adopted = await ana(scenarios.adopt, { id, version: scenario.version, reason: 'Search pays' })
  expect(adopted.state).toBe('adopted')
  expect((await lineOf(search)).allocation).toBe(1_280_000)
  expect((await lineOf(print)).allocation).toBe(520_000)
  expect((await lineOf(print)).forecast).toEqual([...Array(4).fill(50_000), ...Array(8).fill(40_000)])
  const log = (await ana(budget.decisions, {})).items.slice(0, 3).map((one) => [one.verdict, one.line.name])
  expect(log).toEqual([
    ['adopted', 'Search media'],
    ['adopted', 'Print'],
    ['moved', 'Print'],
  ])
  expect((await ana(budget.decisions, {})).total).toBe(before + 3)

  await expect(ana(scenarios.adopt, { id, version: adopted.version, reason: 'Once more' })).rejects.toEqual(
    refused('conflict', /is adopted and stays as it was/),
  )
  const back = await ana(scenarios.takeBack, { id })
  expect(back.state).toBe('open')
  expect((await lineOf(search)).allocation).toBe(1_200_000)
  expect((await lineOf(search)).forecast).toEqual(months(100_000))
  expect((await ana(scenarios.show, { id })).conflicts).toEqual([])
})

test('what nobody takes is reserved, so that the allocations go on adding up to the approved plan', async () => {
  const { id } = await make('Cut a tenth')
  const ana = northwind.as('ana')
  await ana(scenarios.scale, { id, percent: -10, fromMonth: 4 })
  const { scenario } = await ana(scenarios.show, { id })
  await ana(scenarios.adopt, { id, version: scenario.version, reason: 'Asked to save' })
  const { lines } = await ana(budget.lines, { year: yearId })
  const released = lines.find((one) => one.name === 'Released by Cut a tenth')!
  expect(released).toMatchObject({ allocation: 120_000, available: 0, isPlaceholder: true })
  expect(lines.reduce((sum, one) => sum + one.allocation, 0)).toBe(1_800_000)

  await ana(scenarios.takeBack, { id })
  const after = (await ana(budget.lines, { year: yearId })).lines
  expect(after.map((one) => one.name)).toEqual(['Print', 'Search media'])
  expect(after.map((one) => one.moved)).toEqual([0, 0])
})

test('conflicts are named and adoption is refused with them, nothing half done', async () => {
  const { id } = await make('Too much')
  const ana = northwind.as('ana')
  const line = await named(id, 'Search media')
  await ana(scenarios.edit, { id, edits: [{ id: line.id, months: { 0: 1, 6: 900_000 } }] })
  const shown = await ana(scenarios.show, { id })
  expect(shown.conflicts.map((one) => one.kind)).toEqual(['total', 'past'])
  await expect(
    ana(scenarios.adopt, { id, version: shown.scenario.version, reason: 'Anyway' }),
  ).rejects.toEqual(refused('conflict', /nothing was changed\. The lines gain .* over: February 2026/))
  expect((await lineOf(search)).forecast).toEqual(months(100_000))
})

test('a line changed in the budget since the copy is a conflict until the scenario is brought up to date', async () => {
  const { id } = await make('Stale')
  const ana = northwind.as('ana')
  await ana(scenarios.scale, { id, area: 'Brand', percent: -50, fromMonth: 10 })
  await northwind.as('marco')(budget.edit, { year: yearId, edits: [{ id: print, forecast: { 5: 51_000 } }] })
  const { conflicts } = await ana(scenarios.show, { id })
  expect(conflicts.map((one) => [one.kind, one.name])).toEqual([['changed', 'Print']])
  expect(await ana(scenarios.refresh, { id })).toEqual({ taken: 1 })
  const own = await named(id, 'Print')
  expect([own.forecast[5], own.forecast[10]]).toEqual([51_000, 25_000])
  expect((await ana(scenarios.show, { id })).conflicts).toEqual([])
})

test('of two who adopt at once, one wins and the other gets a sentence', async () => {
  const { id } = await make('Race')
  const ana = northwind.as('ana')
  await ana(scenarios.scale, { id, area: 'Brand', percent: -20, fromMonth: 8 })
  const { version } = (await ana(scenarios.show, { id })).scenario
  const before = await lineOf(print)
  const both = await Promise.allSettled(
    (['ana', 'carol'] as const).map((who) =>
      northwind.as(who)(scenarios.adopt, { id, version, reason: `By ${who}` }),
    ),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((one) => one.status === 'rejected')).toEqual(
    expect.objectContaining({ reason: refused('conflict', /is adopted and stays/) }),
  )
  expect((await lineOf(print)).allocation).toBe(before.allocation - 40_000)
  await ana(scenarios.takeBack, { id })
})

test('a manager adopts within one limit for all of it, and no limit is passed in slices', async () => {
  const ana = northwind.as('ana')
  const limit = { perDecision: 30_000, perMonth: 100_000, until: '2026-12-31' }
  await ana(budget.setLimit, { personId: northwind.ids.marco, ...limit })
  const { id } = await make('By Marco')
  await ana(scenarios.scale, { id, percent: -2, fromMonth: 4 })
  const { version } = (await ana(scenarios.show, { id })).scenario
  await northwind.as('marco')(scenarios.adopt, { id, version, reason: 'Within the limit' })
  await northwind.as('marco')(scenarios.takeBack, { id })
  const more = await make('Too far for Marco')
  await ana(scenarios.scale, { id: more.id, percent: -3, fromMonth: 4 })
  const next = (await ana(scenarios.show, { id: more.id })).scenario
  await expect(
    northwind.as('marco')(scenarios.adopt, { id: more.id, version: next.version, reason: 'In slices' }),
  ).rejects.toEqual(refused('conflict', /above the limit of 300.00 EUR for one decision/))
  const adopted = await ana(scenarios.adopt, { id: more.id, version: next.version, reason: 'Asked to save' })
  await expect(northwind.as('marco')(scenarios.takeBack, { id: more.id })).rejects.toEqual(
    refused('conflict', /above the limit of 300.00 EUR for one decision/),
  )
  expect((await ana(scenarios.show, { id: more.id })).scenario.version).toBe(adopted.version)
  await ana(scenarios.takeBack, { id: more.id })
  await expect(
    northwind.as('pia')(scenarios.adopt, { id: more.id, version: next.version, reason: 'Not mine' }),
  ).rejects.toEqual(refused('forbidden', /budget:decide/))
})
