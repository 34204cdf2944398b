import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../test/app.ts'
import { startDemoApp } from '../../test/demo.ts'
import { returns } from './contract.ts'
import { sharedBy } from './rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await startDemoApp()
}, 120_000)
afterAll(() => app.close())

const cents = (amount: number | undefined): number => Math.round((amount ?? 0) * 100)

test.each(sharedBy)('cost by %s, of which it says nothing, is shared by leads to the cent', async (by) => {
  for (const basis of ['conversion', 'spend'] as const) {
    const { rows, total, notes, reconciliation } = await app.ask(returns.table, { by, basis })
    expect(rows.filter((row) => (row.cost?.amount ?? 0) > 0).length).toBeGreaterThan(1)
    expect(rows.reduce((sum, row) => sum + cents(row.cost?.amount), 0)).toBe(cents(total.cost?.amount))
    expect(reconciliation.agrees).toBe(true)
    expect(notes.join(' ')).toMatch(/shared by the leads that came through it/)
    for (const row of rows)
      expect(row.shares.reduce((sum, { cost }) => sum + cents(cost.amount), 0)).toBe(cents(row.cost?.amount))
  }
})

test('part of a period shares its own cost by its own leads', async () => {
  const days = { from: '2025-10-03', to: '2025-11-17' }
  const { rows, total } = await app.ask(returns.table, { ...days, by: 'segment' })
  expect(total.cost?.amount).toBeGreaterThan(0)
  expect(rows.reduce((sum, row) => sum + cents(row.cost?.amount), 0)).toBe(cents(total.cost?.amount))
})
