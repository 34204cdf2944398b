import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { metrics } from '../metrics/contract.ts'
import { costs } from './contract.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }
const retainer = { kind: 'agency', minor: 310_000, currency: 'EUR', month: '2026-03' } as const

describe('the cost ledger of Northwind', () => {
  let company: Company
  beforeAll(async () => {
    company = await startCompany()
  })
  afterAll(() => company.close())

  const cost = async (range: { from?: string; to?: string } = {}, more: object = {}) =>
    (await company.ask(metrics.query, { metrics: ['cost'], ...range, ...more })).rows

  test('a cost is spread by day over its month and adds up to itself', async () => {
    const fay = await company.as('fay')(costs.add, { ...retainer, channel: 'e-mail', note: 'Retainer' })
    expect(fay).toMatchObject({ startsOn: '2026-03-01', endsOn: '2026-03-31', createdBy: 'Fay Lindqvist' })
    expect(await cost(march)).toEqual([{ cost: { amount: 3100, currency: 'EUR' } }])
    expect(await cost({ from: '2026-03-01', to: '2026-03-10' })).toEqual([
      { cost: { amount: 1000, currency: 'EUR' } },
    ])
    expect(await cost({}, { by: ['channel', 'cost_kind'] })).toEqual([
      { channel: 'Email', cost_kind: 'agency', cost: { amount: 3100, currency: 'EUR' } },
    ])
    const { items } = await company.as('fay')(costs.list, march)
    expect(items[0]?.counted).toEqual({ amount: 3100, currency: 'EUR' })
    await company.as('fay')(costs.remove, { id: fay.id })
  })

  test('a monthly cost counts every month from its first to its last day, begun months by their days', async () => {
    const tool = { kind: 'tool', minor: 3_000, currency: 'EUR', repeats: 'monthly' } as const
    const { id } = await company.as('marco')(costs.add, {
      ...tool,
      startsOn: '2025-04-16',
      endsOn: '2025-06-30',
    })
    const { rows } = await company.ask(metrics.query, { metrics: ['cost', 'media_cost'], grain: 'month' })
    expect(rows.map((row) => [row.month, (row.cost as { amount: number }).amount])).toEqual([
      ['2025-04', 15],
      ['2025-05', 30],
      ['2025-06', 30],
    ])
    expect(rows[0]?.media_cost).toEqual({ amount: 0, currency: 'EUR' })
    await company.as('marco')(costs.remove, { id })
    expect(await cost()).toEqual([{ cost: { amount: 0, currency: 'EUR' } }])
    await company.as('marco')(costs.restore, { id })
    expect(await cost()).toEqual([{ cost: { amount: 75, currency: 'EUR' } }])
    await company.as('marco')(costs.remove, { id })
  })

  test('what has no rate is left out and named, and counts from the day a rate is set', async () => {
    const { id } = await company.as('ana')(costs.add, { ...retainer, currency: 'gbp', kind: 'media' })
    const none = await company.ask(metrics.query, { metrics: ['cost'], ...march })
    expect(none.rows).toEqual([{ cost: { amount: 0, currency: 'EUR' } }])
    expect(none.notes[0]).toContain(
      'n/a: no rate for GBP on 2026-03-01 to 2026-03-31; 3100.00 GBP are left out',
    )
    expect((await company.as('ana')(costs.rates, {})).missing).toEqual(['GBP'])
    await company.as('fay')(costs.setRate, { currency: 'GBP', onDay: '2026-03-11', rate: 1.2 })
    const half = await company.ask(metrics.query, { metrics: ['cost'], ...march })
    expect(half.rows).toEqual([{ cost: { amount: 2520, currency: 'EUR' } }])
    expect(half.notes[0]).toContain('n/a: no rate for GBP on 2026-03-01 to 2026-03-10; 1000.00 GBP')
    const first = await company.as('fay')(costs.setRate, { currency: 'GBP', onDay: '2026-01-01', rate: 1.1 })
    expect(await cost(march)).toEqual([{ cost: { amount: 3620, currency: 'EUR' } }])
    await company.as('fay')(costs.removeRate, { id: first.id })
    expect(await cost(march)).toEqual([{ cost: { amount: 2520, currency: 'EUR' } }])
    await company.as('ana')(costs.remove, { id })
  })

  test('a figure comes down to the line of the ledger', async () => {
    const { id } = await company.as('ana')(costs.add, { ...retainer, channel: 'Events' })
    const explained = await company.ask(metrics.explain, { metric: 'cost', ...march })
    expect(explained).toMatchObject({ rows: 31, imports: [], written: [{ title: 'Cost ledger', rows: 31 }] })
    const { rows } = await company.ask(metrics.rows, { metric: 'cost', ...march, limit: 1 })
    expect(rows[0]).toMatchObject({ written: { title: 'Cost ledger', path: `/costs?show=${id}` } })
    await company.as('ana')(costs.remove, { id })
  })

  test('whoever comes second looks again', async () => {
    const { id } = await company.as('ana')(costs.add, retainer)
    await company.as('fay')(costs.change, { ...retainer, id, version: 1, minor: 100 })
    await expect(
      company.as('ana')(costs.change, { ...retainer, id, version: 1, minor: 200 }),
    ).rejects.toThrow('Fay Lindqvist has changed this cost since you opened it.')
    const { items } = await company.as('ana')(costs.list, { id })
    expect(items[0]).toMatchObject({ minor: 100, version: 2, changedBy: 'Fay Lindqvist' })
    await company.as('ana')(costs.remove, { id })
    await expect(company.as('ana')(costs.remove, { id })).rejects.toThrow('was removed already')
  })

  test.each([
    [{ minor: -5 }, 'A cost cannot be negative.'],
    [{ minor: 0 }, 'A cost is more than 0.'],
    [{ minor: 10_000_000_000_001 }, 'The amount is too large'],
    [{ minor: 9e15 }, 'The amount is too large'],
    [{ minor: 1.5 }, 'minor'],
    [{ currency: 'XQQ' }, '“XQQ” is not a currency'],
    [{ month: '2026-13' }, 'month is written 2026-03'],
    [{ month: undefined }, 'Say the month'],
    [{ month: undefined, startsOn: '2026-03-02' }, 'Say the last day'],
    [{ month: undefined, startsOn: '2026-03-02', endsOn: '2026-03-01' }, 'is before the first day'],
    [{ month: undefined, startsOn: '2026-03-02', endsOn: '2046-03-01' }, 'ten years at most'],
    [{ month: undefined, startsOn: '0026-03-02', endsOn: '0026-03-04' }, 'Costs lie between'],
    [{ startsOn: '2026-03-02' }, 'not both'],
    [{ channel: 'a\u0000b' }, 'must not hold control characters'],
  ])('%j is refused', async (wrong, sentence) => {
    await expect(company.as('ana')(costs.add, { ...retainer, ...wrong } as never)).rejects.toThrow(sentence)
  })

  test.each(['constructor', '__proto__', '<script>alert(1)</script>', "O'Hara; drop table mart.cost"])(
    'a channel may be called %s',
    async (channel) => {
      const { id } = await company.as('ana')(costs.add, { ...retainer, channel })
      const rows = await cost(march, {
        by: ['channel'],
        where: [{ dimension: 'channel', values: [channel] }],
      })
      expect(rows).toEqual([{ channel, cost: { amount: 3100, currency: 'EUR' } }])
      await company.as('ana')(costs.remove, { id })
    },
  )

  test('who may not write is told so', async () => {
    await expect(company.as('vera')(costs.add, retainer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(company.as('carol')(costs.add, retainer)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await company.as('carol')(costs.list, {})).items).toEqual([])
  })

  test('assumptions say who made them', async () => {
    expect((await company.as('vera')(costs.assumptions, {})).changedBy).toBeNull()
    await company.as('fay')(costs.assume, { grossMargin: 0.8, lifetimeMonths: 24 })
    expect(await company.as('vera')(costs.assumptions, {})).toMatchObject({
      grossMargin: 0.8,
      lifetimeMonths: 24,
      monthsOfValue: 12,
      changedBy: 'Fay Lindqvist',
    })
  })

  test('imported spend stands in the same ledger, row by row', async () => {
    const path = join(company.folder, 'ads.csv')
    const lines = ['2026-05-01,"A",10.50,GBP,4', '2026-05-02,"A",5.25,EUR,2']
    writeFileSync(path, ['Day,Campaign,Cost,Currency,Conversions', ...lines].join('\n'))
    const [done] = await land(company, [path])
    expect(done?.status).toBe('landed')
    const may = { from: '2026-05-01', to: '2026-05-31' }
    expect(await cost(may)).toEqual([{ cost: { amount: 17.85, currency: 'EUR' } }])
    const { imported, sums } = await company.as('fay')(costs.list, may)
    expect(imported).toMatchObject([{ rows: 2, counted: { amount: 17.85, currency: 'EUR' } }])
    expect(sums.media.amount).toBe(17.85)
  })
})
