import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { type Change, forecast } from './contract.ts'
import { type Deal, dealsFile } from './fixtures.ts'
import { changeFinding, shownChange, takenApart } from './rules.ts'

/** `won` of `decided` deals of a product, closed in a month. */
const decided = (product: string, month: string, won: number, of: number, value = 100): Deal[] =>
  Array.from({ length: of }, (_, at) => ({
    opened: `${month}-01`,
    closed: `${month}-15`,
    stage: at < won ? 'Won' : 'Lost',
    product,
    value: at < won ? value : 0,
  }))

const sum = (change: Change, name: 'volume' | 'mix' | 'rate' | 'change') =>
  change.segments.reduce((total, one) => total + one[name], 0)

describe('a firm whose better product loses weight', () => {
  let app: TestApp
  const june = { from: '2026-06-01', to: '2026-06-30' }
  beforeAll(async () => {
    app = await startTestApp({ clock: () => new Date('2026-07-15T09:00:00Z') })
    await land(app, [
      dealsFile([
        ...decided('Good', '2026-05', 30, 50),
        ...decided('Poor', '2026-05', 10, 50),
        ...decided('Good', '2026-06', 12, 20),
        ...decided('Poor', '2026-06', 16, 80),
      ]),
    ])
  })
  afterAll(() => app.close())

  test('a fallen win rate is all mix where each product won as before', async () => {
    const change = await app.ask(forecast.changes, { metric: 'win_rate', ...june, by: 'product' })
    expect(change.compared).toEqual({ from: '2026-05-01', to: '2026-05-31' })
    expect([change.before, change.after]).toEqual([0.4, 0.28])
    expect(change.all?.mix).toBeCloseTo(-0.12, 12)
    expect(change.all?.rate).toBe(0)
    expect(change.effects.map((one) => one.name)).toEqual(['mix', 'rate'])
    expect(change.finding).toContain('Win rate fell from 40 % to 28 %. The largest part: ')
    expect(change.finding).toContain('mostly by a shift of won and lost between values of product')
  })

  test('a sum falls apart into volume, mix and rate of the ratio it is the top of', async () => {
    const change = await app.ask(forecast.changes, { metric: 'won', ...june, by: 'product' })
    expect(change.effects.map((one) => one.name)).toEqual(['volume', 'mix', 'rate'])
    expect([change.before, change.after, change.all?.change]).toEqual([40, 28, -12])
    expect(change.all?.volume).toBe(0)
    expect(change.all?.mix).toBeCloseTo(-12, 12)
    expect(change.segments.map((one) => [one.segment, one.before, one.after])).toEqual([
      ['Good', 30, 12],
      ['Poor', 10, 16],
    ])
  })

  test('the sentence names the segment that contributed most, whichever way it went', async () => {
    const change = await app.ask(forecast.changes, { metric: 'won', ...june, by: 'product' })
    expect(change.finding).toContain(`The largest part: ${change.segments[0]?.segment}, −18`)
    const more = {
      title: 'Won',
      unit: 'count' as const,
      currency: null,
      by: 'product',
      effects: change.effects,
    }
    const two = takenApart(
      [
        {
          segment: '"Search"',
          before: { numerator: 19, denominator: 19 },
          after: { numerator: 12, denominator: 12 },
        },
        {
          segment: '"Mail"',
          before: { numerator: 5, denominator: 5 },
          after: { numerator: 10, denominator: 10 },
        },
        {
          segment: '"Fair"',
          before: { numerator: 5, denominator: 5 },
          after: { numerator: 10, denominator: 10 },
        },
      ],
      false,
    )
    expect(changeFinding({ ...more, ...two })).toMatch(
      /rose from 29 to 32\. The largest part: Search, −7.*the others/,
    )
  })

  test('what is printed adds up across and down, and the answer has no noise of doubles', async () => {
    const parts = Array.from({ length: 7 }, (_, at) => ({
      segment: `"${at}"`,
      before: { numerator: at + 1, denominator: 3 * at + 7 },
      after: { numerator: at + 2 + (at % 3), denominator: 2 * at + 11 },
    }))
    for (const isRatio of [false, true]) {
      const taken = takenApart(parts, isRatio)
      const shown = shownChange({ ...taken, unit: isRatio ? ('ratio' as const) : ('count' as const) })
      const tenths = (value: number) => Math.round(value * (isRatio ? 1000 : 10))
      for (const line of shown.segments)
        expect(tenths(line.volume) + tenths(line.mix) + tenths(line.rate)).toBe(tenths(line.change))
      for (const name of ['volume', 'mix', 'rate', 'change'] as const)
        expect(shown.segments.reduce((sum, line) => sum + tenths(line[name]), 0)).toBe(
          tenths(shown.all![name]),
        )
      expect(tenths(shown.all!.change)).toBe(tenths(taken.all!.change))
      for (const name of ['volume', 'mix', 'rate'] as const)
        expect(Math.abs(shown.all![name] - taken.all![name])).toBeLessThan(isRatio ? 0.001 : 0.1)
    }
    expect(takenApart(parts, false).segments.every((line) => Number.isInteger(line.change))).toBe(true)
  })

  test('any other days can be held against, and an empty period has no ratio', async () => {
    const other = { ...june, by: 'product', compare: '2026-06-01..2026-06-30' }
    expect((await app.ask(forecast.changes, { metric: 'won', ...other })).all?.change).toBe(0)
    const empty = { metric: 'win_rate', ...june, by: 'product', compare: 'year_ago' }
    expect((await app.ask(forecast.changes, empty)).refused).toContain('no ratio in the earlier period')
  })

  test('what is mistyped is refused with a sentence', async () => {
    for (const wrong of [{ by: 'nonsense' }, { compare: 'last week' }, { compare: '2026-05-31..2026-05-01' }])
      await expect(app.ask(forecast.changes, { metric: 'won', ...june, ...wrong })).rejects.toMatchObject({
        code: 'invalid',
      })
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

  test.each(['won', 'won_value', 'win_rate', 'average_won_value', 'opportunities'])(
    '%s: the effects of all sales people add up to the change of the figure',
    async (metric) => {
      const quarter = { from: '2017-07-01', to: '2017-09-30' }
      const change = await app.ask(forecast.changes, { metric, ...quarter, by: 'owner' })
      const { rows, compared } = await app.ask(metrics.query, {
        metrics: [metric],
        ...quarter,
        compare: 'previous',
      })
      const plain = (value: unknown) => Number((value as { amount?: number })?.amount ?? value)
      const figures = [plain(compared?.[0]?.[metric]), plain(rows[0]?.[metric])]
      const digits = metric === 'average_won_value' ? 2 : 9
      expect(change.before).toBeCloseTo(figures[0]!, digits)
      expect(change.after).toBeCloseTo(figures[1]!, digits)
      const size = Math.abs(change.after ?? 0)
      expect(Math.abs(sum(change, 'change') - (change.after! - change.before!))).toBeLessThan(1e-9 * size)
      const parts = sum(change, 'volume') + sum(change, 'mix') + sum(change, 'rate')
      expect(Math.abs(parts - change.all!.change)).toBeLessThan(1e-9 * size)
      const sizes = change.segments.map((one) => Math.abs(one.change))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    },
  )
})
