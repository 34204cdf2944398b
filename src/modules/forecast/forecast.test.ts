import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { forecast } from './contract.ts'
import { dealsFile, openedIn } from './fixtures.ts'

const months = (year: number) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)

describe('a firm that opens ten deals a month, and none in May', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp({ clock: () => new Date('2026-01-15T09:00:00Z') })
    const past = [...months(2024), ...months(2025)].filter((month) => month !== '2025-05')
    await land(app, [dealsFile([...past.flatMap((month) => openedIn(month, 10)), ...openedIn('2026-01', 3)])])
  })
  afterAll(() => app.close())

  test('the month that still runs is the last point where that proved nearer; a month without rows is 0', async () => {
    const told = await app.ask(forecast.show, { metric: 'opportunities', horizon: 3 })
    expect(told.refused).toBe(null)
    expect(told.history).toHaveLength(24)
    expect(told.history.at(-1)).toEqual({
      period: '2025-12',
      from: '2025-12-01',
      to: '2025-12-31',
      value: 10,
    })
    expect(told.history.find((one) => one.period === '2025-05')?.value).toBe(0)
    // All ten of a month are opened by its tenth day, so the three so far are what January comes to.
    expect(told.running).toMatchObject({
      period: '2026-01',
      seenTo: '2026-01-14',
      soFar: 3,
      expected: { point: 3, lo80: 3, hi80: 3, share: 1 },
      isUsed: true,
    })
    expect(told.notices[0]).toBe(
      'Jan 2026 is not over yet. So far 3 of an expected 3 (80 %: 3 to 3): by 2026-01-14, 100 % has usually come in. It is the last point of the history: in 20 looks back that was wrong by 0 on average, the forecast made before the period began by 0.9.',
    )
    expect(told.points.map((one) => one.period)).toEqual(['2026-02', '2026-03', '2026-04'])
    for (const { point, lo95, lo80, hi80, hi95 } of told.points) {
      expect([lo95, lo80, point, hi80, hi95]).toEqual([lo95, lo80, point, hi80, hi95].sort((a, b) => a - b))
      expect(lo95).toBeGreaterThanOrEqual(0)
    }
    expect(told.backtest?.steps.map((one) => one.h)).toEqual([1, 2, 3])
    expect(told.backtest?.rows[0]).toMatchObject({ known: '2024-12', period: '2025-01', h: 1, actual: 10 })
  })

  test('extremes are pulled in only when that is asked for, and it is said which', async () => {
    const kept = await app.ask(forecast.show, { metric: 'opportunities' })
    const pulled = await app.ask(forecast.show, { metric: 'opportunities', outliers: 'pulled_in' })
    expect(kept.notices.join(' ')).not.toContain('Pulled in')
    expect(pulled.notices.join(' ')).toContain('Pulled in before forecasting: May 2025 from 0 to ')
    expect(pulled.history).toEqual(kept.history)
  })

  test('the running month is named by its own name where it is pulled in, and is a value to read a trend from', async () => {
    const pulled = await app.ask(forecast.show, { metric: 'opportunities', outliers: 'pulled_in' })
    expect(pulled.running).toMatchObject({ period: '2026-01', isUsed: true })
    expect(pulled.notices[0]).toMatch(/; Jan 2026 from 3 to /)
    // 17 whole months and the running one are 18, from which on the usual method reads a trend.
    const asked = { metric: 'opportunities', from: '2024-08-01' }
    const eighteen = await app.ask(forecast.show, asked)
    expect([eighteen.history.length, eighteen.running?.isUsed]).toEqual([17, true])
    expect(eighteen.method).toBe('Mean of Theta and smoothing with a trend that fades')
  })

  test('with too few whole months behind it the running one is left out, and said to be', async () => {
    const young = await app.ask(forecast.show, { metric: 'opportunities', from: '2025-08-01' })
    expect(young.running).toMatchObject({ soFar: 3, expected: null, isUsed: false })
    expect(young.running?.says).toBe(
      'Jan 2026 is not over yet. It is left out. What a period has usually reached by that day is known after 8 whole periods, and there are 5.',
    )
    expect(young.points[0]?.period).toBe('2026-01')
  })

  test('conditions and days are those of every figure', async () => {
    const asked = { metric: 'opportunities', from: '2024-02-10', to: '2025-10-20' }
    const told = await app.ask(forecast.show, asked)
    expect([told.history[0]?.period, told.history.at(-1)?.period]).toEqual(['2024-03', '2025-09'])
    expect(told.notices).toContain('Feb 2024 begins before 2024-02-10 and is left out.')
    expect(told.notices).toContain('Oct 2025 does not end by 2025-10-20 and is left out.')
    const none = await app.ask(forecast.show, { metric: 'opportunities', where: ['product=Nothing'] })
    expect(none.refused).toBe('Opportunities has no whole period to learn from.')
    expect(none.points).toEqual([])
  })

  test('a ratio with nothing to divide by is refused with the reason, never filled by 0', async () => {
    const told = await app.ask(forecast.show, { metric: 'win_rate' })
    expect(told.refused).toBe('Win rate has no rows with a date yet.')
  })

  test('a name nobody knows is missing', async () => {
    await expect(app.ask(forecast.show, { metric: 'nonsense' })).rejects.toMatchObject({ code: 'missing' })
  })
})

const data = sharedData()

describe.skipIf(!data)('the Maven pipeline', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    const names = ['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv', 'products.csv']
    await land(
      app,
      names.map((name) => join(data as string, 'maven-crm', name)),
    )
  })
  afterAll(() => app.close())

  test('a history that ends years ago is gone on from where it ends', async () => {
    const told = await app.ask(forecast.show, { metric: 'won', grain: 'week', horizon: 4 })
    expect(told.history.at(-1)?.to).toBe('2017-12-31')
    expect(told.history.reduce((sum, one) => sum + one.value, 0)).toBe(4238)
    expect(told.notices.join(' ')).toContain('The newest row is of 2017-12-31')
    expect(told.points[0]?.from).toBe('2018-01-01')
  })

  test('money is forecast in its currency', async () => {
    const told = await app.ask(forecast.show, { metric: 'won_value', horizon: 2 })
    expect(told).toMatchObject({ unit: 'money', currency: 'USD', otherCurrencies: [], refused: null })
    expect(told.history.reduce((sum, one) => sum + one.value, 0)).toBe(10005534)
  })

  test('a ratio begins after the newest period in which it is not defined', async () => {
    const told = await app.ask(forecast.show, { metric: 'win_rate', grain: 'month', horizon: 3 })
    expect(told.refused).toBe(null)
    expect(told.points.every(({ lo95, hi95 }) => lo95 >= 0 && hi95 <= 1)).toBe(true)
  })
})
