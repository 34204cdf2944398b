import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { quality } from '../quality/contract.ts'

const data = sharedData()
const amount = (value: unknown) => (value as { amount: number }).amount
const file = (folder: string, name: string) => join(data ?? '', folder, name)

describe.skipIf(!data)('the advertisements of KAG and of a Google Ads export (recounted by hand)', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(app, [
      file('kag-facebook-ads', 'KAG_conversion_data.csv'),
      file('google-ads-export', 'Campaign_report.csv'),
    ])
  })
  afterAll(() => app.close())

  test('a confirmed conversion costs 54.407, and each campaign its own', async () => {
    const kag = {
      metrics: ['cost_per_confirmed_conversion', 'spend', 'confirmed_conversions'],
      where: ['platform=meta_ads'],
    }
    const { rows } = await app.ask(metrics.query, kag)
    expect(amount(rows[0]?.cost_per_confirmed_conversion)).toBeCloseTo(54.407, 3)
    const by = await app.ask(metrics.query, { ...kag, by: ['campaign'] })
    const of = (campaign: string) => by.rows.find((row) => row.campaign === campaign)
    for (const [campaign, spend, conversions] of [
      ['916', 149.71, 24],
      ['936', 2893.37, 183],
      ['1178', 55_662.15, 872],
    ] as const) {
      expect(of(campaign)).toMatchObject({ spend: { amount: spend }, confirmed_conversions: conversions })
      expect(amount(of(campaign)?.cost_per_confirmed_conversion)).toBeCloseTo(spend / conversions, 3)
    }
  })

  test('a conversion at Google costs 171.06 in all and 60.28 in MH-m-sand', async () => {
    const google = { metrics: ['cost_per_conversion'], where: ['platform=google_ads'] }
    const { rows } = await app.ask(metrics.query, google)
    expect(amount(rows[0]?.cost_per_conversion)).toBeCloseTo(171.06, 2)
    const by = await app.ask(metrics.query, { ...google, by: ['campaign'] })
    expect(amount(by.rows.find((row) => row.campaign === 'MH-m-sand')?.cost_per_conversion)).toBeCloseTo(
      60.28,
      2,
    )
    expect(by.notes.join(' ')).toContain('n/a where the platforms claim no conversion')
  })
})

describe('two advertising accounts of one platform', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  const landed = async (name: string, ...lines: string[]) => {
    const path = join(app.folder, name)
    writeFileSync(path, lines.join('\n'))
    expect((await land(app, [path])).map((one) => one.status)).toEqual(['landed'])
  }
  const spent = async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['spend'] })
    return amount(rows[0]?.spend)
  }
  const found = async (kind: string) =>
    (await app.ask(quality.findings, {})).items.filter((one) => one.kind === kind)

  test('count each at its own level of detail, and a level of the same account does not count again', async () => {
    await landed(
      'north_report.csv',
      'Day,Account name,Campaign,Cost,Impr.',
      '2026-05-01,North,Pumps,100.00,1000',
      '2026-05-02,North,Pumps,50.00,500',
    )
    await landed(
      'south_report.csv',
      'Day,Account name,Campaign,Ad group,Cost,Impr.',
      '2026-05-01,South,Valves,Brass,30.00,300',
    )
    expect(await spent()).toBe(180)
    await landed(
      'north_groups_report.csv',
      'Day,Account name,Campaign,Ad group,Cost,Impr.',
      '2026-05-01,North,Pumps,Large,100.00,1000',
    )
    expect(await spent()).toBe(180)
    expect((await found('spend-at-another-level')).map((one) => one.rows)).toEqual([1])
    const [levels] = await found('accounts-at-different-levels')
    expect(levels?.says).toContain('North at campaign level, South at ad group level')
  })

  test('a report without an account may repeat any of them, so it does not count beside them', async () => {
    await landed(
      'all_groups_report.csv',
      'Day,Campaign,Ad group,Ad,Cost,Impr.',
      '2026-05-01,Pumps,Large,One,130.00,1300',
    )
    expect(await spent()).toBe(180)
  })

  test('a report of a month beside reports of its days is a finding', async () => {
    expect(await found('spend-of-overlapping-periods')).toEqual([])
    await landed(
      'north_month_report.csv',
      'Campaign report',
      '"May 1, 2026 - May 31, 2026"',
      'Account name,Campaign,Cost,Impr.',
      'North,Pumps,150.00,1500',
    )
    const [overlap] = await found('spend-of-overlapping-periods')
    expect(overlap).toMatchObject({
      severity: 'problem',
      title: 'North is reported for overlapping periods',
      rows: 1,
      sample: [{ account: 'North', day: '2026-05-01', last_day: '2026-05-31', spend: 150 }],
    })
  })
})
