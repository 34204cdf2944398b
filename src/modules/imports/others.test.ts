import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { land, settle, upload } from '../../test/imports.ts'
import { sharedData } from '../../test/shared.ts'
import { metrics } from '../metrics/contract.ts'
import { imports } from './contract.ts'

const data = sharedData()
const all = (folder: string) =>
  data ? readdirSync(join(data, folder)).filter((name) => name.endsWith('.csv')) : []

describe.skipIf(!data)('exports of CRM, marketing automation and advertising platforms', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  test.each(['hubspot', 'salesforce', 'ads-platforms'])(
    'every file of %s is mapped, or known and not used with a reason',
    async (folder) => {
      const ids: string[] = []
      for (const name of all(folder)) {
        const items = await upload(app, join(data!, folder, name))
        for (const item of items) {
          const isSettled =
            item.status === 'ready' || (item.status === 'not_used' && (item.reason ?? '').length > 10)
          expect([name, item.status, isSettled]).toEqual([name, item.status, true])
          if (item.status === 'ready') ids.push(item.id)
        }
      }
      await app.ask(imports.land, { ids })
      const landed = await settle(app, ids)
      expect(landed.filter((one) => one.status !== 'landed').map((one) => [one.file, one.reason])).toEqual([])
    },
    600_000,
  )
})

describe.skipIf(!data)('an advertising export with preamble and totals', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.close())

  test('the Google Ads report adds up to its total rows, which are not counted', async () => {
    const [landed] = await land(app, [join(data!, 'google-ads-export', 'Campaign_report.csv')])
    expect(landed).toMatchObject({ status: 'landed', rows: 2 })
    expect(landed?.notes.map((note) => note.says)).toContainEqual(
      'spend: the rows add up to 2,565.93, the file prints 2,565.92. They agree within rounding.',
    )
    const { rows } = await app.ask(metrics.query, {
      metrics: ['impressions', 'interactions', 'ad_conversions', 'spend'],
    })
    expect(rows).toEqual([
      {
        impressions: 46168,
        interactions: 22061,
        ad_conversions: 15,
        spend: { amount: 2565.93, currency: 'INR' },
      },
    ])
  })
})

describe.skipIf(!data)('an advertising file without dates', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    await land(app, [join(data!, 'kag-facebook-ads', 'KAG_conversion_data.csv')])
  })
  afterAll(() => app.close())

  test('the KAG file sums to spend 58,705.23, 38,165 clicks and 213,434,828 impressions', async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['spend', 'clicks', 'impressions'] })
    expect(rows).toEqual([
      { spend: { amount: 58705.23, currency: 'USD' }, clicks: 38165, impressions: 213434828 },
    ])
  })

  test('by campaign each has its own spend', async () => {
    const { rows } = await app.ask(metrics.query, { metrics: ['spend'], by: ['campaign'] })
    expect(rows.map((row) => [row.campaign, (row.spend as { amount: number }).amount])).toEqual([
      ['1178', 55662.15],
      ['936', 2893.37],
      ['916', 149.71],
    ])
  })
})
