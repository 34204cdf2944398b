import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'

const data = sharedData()
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
  const amount = (value: unknown) => (value as { amount: number }).amount

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
