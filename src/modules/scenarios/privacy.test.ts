import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { activity } from '../activity/contract.ts'
import { budget } from '../budget/contract.ts'
import { scenarios } from './contract.ts'

const secret = 'Designer in Porto'
let northwind: Company
let yearId: string
let id: string

beforeAll(async () => {
  const lines = [
    { name: secret, kind: 'people' as const, area: 'Team', plan: months(777_700) },
    { name: 'Search media', kind: 'media' as const, area: 'Demand', plan: months(100_000) },
  ]
  const started = await startBudget(lines, ['marco', 'fay', 'pia'])
  northwind = started.company
  yearId = started.yearId
  const ana = northwind.as('ana')
  id = (await ana(scenarios.make, { year: yearId, name: 'Less of all', why: 'Saving' })).id
  await ana(scenarios.scale, { id, percent: -10, fromMonth: 4 })
})
afterAll(() => northwind.close())

test('who may not read headcount is told no name and no amount of it, by no route and in no sum', async () => {
  const marco = northwind.as('marco')
  const told = JSON.stringify([
    await marco(scenarios.list, {}),
    await marco(scenarios.show, { id }),
    await marco(scenarios.compare, { id }),
    await marco(scenarios.effects, { id }),
    await marco(activity.feed, { subject: id }).catch((error: Error) => error.message),
  ])
  for (const word of [secret, '777700', '699930', '9332400', 'Team']) expect(told).not.toContain(word)
  expect((await marco(scenarios.show, { id })).scenario.total).toEqual({
    before: 1_200_000,
    after: 1_120_000,
  })
  expect((await northwind.as('fay')(scenarios.show, { id })).scenario.total.before).toBe(10_532_400)
})

test('what adopting and taking back did to headcount is in no event for others', async () => {
  const ana = northwind.as('ana')
  const both = await ana(scenarios.make, { year: yearId, name: 'Both', from: id })
  const { version } = (await ana(scenarios.show, { id: both.id })).scenario
  await ana(scenarios.adopt, { id: both.id, version, reason: 'Saving' })
  await ana(scenarios.takeBack, { id: both.id })
  const told = JSON.stringify(await northwind.as('marco')(activity.feed, { subject: both.id }))
  expect(told).toContain('adopted the scenario Both')
  for (const word of [secret, '777700', '699930', '622160']) expect(told).not.toContain(word)
  await ana(scenarios.refresh, { id })
  expect(JSON.stringify(await northwind.as('marco')(activity.feed, { subject: id }))).not.toContain('777700')
})

test('nor what it did to a headcount line that it added, which is gone once it is taken back', async () => {
  const ana = northwind.as('ana')
  const hire = await ana(scenarios.make, { year: yearId, name: 'One more' })
  const { lines } = await ana(scenarios.show, { id: hire.id })
  const search = lines.find((one) => one.name === 'Search media')!
  await ana(scenarios.edit, { id: hire.id, edits: [{ id: search.id, months: { 9: 44_679 } }] })
  const added = {
    name: 'Second designer',
    kind: 'people' as const,
    months: [...Array(9).fill(0), 55_321, 0, 0],
  }
  await ana(scenarios.add, { id: hire.id, ...added })
  const { version } = (await ana(scenarios.show, { id: hire.id })).scenario
  await ana(scenarios.adopt, { id: hire.id, version, reason: 'Work waits' })
  await ana(scenarios.takeBack, { id: hire.id })
  const told = JSON.stringify(await northwind.as('marco')(activity.feed, { subject: hire.id }))
  expect(told).toContain('took back the adoption of the scenario One more')
  expect(told).not.toContain('55321')
})

test('who may not read headcount cannot scale, copy or adopt it unseen', async () => {
  const marco = northwind.as('marco')
  const { version } = (await marco(scenarios.show, { id })).scenario
  await expect(marco(scenarios.adopt, { id, version, reason: 'Anyway' })).rejects.toEqual(
    refused('forbidden', /lines that you may not read/),
  )
  const own = await marco(scenarios.make, { year: yearId, name: 'Mine', from: id })
  expect((await northwind.as('ana')(scenarios.show, { id: own.id })).lines.map((one) => one.name)).toEqual([
    'Search media',
  ])
  await marco(scenarios.scale, { id, percent: -10, fromMonth: 4 })
  const team = (await northwind.as('ana')(scenarios.show, { id })).lines.find((one) => one.name === secret)!
  expect(team.forecast[5]).toBe(699_930)
  await expect(marco(scenarios.add, { id, name: 'Another designer', kind: 'people' })).rejects.toEqual(
    refused('forbidden', /budget:headcount/),
  )
})

test('in a draft year adopting writes the plan, adds and removes lines, and taking it back restores them', async () => {
  const ana = northwind.as('ana')
  const next = await ana(budget.openYear, { day: '2027-03-01' })
  await ana(budget.addLines, {
    year: next.id,
    lines: [
      { name: 'Fair', kind: 'event', plan: months(10_000) },
      { name: 'Leaflets', kind: 'other', plan: months(1_000) },
    ],
  })
  const draft = await ana(scenarios.make, { year: next.id, name: 'No leaflets' })
  const { lines } = await ana(scenarios.show, { id: draft.id })
  const leaflets = lines.find((one) => one.name === 'Leaflets')!
  await ana(scenarios.edit, { id: draft.id, edits: [{ id: leaflets.id, isDropped: true }] })
  await ana(scenarios.add, { id: draft.id, name: 'Podcast', kind: 'media', months: months(2_000) })
  await ana(scenarios.scale, { id: draft.id, percent: 50, fromMonth: 0 })
  const { version } = (await ana(scenarios.show, { id: draft.id })).scenario

  await ana(scenarios.adopt, { id: draft.id, version, reason: 'Read by nobody' })
  const plans = async () =>
    Object.fromEntries(
      (await ana(budget.lines, { year: next.id })).lines.map((one) => [one.name, one.plan[0]]),
    )
  expect(await plans()).toEqual({ Fair: 15_000, Podcast: 3_000 })
  await ana(scenarios.takeBack, { id: draft.id })
  expect(await plans()).toEqual({ Fair: 10_000, Leaflets: 1_000 })
})

test('an adoption is not taken back over what a colleague changed since', async () => {
  const ana = northwind.as('ana')
  const { id: own } = await ana(scenarios.make, { year: yearId, name: 'Then changed' })
  const { lines } = await ana(scenarios.show, { id: own })
  const search = lines.find((one) => one.name === 'Search media')!
  await ana(scenarios.edit, { id: own, edits: [{ id: search.id, months: { 8: 90_000 } }] })
  const { version } = (await ana(scenarios.show, { id: own })).scenario
  await ana(scenarios.adopt, { id: own, version, reason: 'For now' })
  await northwind.as('marco')(budget.edit, {
    year: yearId,
    edits: [{ id: search.lineId!, forecast: { 9: 95_000 } }],
  })
  await expect(ana(scenarios.takeBack, { id: own })).rejects.toEqual(
    refused('conflict', /“Search media” was changed or spent on since “Then changed” was adopted/),
  )
})
