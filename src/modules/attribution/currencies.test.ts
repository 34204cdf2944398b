import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { land } from '../../test/imports.ts'
import { costs } from '../costs/contract.ts'
import { metrics } from '../metrics/contract.ts'
import { attribution } from './contract.ts'
import { allOf, metricsOf, partOf } from './web/explain.ts'

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany()
  const path = join(northwind.folder, 'sales.csv')
  writeFileSync(path, sales)
  await land(northwind, [path])
})
afterAll(() => northwind.close())

const sales = [
  'Opportunity ID,Opportunity Name,Stage,Close Date,Created Date,Amount,Opportunity Currency,Lead Source',
  '1,At home,Closed Won,2025-05-05,2025-05-01,1000,EUR,Event',
  '2,Overseas,Closed Won,2025-05-06,2025-05-01,1000,USD,Event',
  '3,Island,Closed Won,2025-05-07,2025-05-01,1000,GBP,Event',
].join('\n')

const amountOf = (value: unknown): number => (value as { amount: number }).amount
const setRate = (currency: string, onDay: string, rate: number) =>
  northwind.as('fay')(costs.setRate, { currency, onDay, rate })

test('a sale in another currency counts at the rate of its day, and explains itself; without a rate it is named', async () => {
  await setRate('USD', '2025-05-01', 0.5)
  await setRate('GBP', '2025-05-08', 1.2)
  const report = await northwind.ask(attribution.report, {})
  expect(report.reconciliation).toMatchObject({
    currency: 'EUR',
    revenue: 1500,
    sales: 2,
    unattributed: 1500,
  })
  expect(report.notes).toContain('Sales in USD are counted in EUR at the rate of the day they closed.')
  expect(report.notes.join(' ')).toMatch(/those in GBP no rate holds on the day they closed/)

  const asked = { by: 'channel', where: [] }
  for (const selection of [allOf(report, asked), partOf(true, report, asked)]) {
    const { rows } = await northwind.ask(metrics.query, { metrics: [metricsOf('w').value], ...selection })
    expect(amountOf(rows[0]?.[metricsOf('w').value])).toBe(1500)
    const behind = await northwind.ask(metrics.rows, { metric: metricsOf('w').value, ...selection })
    expect(behind.rows.reduce((sum, row) => sum + Number(row.credit), 0)).toBe(1500)
  }
})

test('a rate set later brings the sale in', async () => {
  await setRate('GBP', '2025-05-01', 1.2)
  const { reconciliation, notes } = await northwind.ask(attribution.report, {})
  expect(reconciliation).toMatchObject({ revenue: 2700, sales: 3 })
  expect(notes.join(' ')).not.toMatch(/no rate/)
})

test('limits are told for the chain they were measured with, and for nothing else', async () => {
  const limit = (more: object) =>
    northwind.ask(attribution.explain, {
      figure: { of: 'total', what: 'lower', channel: 'Email', model: 'markov', ...more },
    } as never)
  await expect(limit({ model: 'shapley' })).rejects.toThrow(/not for the Shapley value/)
  await expect(limit({ journeys: 'table' })).rejects.toThrow(/not on an imported table/)
  await expect(limit({ order: 3 })).rejects.toThrow(/order 1, not of order 3/)
})
