import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { activity } from '../activity/contract.ts'
import { forecast } from '../forecast/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { returns } from '../returns/contract.ts'
import { costs } from './contract.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }
const share = {
  kind: 'people',
  channel: 'Events',
  minor: 620_000,
  currency: 'EUR',
  month: '2026-03',
} as const
const stand = { kind: 'event', channel: 'Events', minor: 310_000, currency: 'EUR', month: '2026-03' } as const

describe('whoever reads figures but not costs', () => {
  let company: Company
  beforeAll(async () => {
    company = await startCompany()
    await company.as('fay')(costs.add, { ...share, note: 'Half of Kai' })
    await company.as('fay')(costs.add, stand)
    await company.as('fay')(costs.add, { ...share, currency: 'CZK', minor: 123_400 })
  })
  afterAll(() => company.close())

  const refusal = { code: 'forbidden', message: expect.stringContaining('“costs:read”') }

  test('sees the sum, in figures, by channel and in the return', async () => {
    const vera = company.as('vera')
    const { rows, notes } = await vera(metrics.query, { metrics: ['cost'], by: ['channel'], ...march })
    expect(rows).toEqual([{ channel: 'Events', cost: { amount: 9300, currency: 'EUR' } }])
    expect(notes.join(' ')).toContain('no rate for CZK')
    expect(notes.join(' ')).not.toContain('1234')
    expect((await vera(returns.table, march)).total.cost).toEqual({ amount: 9300, currency: 'EUR' })
  })

  test('is told by Explain what the lines need, and gets none of them', async () => {
    const vera = company.as('vera')
    const explained = await vera(metrics.explain, { metric: 'cost', ...march })
    expect(explained).toMatchObject({
      value: { amount: 9300, currency: 'EUR' },
      written: [],
      withheld: {
        says: 'The lines behind cost figures need the permission “costs:read”. Whoever manages roles can give it to you.',
        isAll: true,
      },
    })
    for (const metric of ['cost', 'media_cost']) {
      await expect(vera(metrics.rows, { metric, ...march })).rejects.toMatchObject(refusal)
      await expect(vera(metrics.exportRows, { metric, ...march })).rejects.toMatchObject(refusal)
    }
  })

  test('sees of a return the rows of opportunities alone', async () => {
    const asked = { metric: 'roi', ...march }
    expect((await company.as('vera')(metrics.explain, asked)).withheld).toMatchObject({ isAll: false })
    const { columns, total } = await company.as('vera')(metrics.rows, asked)
    expect(columns).not.toContain('original_amount')
    expect(total).toBe(0)
    expect((await company.as('fay')(metrics.rows, asked)).total).toBe(62)
  })

  test.each(['cost_kind', 'original_currency'])('cannot tell people’s share apart by %s', async (by) => {
    const vera = company.as('vera')
    const cost = { metrics: ['cost'], ...march }
    await expect(vera(metrics.query, { ...cost, by: [by] })).rejects.toMatchObject(refusal)
    for (const where of [`${by}=people`, `${by}!=people`, `${by}~p`]) {
      await expect(vera(metrics.query, { ...cost, where: [where] })).rejects.toMatchObject(refusal)
      const asked = { metric: 'cost', ...march, where: [where] }
      await expect(vera(metrics.explain, asked)).rejects.toMatchObject(refusal)
      await expect(vera(metrics.grades, { ...asked, metrics: ['cost'] })).rejects.toMatchObject(refusal)
      await expect(vera(returns.table, { ...march, where: [where] })).rejects.toMatchObject(refusal)
      await expect(vera(returns.economics, { ...march, where: [where] })).rejects.toMatchObject(refusal)
      await expect(vera(forecast.show, { metric: 'cost', where: [where] })).rejects.toMatchObject(refusal)
    }
    await expect(vera(forecast.changes, { metric: 'cost', ...march, by })).rejects.toMatchObject(refusal)
    await expect(vera(metrics.values, { dimension: by })).rejects.toMatchObject(refusal)
    const { items } = await vera(metrics.catalogue, {})
    expect(items.find((one) => one.id === 'cost')?.dimensions).not.toContain(by)
  })

  test('reads nothing of the lines in the feed or its export', async () => {
    const feed = await company.as('cleo')(activity.feed, { module: 'costs', limit: 50 })
    expect(feed.entries).toEqual([])
    const { body } = (await company.as('cleo')(activity.exportFeed, {})) as { body: ReadableStream }
    expect(await new Response(body).text()).not.toContain('People share')
  })

  test('whoever reads costs sees all of it', async () => {
    const carol = company.as('carol')
    const asked = { metrics: ['cost'], ...march, by: ['cost_kind'], where: ['original_currency=EUR'] }
    const { rows, notes } = await carol(metrics.query, asked)
    expect(rows.map((row) => [row.cost_kind, row.cost])).toEqual([
      ['people', { amount: 6200, currency: 'EUR' }],
      ['event', { amount: 3100, currency: 'EUR' }],
    ])
    expect(notes.join(' ')).not.toContain('CZK')
    expect((await carol(metrics.query, { metrics: ['cost'] })).notes.join(' ')).toContain('1234.00 CZK')
    expect((await carol(metrics.explain, { metric: 'cost', ...march })).withheld).toBeNull()
    expect((await carol(metrics.rows, { metric: 'cost', ...march })).total).toBe(62)
    const { entries } = await carol(activity.feed, { module: 'costs', limit: 50 })
    expect(entries.map((one) => one.sentence)).toContain('added a cost: People share, 6200.00 EUR')
  })
})
