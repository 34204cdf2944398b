import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { creative } from './contract.ts'

let app: TestApp
const usd = (amount: number) => ({ amount, currency: 'USD' })
const write = (name: string, lines: string[]): string => {
  const path = join(app.folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

/** Two ads of one campaign for eight weeks; people tire of the first. */
const days = [...Array(8).keys()].map((at) =>
  new Date(Date.UTC(2026, 0, 5 + 7 * at)).toISOString().slice(0, 10),
)
const byAd = days.flatMap((day, at) => [
  `${day},Spring Launch,Set A,Blue engine,10,10000,${[200, 200, 200, 150, 120, 110, 100, 100][at]},3,USD`,
  `${day},Spring Launch,Set A,Red valve,20,10000,100,1,USD`,
])
const byCampaign = days.map((day) => `${day},Spring Launch,30,20000,250,4,USD`)
const contacts = [1, 2, 3].map(
  (n) => `${n},Ada${n},Bright,ada${n}@north.example,2026-01-1${n} 09:30,lead,spring launch`,
)

beforeAll(async () => {
  app = await startTestApp()
  const rest = 'Amount spent,Impressions,Link clicks,Results,Currency'
  const landed = await land(app, [
    write('ads.csv', [`Day,Campaign name,Ad set name,Ad name,${rest}`, ...byAd]),
    write('campaigns.csv', [`Day,Campaign name,${rest}`, ...byCampaign]),
    write('contacts.csv', [
      'Record ID,First Name,Last Name,Email,Create Date,Lifecycle Stage,First Touch Converting Campaign',
      ...contacts,
    ]),
  ])
  expect(landed.map((one) => one.status)).toEqual(['landed', 'landed', 'landed'])
})
afterAll(() => app.close())

test('each advertisement has its own numbers although the campaign level counts as spend', async () => {
  const { items, levels } = await app.ask(creative.assets, {})
  expect(levels).toEqual([{ platform: 'meta_ads', level: 'ad' }])
  expect(items).toMatchObject([
    { name: 'Red valve', level: 'ad', spend: usd(160), clicks: 800, costPerClick: usd(0.2), tired: null },
    { name: 'Blue engine', spend: usd(80), impressions: 80_000, clicks: 1180, conversions: 24 },
  ])
  expect(items[1]?.clickRate).toBeCloseTo(1180 / 80_000, 10)
  const { rows } = await app.ask(metrics.query, { metrics: ['spend', 'creative_spend'] })
  expect(rows).toEqual([{ spend: usd(240), creative_spend: usd(240) }])
})

test('what came of it is that of the campaign of the same name, and every figure explains itself', async () => {
  const { items, model } = await app.ask(creative.assets, {})
  expect(items[0]?.came).toMatchObject({ leads: 3, opportunities: 0, wonValue: usd(0) })
  expect(model).toMatchObject({ id: 'w', metric: 'attributed_value_w' })
  const explained = await app.ask(metrics.explain, {
    metric: 'creative_clicks',
    where: ['campaign=Spring Launch', 'ad=Blue engine'],
  })
  expect(explained).toMatchObject({ value: 1180, rows: 8 })
})

test('people tiring of an advertisement is said of that one only', async () => {
  const { items } = await app.ask(creative.assets, { from: '2026-01-01', to: '2026-03-01' })
  expect(items[1]?.tired).toBe('CTR fell by 50 %: from 2.00 % in its first 2 weeks to 1.00 % in the last 2.')
  expect(items[1]?.weeks).toHaveLength(8)
})

describe('two accounts of one platform, exported at different levels', () => {
  let two: TestApp
  beforeAll(async () => {
    two = await startTestApp()
    const rest = 'Cost,Impr.,Clicks'
    const put = (name: string, ...lines: string[]) => {
      const path = join(two.folder, name)
      writeFileSync(path, lines.join('\n'))
      return path
    }
    const landed = await land(two, [
      put('north_report.csv', `Day,Account name,Campaign,${rest}`, '2026-05-01,North,Pumps,100.00,1000,10'),
      put(
        'south_report.csv',
        `Day,Account name,Campaign,Ad group,${rest}`,
        '2026-05-01,South,Valves,Brass,30.00,300,3',
      ),
    ])
    expect(landed.map((one) => one.status)).toEqual(['landed', 'landed'])
  })
  afterAll(() => two.close())

  test('each counts at its own finest level, and both of them count', async () => {
    const { items } = await two.ask(creative.assets, {})
    expect(items.map((one) => [one.name, one.level, one.spend])).toEqual([
      ['Pumps', 'campaign', usd(100)],
      ['Brass', 'ad_group', usd(30)],
    ])
  })
})

describe('more weeks of advertisements than one answer of figures holds', () => {
  let large: TestApp
  const ads = 210
  const weeks = 50
  beforeAll(async () => {
    large = await startTestApp()
    const path = join(large.folder, 'ads.csv')
    const lines = Array.from({ length: ads * weeks }, (_, at) => {
      const week = Math.floor(at / ads)
      const day = new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10)
      return `${day},Spring,Set,Ad ${at % ads},1,10000,${week < weeks - 10 ? 200 : 50},1,USD`
    })
    const heading =
      'Day,Campaign name,Ad set name,Ad name,Amount spent,Impressions,Link clicks,Results,Currency'
    writeFileSync(path, [heading, ...lines].join('\n'))
    expect((await land(large, [path])).map((one) => one.status)).toEqual(['landed'])
  })
  afterAll(() => large.close())

  test('the newest weeks are there, and people tiring of them is seen', async () => {
    const { items, notes } = await large.ask(creative.assets, {})
    expect(items).toHaveLength(ads)
    expect(items.map((one) => one.weeks.length)).toEqual(Array(ads).fill(weeks))
    // The last sixteen weeks: six of 2 %, ten of 0.5 %, so 1.06 %.
    expect(items.map((one) => one.tired)).toEqual(
      Array(ads).fill('CTR fell by 47 %: from 2.00 % in its first 16 weeks to 1.06 % in the last 16.'),
    )
    expect(notes.join(' ')).not.toContain('are listed')
  })

  test('assets that are left out are said to be', async () => {
    const { items, more, notes } = await large.ask(creative.assets, { limit: 2 })
    expect([items.length, more]).toEqual([2, true])
    expect(notes).toContain(
      'Only the 2 assets that cost most are listed. Choose a shorter period, or ask for more at once.',
    )
  })
})

const data = sharedData()
describe.skipIf(!data)('the advertisements of KAG (recounted by hand)', () => {
  test('each of its 1,143 ads stands alone, and their spend adds up', async () => {
    const kag = await startTestApp()
    await land(kag, [join(data ?? '', 'kag-facebook-ads', 'KAG_conversion_data.csv')])
    const { items, more } = await kag.ask(creative.assets, { limit: 2000 })
    expect([items.length, more]).toEqual([1143, false])
    expect(items.find((one) => one.ad === '708746')).toMatchObject({
      campaign: '916',
      spend: usd(1.43),
      impressions: 7350,
      clicks: 1,
      came: null,
      weeks: [],
    })
    const spend = items.reduce((sum, one) => sum + (one.spend as { amount: number }).amount, 0)
    expect(spend).toBeCloseTo(58_705.23, 1)
    await kag.close()
  })
})
