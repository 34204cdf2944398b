import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { quality } from '../quality/contract.ts'
import { pipeline } from './contract.ts'

const data = sharedData()
const file = (folder: string, name: string) => join(data ?? '', folder, name)

describe.skipIf(!data)('the Olist funnel (recounted in the catalogue of shared data)', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(app, [
      file('olist', 'olist_closed_deals_dataset.csv'),
      file('olist', 'olist_marketing_qualified_leads_dataset.csv'),
    ])
  })
  afterAll(() => app.close())

  test('8,000 leads became 842 customers', async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['leads', 'won', 'lead_to_won'] })
    expect(rows).toEqual([{ leads: 8000, won: 842, lead_to_won: 0.10525 }])
    const behind = await app.ask(pipeline.explain, { entered: 'lead', reached: 'won', limit: 1 })
    expect(behind.imports.map((one) => one.file)).toContain('olist_closed_deals_dataset.csv')
    expect(behind.items[0]?.file).toBe('olist_closed_deals_dataset.csv')
  })

  test('by origin each source has its own share, and a blank origin stays blank', async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['leads', 'won'], by: ['origin'] })
    const of = (origin: string | null) => rows.find((row) => row.origin === origin)
    expect(of('organic_search')).toEqual({ origin: 'organic_search', leads: 2296, won: 271 })
    expect(of('paid_search')).toMatchObject({ leads: 1586, won: 195 })
    expect(of('social')).toMatchObject({ leads: 1350, won: 75 })
    expect(of(null)).toEqual({ origin: null, leads: 60, won: 14 })
  })

  test('leads by month of first contact', async () => {
    const { rows } = await app.ask(metrics.query, {
      metrics: ['leads'],
      grain: 'month',
      from: '2017-06-01',
      to: '2018-05-31',
    })
    expect(rows.map((row) => row.leads)).toEqual([
      4, 239, 386, 312, 416, 445, 200, 1141, 1028, 1174, 1352, 1303,
    ])
    expect(rows[0]?.month).toBe('2017-06')
  })

  test('the funnel converts 10.525 % with a median of 14 days', async () => {
    const { total } = await app.ask(pipeline.funnel, {})
    expect(total[0]).toMatchObject({ stage: 'lead', reached: 8000 })
    expect(total.at(-1)).toMatchObject({
      stage: 'won',
      reached: 842,
      fromFirst: 0.10525,
      medianFromFirst: 14,
    })
  })

  test('every figure comes down to rows of a file', async () => {
    const explained = await app.ask(metrics.explain, { metric: 'won', where: ['origin=paid_search'] })
    expect(explained).toMatchObject({
      value: 195,
      rows: 195,
      imports: [{ file: 'olist_closed_deals_dataset.csv', rows: 195 }],
    })
    const page = await app.ask(metrics.rows, { metric: 'won', where: ['origin=paid_search'], limit: 3 })
    expect(page.total).toBe(195)
    expect(page.rows[0]).toMatchObject({ file: 'olist_closed_deals_dataset.csv', row: expect.any(Number) })
  })

  test('the contact won two days before becoming a lead is a finding, not dropped', async () => {
    const { items } = await app.ask(quality.findings, {})
    const finding = items.find((one) => one.kind === 'won-before-lead')
    expect(finding).toMatchObject({ rows: 1, sample: [{ lead_on: '2018-03-08', won_on: '2018-03-06' }] })
  })

  test('trajectory, time in stage, leads and disputes answer', async () => {
    const { weeks, readOuts } = await app.ask(pipeline.trajectory, { weeks: 12 })
    expect(weeks).toHaveLength(12)
    expect(readOuts[0]?.says).toContain('Lead')
    const time = await app.ask(pipeline.timeInStage, { stage: 'opportunity' })
    expect(time.entries).toBeGreaterThanOrEqual(0)
    const { items } = await app.ask(pipeline.leads, { limit: 2, stage: 'won' })
    const lead = await app.ask(pipeline.lead, { id: items[0]!.id })
    expect(lead.from[0]?.file).toContain('olist')
    const dispute = await app.ask(pipeline.dispute, { id: lead.id, reason: 'Not a real person' })
    await expect(app.ask(pipeline.dispute, { id: lead.id, reason: 'Again' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await app.ask(pipeline.answerDispute, {
      id: dispute.id,
      verdict: 'declined',
      answer: 'She signed the contract',
    })
  })
})

describe.skipIf(!data)('the Maven pipeline (recounted in the catalogue of shared data)', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(
      app,
      ['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv', 'products.csv'].map((name) =>
        file('maven-crm', name),
      ),
    )
  })
  afterAll(() => app.close())

  test('8,800 opportunities, 63.1501 % won, worth 10,005,534', async () => {
    const { rows } = await app.ask(metrics.query, {
      metrics: ['opportunities', 'won', 'lost', 'win_rate', 'won_value'],
    })
    expect(rows[0]).toMatchObject({
      opportunities: 8800,
      won: 4238,
      lost: 2473,
      won_value: { amount: 10005534, currency: 'USD' },
    })
    expect(((rows[0]?.win_rate as number) * 100).toFixed(4)).toBe('63.1501')
  })

  test('won per quarter of 2017', async () => {
    const { rows } = await app.ask(metrics.query, {
      metrics: ['won'],
      grain: 'quarter',
      from: '2017-01-01',
      to: '2017-12-31',
    })
    expect(rows).toEqual([531, 1254, 1257, 1196].map((won, at) => ({ quarter: `2017-Q${at + 1}`, won })))
  })

  test('won and lost by manager', async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['won', 'lost'], by: ['manager'] })
    const of = (name: string) => rows.find((row) => String(row.manager).includes(name))
    const expected = {
      Losch: [480, 265],
      Rouche: [610, 352],
      Brinkmann: [747, 439],
      Marxen: [882, 536],
      Neubert: [691, 422],
      Sewald: [828, 459],
    }
    for (const [name, [won, lost]] of Object.entries(expected)) expect(of(name)).toMatchObject({ won, lost })
  })

  test('GTXPro is found to be GTX Pro, and one word mends it', async () => {
    const { items } = await app.ask(quality.findings, {})
    const finding = items.find((one) => one.fix?.raw === 'GTXPro')!
    expect(finding).toMatchObject({
      severity: 'problem',
      rows: 1480,
      fix: { kind: 'product', raw: 'GTXPro', value: 'GTX Pro' },
    })
    await app.ask(quality.fix, { id: finding.id })
    const after = await app.ask(quality.findings, {})
    expect(after.items.find((one) => one.fix?.raw === 'GTXPro')).toBeUndefined()
    const { rows } = await app.ask(metrics.query, {
      metrics: ['opportunities'],
      by: ['product'],
      where: ['product=GTX Pro'],
    })
    expect(rows).toEqual([{ product: 'GTX Pro', opportunities: 1480 }])
  })

  test('sales people without opportunities and opportunities without an account are named', async () => {
    const { items } = await app.ask(quality.findings, {})
    expect(items.find((one) => one.kind === 'owner-without-opportunities')?.rows).toBe(5)
    expect(items.find((one) => one.kind === 'blank-field' && one.title.includes('account'))?.rows).toBe(1425)
  })

  test('opportunities, win and loss, velocity answer', async () => {
    const { items, total } = await app.ask(pipeline.opportunities, {
      outcome: 'won',
      sort: 'amount',
      limit: 5,
    })
    expect(total).toBe(4238)
    const shown = await app.ask(pipeline.opportunity, { id: items[0]!.id })
    expect(shown.from?.file).toBe('sales_pipeline.csv')
    const { groups } = await app.ask(pipeline.winLoss, { by: 'product' })
    expect(groups.reduce((sum, one) => sum + one.won, 0)).toBe(4238)
    expect((await app.ask(pipeline.velocity, {})).perDay?.amount).toBeGreaterThan(0)
  })
})
