import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { refused } from '../../test/refused.ts'
import { budget } from './contract.ts'

let northwind: Company
beforeAll(async () => {
  northwind = (await startBudget([{ name: 'Search', plan: months(1) }], ['marco'])).company
})
afterAll(() => northwind.close())

describe('a line that recurs', () => {
  let year: string
  let line: string
  const marco: Company['as'] extends (name: never) => infer R ? R : never = (route, input) =>
    northwind.as('marco')(route, input)
  const now = async () => (await marco(budget.line, { id: line })).line
  const monthly = {
    every: 'month' as const,
    startsOn: '2027-04-01',
    endsOn: null,
    rises: 1000,
    steps: [{ from: '2027-04-01', minor: 100 }],
  }
  const recur = async (recurrence: object | null, more: object = {}) =>
    marco(budget.setRecurrence, {
      id: line,
      version: (await now()).version,
      recurrence: recurrence as never,
      ...more,
    })
  beforeAll(async () => {
    year = (await northwind.as('ana')(budget.openYear, { day: '2027-05-20' })).id
    line = (await marco(budget.addLines, { year, lines: [{ name: 'Hosting', plan: months(5) }] })).ids[0]!
  })

  test('its months are made for the plan in draft and the forecast, and taken back as they were', async () => {
    const { undo } = await recur(monthly)
    expect((await now()).plan).toEqual([5, 5, ...Array.from({ length: 10 }, () => 100)])
    expect((await now()).forecast[1]).toBe(0)
    await marco(budget.setRecurrence, undo)
    expect(await now()).toMatchObject({ plan: months(5), forecast: months(0) })
    expect((await marco(budget.recurrence, { id: line })).recurrence).toBeNull()
    await marco(budget.setRecurrence, (await recur(monthly)).undo)
    await recur(monthly)
  })

  test('a month typed for itself stays when the amount changes from here on', async () => {
    await marco(budget.edit, { year, edits: [{ id: line, forecast: { 6: 777 } }] })
    expect((await marco(budget.recurrence, { id: line })).apart).toEqual([6])
    const { undo } = await recur({
      ...monthly,
      steps: [...monthly.steps, { from: '2027-07-01', minor: 200 }],
    })
    expect((await now()).forecast).toEqual([0, 0, 100, 100, 100, 200, 777, 200, 200, 200, 200, 200])
    await marco(budget.setRecurrence, undo)
    expect((await now()).forecast).toEqual([0, 0, 100, 100, 100, 100, 777, 100, 100, 100, 100, 100])
  })

  test('a tab that is a day old, an end before the start and a negative amount are refused', async () => {
    await expect(recur(monthly, { version: 1 })).rejects.toEqual(refused('conflict', /since you loaded it/))
    await expect(recur({ ...monthly, endsOn: '2027-03-31' })).rejects.toEqual(
      refused('invalid', /before it starts/),
    )
    await expect(recur({ ...monthly, steps: [{ from: '2027-04-01', minor: -1 }] })).rejects.toEqual(
      refused('invalid', /negative/),
    )
    await expect(recur({ ...monthly, steps: [{ from: '2027-04-01', minor: 9e12 }] })).rejects.toEqual(
      refused('invalid', /too large/),
    )
  })

  test('it goes on in the next year with what it rises by, once', async () => {
    const next = (await northwind.as('ana')(budget.openYear, { day: '2028-05-20' })).id
    const { ids } = await marco(budget.carryOn, { id: next })
    const { line: carried } = await marco(budget.line, { id: ids[0]! })
    expect(carried).toMatchObject({
      name: 'Hosting',
      plan: [100, 100, ...Array.from({ length: 10 }, () => 110)],
    })
    await expect(marco(budget.carryOn, { id: next })).rejects.toEqual(
      refused('conflict', /not there already/),
    )
  })

  test('the plan of an approved year stays; the forecast recurs', async () => {
    await northwind.as('ana')(budget.approvePlan, { id: year })
    await recur(null)
    expect(await now()).toMatchObject({ plan: [5, 5, ...Array.from({ length: 10 }, () => 100)] })
    expect((await now()).forecast).toEqual([0, 0, 0, 0, 0, 0, 777, 0, 0, 0, 0, 0])
    await expect(recur(null)).rejects.toEqual(refused('conflict', /does not recur/))
  })
})
