import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { startDemoApp } from '../../test/demo.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { pipeline } from '../pipeline/contract.ts'
import { attribution } from './contract.ts'
import { defaultSettings, models } from './rules.ts'

const data = sharedData()
const amountOf = (value: unknown): number => (value as { amount: number }).amount

describe.skipIf(!data)('a table of journeys written by others', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(app, [join(data ?? '', 'path-data', 'Data.csv')])
  })
  afterAll(() => app.close())

  const totals = (model: string, order?: number) =>
    app.ask(attribution.totals, { model, of: 'table', ...(order ? { order } : {}) } as never)

  // Source: path-data/golden_attribution.json; ChannelAttribution 2.2.4 agrees by simulation.
  test.each([1, 2, 3])('Markov of order %i gives the published conversions', async (order) => {
    const golden = JSON.parse(readFileSync(join(data ?? '', 'path-data', 'golden_attribution.json'), 'utf8'))
    const found = await totals('markov', order)
    expect(found.probability).toBeCloseTo(19785 / (19785 + 68602), 9)
    expect(found.rows).toHaveLength(12)
    expect(found.reconciliation).toMatchObject({ conversions: 19785, nulls: 68602, unattributed: 0 })
    for (const { channel, conversions, removalEffect } of found.rows) {
      const published = golden.pathdata.markov[order][channel]
      expect(conversions, channel).toBeCloseTo(published.conv, 6)
      expect(removalEffect, channel).toBeCloseTo(published.re_conv, 9)
    }
  })

  test('first, last and linear touch are those of ChannelAttribution', async () => {
    const alpha = async (model: string) =>
      (await totals(model)).rows.find((row) => row.channel === 'alpha')?.conversions
    expect(await alpha('first')).toBe(6308)
    expect(await alpha('last')).toBe(8447)
    expect(await alpha('linear')).toBeCloseTo(7574.718594, 6)
    expect(await alpha('shapley')).toBeCloseTo(7627.944048, 6)
  })

  test('a model that needs times says so', async () => {
    await expect(totals('time_decay')).rejects.toThrow(/needs to know when each touch was/)
  })
})

