import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../test/app.ts'
import { startDemoApp } from '../../test/demo.ts'
import { metrics } from '../metrics/contract.ts'
import { attribution, type ReportRow } from './contract.ts'
import { models } from './rules.ts'
import { metricsOf, partOf, selectionOf } from './web/explain.ts'
import { reconciled } from './web/reconcile.ts'

let app: TestApp
beforeAll(async () => {
  app = await startDemoApp()
}, 120_000)
afterAll(() => app.close())

const amountOf = (value: unknown): number =>
  typeof value === 'object' && value ? (value as { amount: number }).amount : Number(value ?? 0)

test('the reconciliation holds for every dimension and model, and its numbers are those explained', async () => {
  const { dimensions } = await app.ask(attribution.report, {})
  for (const by of dimensions) {
    const asked = { by, where: [] }
    const report = await app.ask(attribution.report, asked)
    const [touched, alone] = [
      await figuresOf(partOf(false, report, asked)),
      await figuresOf(partOf(true, report, asked)),
    ]
    const rows = await Promise.all(report.rows.map((row) => figuresOf(selectionOf(row, report, asked))))
    for (const { id } of models) {
      const line = reconciled(report, id)
      expect(line.isEven, `${id} by ${by}`).toBe(true)
      expect(touched(id), `${id} by ${by}`).toEqual([cents(line.credited), parts(line.sales)])
      expect(alone(id), `${id} by ${by}`).toEqual([cents(line.unattributed), parts(line.salesUnattributed)])
      const shown = report.rows.map((row: ReportRow) => [cents(row.credit[id]), parts(row.sales[id])])
      expect(
        rows.map((one) => one(id)),
        `${id} by ${by}`,
      ).toEqual(shown)
    }
  }
}, 120_000)

const cents = (value: number): number => Math.round(value * 100)
const parts = (value: number): number => Math.round(value * 1e6)

/** Value and sales by every model of one selection, as Explain counts them. */
async function figuresOf(selection: ReturnType<typeof selectionOf>) {
  const [values, sales] = await Promise.all(
    (['value', 'sales'] as const).map((what) =>
      app.ask(metrics.query, { metrics: models.map(({ id }) => metricsOf(id)[what]), ...selection }),
    ),
  )
  return (id: (typeof models)[number]['id']) => [
    cents(amountOf(values!.rows[0]?.[metricsOf(id).value])),
    parts(amountOf(sales!.rows[0]?.[metricsOf(id).sales])),
  ]
}
