import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countsOf } from '../../methods/survival.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { activity } from '../activity/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { forecast } from './contract.ts'
import { dealsFile, openedIn } from './fixtures.ts'
import { chancesOf, curvesOf, pathTo } from './rules.ts'

const exits = (cause: string | null, time: number, count: number) =>
  Array.from({ length: count }, () => ({ time, cause }))

test('whoever is still in a stage is judged by those who stayed as long, not by those who moved on', () => {
  const all = countsOf([...exits('won', 10, 60), ...exits('lost', 20, 40)])
  const stayed = countsOf([...exits('won', 5, 10), ...exits('lost', 8, 90)])
  const stages = new Map([
    [
      'Proposal',
      new Map([
        [0, all],
        [12, stayed],
      ]),
    ],
  ])
  const curves = curvesOf({ opened: all, stages })
  const at = (stage_days: number | null) =>
    chancesOf(curves, { stage: 'Proposal', stage_days, opened_days: 5 }, [[0, 30]])
  expect(at(3)).toMatchObject({ basis: 'stage', age: 3, chances: [0.6] })
  expect(at(14)).toMatchObject({ basis: 'stage', age: 14, chances: [0.1] })
  expect(at(null)).toMatchObject({ basis: 'opened', age: 5, chances: [0.6] })
})

test('what must be true to reach a target, each way by itself', () => {
  const own = { mean: 800, already: 200, fromOpen: 400, fromNew: 200 }
  const known = { winRate: 0.25, averageValue: 50, medianDays: 30 }
  const path = pathTo(1000, own, known, 0.2, 'EUR')
  expect(path).toMatchObject({ gap: 200, opportunities: 20 })
  expect(path.averageValue).toBeCloseTo((50 * 800) / 600, 12)
  expect(path.winRate).toBeCloseTo(0.25 * (800 / 600), 12)
  expect(path.says).toContain('200 EUR are missing: it takes 20 more opportunities')
  expect(pathTo(700, own, known, 0.2, 'EUR')).toMatchObject({ gap: 0, opportunities: 0 })
  expect(pathTo(1000, own, known, 0, 'EUR').opportunities).toBe(null)
})

describe('a firm with hardly a past', () => {
  let northwind: Company
  beforeAll(async () => {
    northwind = await startCompany({ clock: () => new Date('2026-06-20T09:00:00Z') })
    const won = openedIn('2026-04', 5, { closed: '2026-05-20', stage: 'Won', value: 100 })
    await land(northwind, [dealsFile([...won, ...openedIn('2026-06', 4)])])
  })
  afterAll(() => northwind.close())

  test('is told how much more it takes', async () => {
    const landing = await northwind.as('ana')(forecast.landing, {})
    expect(landing.refused).toContain('at least 30 decided opportunities')
    expect(landing.refused).toContain('there are 5, 5 won')
    expect(landing).toMatchObject({ quarters: [], openTotal: 4 })
  })

  test('a target belongs to a quarter, stands under a name, and can be lifted', async () => {
    const ana = northwind.as('ana')
    const set = await ana(forecast.setTarget, { startsOn: '2026-05-01', amount: 250_000 })
    expect(set).toMatchObject({ currency: 'EUR', target: { amount: 250_000, setBy: 'Ana Ribeiro' } })
    await expect(ana(forecast.setTarget, { startsOn: '2026-04-01', amount: 1 })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('begins on 2026-02-01'),
    })
    await expect(
      northwind.as('vera')(forecast.setTarget, { startsOn: '2026-05-01', amount: 1 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await ana(forecast.setTarget, { startsOn: '2026-05-01', amount: null })
    const { entries } = await ana(activity.feed, { module: 'forecast' })
    expect(entries.map((one) => one.sentence)).toEqual([
      'lifted the bookings target of FY2027 Q2',
      'set the bookings target of FY2027 Q2 to 250,000 EUR',
    ])
  })
})

const data = sharedData()

describe.skipIf(!data)('the Maven pipeline, seen from the past', () => {
  let northwind: Company
  beforeAll(async () => {
    northwind = await startCompany()
    const names = ['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv', 'products.csv']
    await land(
      northwind,
      names.map((name) => join(data as string, 'maven-crm', name)),
    )
  })
  afterAll(() => northwind.close())

  test('what was won by then is what the catalogue counts, and the ranges are in order', async () => {
    const ana = northwind.as('ana')
    const seen = await ana(forecast.landing, { on: '2017-09-15' })
    expect(seen.refused).toBe(null)
    expect(seen).toMatchObject({ on: '2017-09-15', currency: 'EUR' })
    const [now, next] = seen.quarters
    expect([now?.from, now?.to, next?.from]).toEqual(['2017-08-01', '2017-10-31', '2017-11-01'])
    const { rows } = await ana(metrics.query, {
      metrics: ['won_value', 'won'],
      from: '2017-08-01',
      to: '2017-09-15',
    })
    expect(rows[0]?.won_value).toEqual({ amount: now?.already, currency: 'EUR' })
    expect(now?.alreadyCount).toBe(rows[0]?.won)
    for (const { p10, p50, p90, mean, fromOpen, fromNew, already } of seen.quarters) {
      expect([p10, p50, p90]).toEqual([p10, p50, p90].sort((a, b) => a - b))
      expect(mean).toBeCloseTo(already + fromOpen + fromNew, 6)
    }
    expect(seen.assumptions?.stages).toEqual([])
    expect(seen.open.every((one) => one.basis !== 'stage' && one.thisQuarter + one.nextQuarter <= 1)).toBe(
      true,
    )
    expect(seen.notices.join(' ')).toContain('have no amount and are counted at the average won value')
  })

  test('the same look lands in the same place, and a target gets its chance and its path', async () => {
    const ana = northwind.as('ana')
    const before = await ana(forecast.landing, { on: '2017-09-15' })
    await ana(forecast.setTarget, { startsOn: '2017-08-01', amount: 9_000_000, currency: 'EUR' })
    const after = await ana(forecast.landing, { on: '2017-09-15' })
    expect(after.quarters[0]?.p50).toBe(before.quarters[0]?.p50)
    expect(after.quarters[0]).toMatchObject({ reached: 0, target: { amount: 9_000_000 } })
    expect(after.quarters[0]?.path?.opportunities).toBeGreaterThan(1000)
  })
})
