import { afterAll, beforeAll, expect, test } from 'vitest'
import { months, startBudget } from '../../test/budget.ts'
import type { Company } from '../../test/company.ts'
import { costs } from '../costs/contract.ts'
import { identity } from '../identity/contract.ts'
import { budget } from './contract.ts'

let northwind: Company
let lineId: string
beforeAll(async () => {
  const lines = [{ name: 'Search', kind: 'media' as const, currency: 'EUR', plan: months(100_000) }]
  const started = await startBudget(lines, ['marco', 'pia'])
  northwind = started.company
  lineId = started.ids[0]!
  const personId = northwind.ids.marco
  await northwind.as('ana')(budget.setLimit, {
    personId,
    perDecision: 50_000,
    perMonth: 80_000,
    until: '2026-12-31',
  })
})
afterAll(() => northwind.close())

const ask = (minor: number, currency: string) =>
  northwind.as('pia')(budget.request, {
    ...{ lineId, minor, currency, supplier: 'Harrow & Vine', what: 'Work', dueOn: '2026-07-31' },
  })
const approve = async (minor: number, currency: string) =>
  northwind.as('marco')(budget.approve, { id: (await ask(minor, currency)).id })
const rate = (currency: string, onDay: string, worth: number) =>
  northwind.as('ana')(costs.setRate, { currency, onDay, rate: worth })

test('a request in another currency is weighed at the rate that holds on the day', async () => {
  await expect(ask(1000, 'USD')).rejects.toThrow(/No rate for USD is known/)
  await rate('USD', '2026-01-01', 0.5)
  await rate('USD', '2026-05-01', 0.9)
  await rate('USD', '2026-06-01', 0.1)
  await expect(approve(60_000, 'USD')).rejects.toThrow(/540\.00 EUR is above the limit of 500\.00 EUR/)
  expect((await approve(20_000, 'USD')).state).toBe('approved')
})

test('an organisation that changes its currency does not change what a limit meant', async () => {
  const ana = northwind.as('ana')
  await ana(identity.changeSettings, { ...(await ana(identity.settings, {})), currency: 'USD' })

  const blind = await ana(budget.limits, {})
  expect(blind.limits[0]).toMatchObject({ currency: 'EUR', perDecision: 50_000 })
  await expect(ask(100, 'EUR')).rejects.toThrow(/No rate for EUR is known.*Add one on Costs/)

  await rate('EUR', '2026-01-01', 2)
  const [limit] = (await ana(budget.limits, {})).limits
  expect(limit).toMatchObject({
    currency: 'EUR',
    perDecision: 50_000,
    perMonth: 80_000,
    usedThisMonth: 18_000,
  })
  await expect(approve(50_001, 'EUR')).rejects.toThrow(/1,000\.02 USD is above the limit of 1,000\.00 USD/)
  await expect(approve(100_001, 'USD')).rejects.toThrow(/1,000\.01 USD is above the limit of 1,000\.00 USD/)
  expect((await approve(100_000, 'USD')).state).toBe('approved')
  await expect(approve(24_001, 'USD')).rejects.toThrow(/With 1,360\.00 USD decided this month/)

  const { items } = await ana(budget.decisions, { limit: 2 })
  expect(items.map((one) => [one.ownMinor, one.ownCurrency, one.evidence.ownCurrency])).toEqual([
    [100_000, 'USD', 'USD'],
    [18_000, 'EUR', 'EUR'],
  ])
  expect(items[0]!.evidence.limit).toMatchObject({ perDecision: 100_000, used: 36_000 })
})