describe('the demo company', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startDemoApp()
  })
  afterAll(() => app.close())

  test('revenue is credited plus unattributed, along every dimension', async () => {
    const { dimensions, reconciliation: first } = await app.ask(attribution.report, {})
    const { rows } = await app.ask(metrics.query, { metrics: ['won', 'won_value'] })
    expect(first).toMatchObject({
      sales: rows[0]?.won,
      revenue: amountOf(rows[0]?.won_value),
    })
    for (const by of dimensions) {
      const { rows, reconciliation } = await app.ask(attribution.report, { by })
      expect(reconciliation).toEqual(first)
      for (const { id } of models) {
        const cents = rows.reduce((sum, row) => sum + Math.round(row.credit[id]! * 100), 0)
        expect(cents, `${id} by ${by}`).toBe(Math.round(first.revenue! * 100))
      }
    }
  })

  test('a sale is sourced by one channel and touched by many', async () => {
    const asked = { metrics: ['sourced_value', 'sourced_won', 'touched_value', 'touched_won'] }
    const [whole] = (
      await app.ask(metrics.query, {
        ...asked,
        metrics: [...asked.metrics, 'influenced_value', 'influenced_won', 'won_value'],
      })
    ).rows
    const { rows } = await app.ask(metrics.query, { ...asked, by: ['channel'] })
    const sum = (id: string) =>
      rows.reduce((total, row) => total + (row[id] === null ? 0 : amountOf(row[id])), 0)
    expect(sum('sourced_value')).toBeCloseTo(amountOf(whole?.sourced_value), 2)
    expect(sum('touched_value')).toBeGreaterThan(amountOf(whole?.touched_value))
    expect(whole?.touched_won).toBe(whole?.influenced_won)
    expect(amountOf(whole?.touched_value)).toBeCloseTo(amountOf(whole?.influenced_value), 2)
    expect(amountOf(whole?.sourced_value)).toBeLessThanOrEqual(amountOf(whole?.influenced_value))
    expect(amountOf(whole?.influenced_value)).toBeLessThanOrEqual(amountOf(whole?.won_value))
    const behind = await app.ask(metrics.rows, { metric: 'sourced_value', limit: 500 })
    const value = behind.rows.reduce((total, row) => total + Number(row.value), 0)
    expect(value).toBeCloseTo(amountOf(whole?.sourced_value), 2)
  })

  test('credit of some touches is reconciled with nothing, and says so', async () => {
    const where = [{ dimension: 'channel', is: 'in' as const, values: ['Webinar'] }]
    const { reconciliation } = await app.ask(attribution.report, { where })
    expect(reconciliation).toMatchObject({ revenue: null, credited: null, sales: null })
    expect(reconciliation.says).toMatch(/no revenue to reconcile with/)
  })

  test('a figure’s rows add up to it', async () => {
    const where = [{ dimension: 'channel', is: 'in' as const, values: ['Webinar'] }]
    const { rows } = await app.ask(metrics.query, { metrics: ['attributed_value_w'], where })
    const behind = await app.ask(metrics.rows, { metric: 'attributed_value_w', where, limit: 500 })
    const sum = behind.rows.reduce((total, row) => total + Number(row.credit), 0)
    expect(behind.total).toBe(behind.rows.length)
    expect(sum).toBeCloseTo(amountOf(rows[0]?.attributed_value_w), 2)
  })

  test('a figure says how far it can be trusted, and what would raise it', async () => {
    const { confidence } = await app.ask(metrics.explain, { metric: 'attributed_value_w' })
    expect(confidence!.signals.map((one) => one.name)).toContain('unattributed')
    const where = [{ dimension: 'channel', is: 'in' as const, values: ['Webinar'] }]
    const { items } = await app.ask(metrics.grades, { metrics: ['won', 'win_rate', 'spend'], where })
    expect(items.find((one) => one.metric === 'win_rate')).toMatchObject({
      grade: 'D',
      signals: expect.arrayContaining([expect.objectContaining({ name: 'cases', grade: 'D' })]),
    })
    expect(items.find((one) => one.metric === 'spend')).toMatchObject({ grade: null, signals: [] })
  })

  test('an opportunity shows its touches with credits that make up its amount', async () => {
    const { items } = await app.ask(pipeline.opportunities, { outcome: 'won', limit: 5 })
    for (const { id } of items) {
      const { touches, revenue } = await app.ask(attribution.timeline, { id })
      if (touches.length === 0) continue
      const cents = touches.reduce((sum, touch) => sum + Math.round(touch.credit!.time_decay! * 100), 0)
      expect(cents).toBe(Math.round(revenue! * 100))
      expect(touches[0]?.milestones).toContain('first')
    }
  })

  test('intervals are measured aside, one at a time, and stand beside the shares until the figures change', async () => {
    await app.ask(attribution.measureIntervals, { resamples: 40 })
    await expect(app.ask(attribution.measureIntervals, {})).rejects.toThrow(/being measured already/)
    const run = async () => (await app.ask(attribution.intervals, {})).run
    while ((await run())?.state === 'running') await new Promise((done) => setTimeout(done, 50))
    expect(await run()).toMatchObject({ state: 'done', done: 40, isCurrent: true })
    const { rows } = await app.ask(attribution.report, {})
    for (const { isUnattributed, interval } of rows)
      if (!isUnattributed) expect(interval!.lower).toBeLessThanOrEqual(interval!.upper)
  })

  test('a window of 0 days is refused, and a changed window rebuilds the credits', async () => {
    const change = (windowDays: number) =>
      app.ask(attribution.changeSettings, {
        settings: { ...defaultSettings, windowDays },
        reason: 'a trial',
        version: 0,
      })
    await expect(change(0)).rejects.toThrow(/window of 0 days/)
    const before = await app.ask(attribution.journeys, {})
    await change(14)
    const after = await app.ask(attribution.journeys, {})
    expect(after.touches!.median).toBeLessThan(before.touches!.median)
    await expect(change(30)).rejects.toThrow(/since you opened this page/)
  })
})
