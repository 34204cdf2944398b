import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { costs } from '../costs/contract.ts'
import { imports } from '../imports/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { returns } from './contract.ts'

const data = sharedData()
const file = (folder: string, name: string) => join(data ?? '', folder, name)
const eur = (amount: number) => ({ amount, currency: 'EUR' })

describe.skipIf(!data)('Olist and Maven, which come without any cost', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(app, [
      file('olist', 'olist_closed_deals_dataset.csv'),
      file('olist', 'olist_marketing_qualified_leads_dataset.csv'),
      ...['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv', 'products.csv'].map((name) =>
        file('maven-crm', name),
      ),
    ])
  })
  afterAll(() => app.close())

  test('nothing is known of a price, and the note says what to do', async () => {
    const asked = { metrics: ['cost_per_sale', 'roi'], from: '2018-01-01', to: '2018-03-31' }
    const { rows, notes } = await app.ask(metrics.query, asked)
    expect(rows).toEqual([{ cost_per_sale: null, roi: null }])
    expect(notes).toContain(
      'Cost per sale, ROI are n/a: no spend imported for 2018-01-01 to 2018-03-31; import an ad report or add a cost.',
    )
    const all = await app.ask(metrics.query, { metrics: ['media_cost_per_opportunity'] })
    expect(all.notes).toEqual([
      'Media cost per opportunity is n/a: no media spend imported for all time; import an ad report or add a media cost.',
    ])
    const table = await app.ask(returns.table, {})
    expect(table.total).toMatchObject({ costPerSale: null, roi: null, sales: 842 + 4238 })
    expect(table.reconciliation.agrees).toBe(true)
  })

  test('a cost written here divides by what was won, and only where it was spent', async () => {
    const line = { kind: 'media', channel: 'Paid search', currency: 'USD', repeats: 'once' } as const
    const days = { startsOn: '2017-06-01', endsOn: '2018-11-14' }
    const { id } = await app.ask(costs.add, { ...line, ...days, minor: 1_950_000 })
    const { rows, notes } = await app.ask(metrics.query, {
      metrics: ['won', 'cost', 'cost_per_sale'],
      by: ['channel'],
    })
    expect(rows.find((row) => row.channel === 'Paid search')).toEqual({
      channel: 'Paid search',
      won: 195,
      cost: { amount: 19_500, currency: 'USD' },
      cost_per_sale: { amount: 100, currency: 'USD' },
    })
    expect(rows.find((row) => row.channel === 'Organic search')?.cost_per_sale).toBeNull()
    expect(notes.join()).toMatch(
      /Cost per sale is n\/a: no spend imported for .*Organic search.* and \d+ more/,
    )
    const cohort = await app.ask(returns.table, { basis: 'spend' })
    const paid = cohort.rows.find((row) => row.value === 'Paid search')!
    expect(paid.soFar).toMatchObject({ sales: 195 })
    expect(paid.sales).toBeGreaterThanOrEqual(195)
    expect(paid.costPerSale?.amount).toBeCloseTo(19_500 / paid.sales, 3)
    expect(cohort.reconciliation).toMatchObject({ agrees: true })
    await app.ask(costs.remove, { id })
  })
})

const deals = [
  ['1', 'Won at the fair', 'Closed Won', '2026-02-20', '2026-01-05', '9000', 'Event', 'Acme'],
  ['2', 'Won again', 'Closed Won', '2026-02-21', '2026-01-06', '3000', 'Event', 'Acme'],
  ['3', 'Won by search', 'Closed Won', '2026-02-22', '2026-01-07', '2000', 'Paid Search', 'Birch'],
  ['4', 'Lost', 'Closed Lost', '2026-02-23', '2026-01-08', '5000', 'Paid Search', 'Cedar'],
]

