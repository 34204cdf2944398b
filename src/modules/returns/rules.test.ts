import { expect, test } from 'vitest'
import type { ReturnRow } from './contract.ts'
import { gainOf, priceOf, reconciled, unsaidNote, whyNotKnown } from './rules.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })
const row = (value: string | null, cost: number, sales: number, won: number): ReturnRow => ({
  value,
  cost: cost ? eur(cost) : null,
  leads: 0,
  opportunities: sales,
  sales,
  wonValue: eur(won),
  costPerOpportunity: null,
  costPerSale: null,
  roi: null,
  soFar: null,
  shares: [],
})

test.each([
  [eur(1000), 4, eur(250)],
  [eur(1000), 3, eur(333.3333)],
  [eur(1000), 0, null],
  [eur(1000), 0.2, null],
  [null, 4, null],
])('%j for %d is %j for one', (cost, n, price) => expect(priceOf(cost, n)).toEqual(price))

test.each([
  [eur(300), eur(100), 2],
  [eur(0), eur(100), -1],
  [eur(300), null, null],
  [eur(300), eur(0), null],
  [{ amount: 300, currency: 'GBP' }, eur(100), null],
  [{ amount: 0, currency: 'GBP' }, eur(100), -1],
])('%j for %j gains %j', (value, cost, gain) => expect(gainOf(value, cost)).toBe(gain))

test('rows that do not add up are said to', () => {
  const rows = [row('Events', 100, 2, 500), row('Email', 0, 1, 50)]
  expect(reconciled(rows, row(null, 100, 3, 550))).toEqual({
    agrees: true,
    says: '2 rows add up to the total: cost 100 EUR, won value 550 EUR, 3 opportunities, 3 sales.',
  })
  expect(reconciled(rows, row(null, 130, 3, 550)).agrees).toBe(false)
})

test('many sales without a campaign spoil the return of the others', () => {
  expect(unsaidNote('campaign', [row('Fair', 10, 9, 0), row(null, 0, 1, 0)])).toBeNull()
  expect(unsaidNote('campaign', [row('Fair', 10, 1, 0), row(null, 0, 3, 0)])).toContain(
    '75 % of sales say no campaign',
  )
  expect(unsaidNote('campaign', [])).toBeNull()
})

test('a total that is n/a is not said to disagree, and sums are named in words', () => {
  const rows = [row('Events', 100, 2, 500), row('Email', 0, 1, 50)]
  const unknown = { ...row(null, 100, 3, 0), wonValue: null }
  expect(reconciled(rows, unknown)).toEqual({
    agrees: true,
    says: '2 rows add up to the total: cost 100 EUR, won value n/a, 3 opportunities, 3 sales.',
  })
  expect(reconciled(rows, row(null, 100, 3, 900)).says).toContain('do not add up to the total in won value;')
})

const usd = { amount: 5, currency: 'USD' }
test.each([
  [row('a', 0, 2, 50), 'costPerSale', 'No cost is known for it: import an ad report or add a cost.'],
  [row('a', 100, 0, 0), 'costPerSale', 'No sale came of it yet.'],
  [row('a', 100, 0, 0), 'costPerOpportunity', 'No opportunity came of it yet.'],
  [
    { ...row('a', 100, 2, 0), wonValue: usd },
    'roi',
    'Its cost is in EUR and its won value in USD: set a rate for USD in Costs.',
  ],
  [
    { ...row('a', 100, 2, 0), wonValue: null },
    'roi',
    'Won value is in several currencies: set exchange rates in Costs.',
  ],
] as const)('%j: %s is n/a because of one thing', (one, name, why) => {
  expect(whyNotKnown(one, name)).toBe(why)
})