describe('the return of Northwind, counted by hand', () => {
  let company: Company
  beforeAll(async () => {
    company = await startCompany()
    const path = join(company.folder, 'opportunities.csv')
    const heading =
      'Opportunity ID,Opportunity Name,Stage,Close Date,Created Date,Amount,Lead Source,Account Name'
    writeFileSync(path, [heading, ...deals.map((deal) => deal.join(','))].join('\n'))
    expect((await land(company, [path])).map((one) => one.status)).toEqual(['landed'])
    const fay = await company.as('fay')
    const year = { currency: 'EUR', startsOn: '2026-01-01', endsOn: '2026-12-31' }
    await fay(costs.add, { ...year, kind: 'event', channel: 'Events', minor: 400_000 })
    await fay(costs.add, { ...year, kind: 'media', channel: 'Paid search', minor: 100_000 })
    await fay(costs.add, { ...year, kind: 'agency', channel: 'Paid search', minor: 60_000 })
  })
  afterAll(() => company.close())
  const year = { from: '2026-01-01', to: '2026-12-31' }

  test('every price and the return, fully loaded and for media alone', async () => {
    const { rows, total, groups, reconciliation } = await company.ask(returns.table, year)
    expect(rows).toMatchObject([
      { value: 'Events', cost: eur(4000), sales: 2, wonValue: eur(12_000), costPerSale: eur(2000), roi: 2 },
      { value: 'Paid search', cost: eur(1600), opportunities: 2, costPerOpportunity: eur(800), roi: 0.25 },
    ])
    expect(total).toMatchObject({ cost: eur(5600), costPerSale: eur(1866.6667), roi: 1.5 })
    expect(groups.map((one) => [one.value, one.roi])).toEqual([
      ['In person', 2],
      ['Digital', 0.25],
    ])
    expect(reconciliation).toEqual({
      agrees: true,
      says: '2 rows add up to the total: cost 5,600 EUR, won value 14,000 EUR, 4 opportunities, 3 sales.',
    })
    const media = await company.ask(returns.table, { ...year, costs: 'media' })
    expect(media.rows[0]).toMatchObject({
      value: 'Paid search',
      cost: eur(1000),
      costPerSale: eur(1000),
      roi: 1,
    })
    expect(media.metrics).toMatchObject({ cost: 'media_cost', roi: 'romi' })
  })

  test('a word of the vocabulary moves a channel to the other group', async () => {
    await company.as('ana')(imports.setWord, {
      kind: 'channel_group',
      raw: 'Paid search',
      value: 'In person',
    })
    const { groups } = await company.ask(returns.table, year)
    expect(groups.map((one) => one.value)).toEqual(['In person'])
    await company.as('ana')(imports.setWord, { kind: 'channel_group', raw: 'Paid search', value: '' })
  })

  test('a return comes down to the rows of both sides', async () => {
    const explained = await company.ask(metrics.explain, {
      metric: 'roi',
      ...year,
      where: ['channel=Events'],
    })
    expect(explained.value).toBe(2)
    expect(explained.parts.map((one) => one.metric)).toEqual(['won_value', 'cost'])
    expect(explained.imports).toMatchObject([{ rows: 2 }])
    expect(explained.written).toMatchObject([{ rows: 365 }])
    expect(explained.rows).toBe(367)
    // Two sales are few, however many days of cost stand beside them.
    expect(explained.confidence?.signals.find((one) => one.name === 'cases')?.says).toBe(
      'It rests on 2 cases.',
    )
  })

  test('payback and lifetime value follow the stated assumptions', async () => {
    await company.as('fay')(costs.assume, { grossMargin: 0.6, lifetimeMonths: 24 })
    const seen = await company.ask(returns.economics, year)
    // 5,600 for two accounts; 14,000 ÷ 3 sales × 0.6 ÷ 12 months = 233.33 a month.
    expect(seen).toMatchObject({
      newCustomers: 2,
      acquisitionCost: eur(2800),
      averageValue: eur(4666.67),
      monthlyMargin: eur(233.33),
      assumptions: { changedBy: 'Fay Lindqvist' },
    })
    expect(seen.paybackMonths).toBeCloseTo(12, 2)
    expect(seen.lifetimeToCost).toBeCloseTo(2, 2)
  })

  test('amounts in another currency have no return, and the reason', async () => {
    const path = join(company.folder, 'more.csv')
    const heading =
      'Opportunity ID,Opportunity Name,Stage,Close Date,Created Date,Amount,Opportunity Currency,Lead Source'
    writeFileSync(path, `${heading}\n9,Far away,Closed Won,2025-05-05,2025-05-01,700,GBP,Event\n`)
    await land(company, [path])
    await company.as('fay')(costs.add, { kind: 'event', minor: 100, currency: 'EUR', month: '2025-05' })
    const may = { from: '2025-05-01', to: '2025-05-31' }
    const { rows, notes } = await company.ask(metrics.query, { metrics: ['roi', 'cost_per_sale'], ...may })
    expect(rows).toEqual([{ roi: null, cost_per_sale: eur(1) }])
    expect(notes).toContain('ROI is n/a where its amounts are in different currencies: GBP and EUR.')
  })

  test('a dimension that cost does not have is refused with those it has', async () => {
    await expect(company.ask(returns.table, { by: 'owner' })).rejects.toThrow('no dimension “owner”')
    await expect(company.ask(returns.table, { by: 'constructor' })).rejects.toThrow(
      'no dimension “constructor”',
    )
  })

  test('the table comes as a file', async () => {
    const { name, body } = (await company.ask(returns.exportTable, year)) as {
      name: string
      body: ReadableStream
    }
    expect(name).toBe('return-by-channel.csv')
    expect(await new Response(body).text()).toContain('Events,4000,EUR,0,2,2,12000,EUR,2000,2000,2,\r\n')
  })
})
