import { describe, expect, test } from 'vitest'
import { exchange } from '../../methods/money.ts'
import { randomFrom } from '../../methods/random.ts'
import { type Billed, loadOf, type Ordered, standingOf } from './rules.ts'

const order = (id: string, ordered: number, isOpen = true): Ordered => ({ id, ordered, isOpen })
const bill = (minor: number, of: string | null = null): Billed => ({ order: of, minor })

test.each([
  ['nothing weighs on an empty line', [], [], 0],
  ['an invoice without an order counts as it is', [], [bill(70)], 70],
  ['an open order counts in full before its invoice comes', [order('a', 100)], [], 100],
  ['an open order counts once with its invoices', [order('a', 100)], [bill(30, 'a'), bill(20, 'a')], 100],
  ['over-delivery counts in full', [order('a', 100)], [bill(130, 'a')], 130],
  ['a closed order counts by its invoices', [order('a', 100, false)], [bill(60, 'a')], 60],
  [
    'all of them together',
    [order('a', 100), order('b', 50, false)],
    [bill(120, 'a'), bill(40, 'b'), bill(5)],
    165,
  ],
] as const)('%s', (_, orders, invoices, load) => {
  expect(loadOf(orders, invoices).load).toBe(load)
})

/** Orders and invoices as chance will have them; the same for the same seed. */
function books(seed: number) {
  const random = randomFrom(seed)
  const whole = (most: number) => Math.floor(random() * most)
  const orders = Array.from({ length: whole(6) }, (_, at) => order(`o${at}`, whole(1000), random() < 0.7))
  const invoices = Array.from({ length: whole(12) }, () =>
    bill(1 + whole(600), random() < 0.3 || orders.length === 0 ? null : orders[whole(orders.length)]!.id),
  )
  return { orders, invoices, random, whole }
}

/** The formula as the field states it, order by order. */
function asStated(orders: readonly Ordered[], invoices: readonly Billed[]): number {
  const of = (id: string | null) =>
    invoices.filter((one) => one.order === id).reduce((sum, one) => sum + one.minor, 0)
  return orders.reduce(
    (sum, one) => sum + (one.isOpen ? Math.max(one.ordered, of(one.id)) : of(one.id)),
    of(null),
  )
}

describe('for a thousand lines that chance has made', () => {
  const seeds = Array.from({ length: 1000 }, (_, seed) => seed + 1)

  test('the load is what the formula states, and actual and committed make it up', () => {
    for (const seed of seeds) {
      const { orders, invoices } = books(seed)
      const found = loadOf(orders, invoices)
      expect(found.load, `seed ${seed}`).toBe(asStated(orders, invoices))
      expect(found.actual + found.committed, `seed ${seed}`).toBe(found.load)
      expect(found.committed, `seed ${seed}`).toBeGreaterThanOrEqual(0)
    }
  })

  test('closing an order never adds to the load and never takes from what is invoiced', () => {
    for (const seed of seeds) {
      const { orders, invoices, whole } = books(seed)
      if (orders.length === 0) continue
      const at = whole(orders.length)
      const closed = orders.map((one, place) => (place === at ? { ...one, isOpen: false } : one))
      const [before, after] = [loadOf(orders, invoices), loadOf(closed, invoices)]
      expect(after.load, `seed ${seed}`).toBeLessThanOrEqual(before.load)
      expect(after.actual, `seed ${seed}`).toBe(before.actual)
    }
  })

  test('an invoice adds to the load at most itself, and nothing while its open order has room', () => {
    for (const seed of seeds) {
      const { orders, invoices, random, whole } = books(seed)
      const target = orders[whole(Math.max(1, orders.length))]
      const more = bill(1 + whole(400), random() < 0.5 ? null : (target?.id ?? null))
      const adds = loadOf(orders, [...invoices, more]).load - loadOf(orders, invoices).load
      expect(adds, `seed ${seed}`).toBeGreaterThanOrEqual(0)
      expect(adds, `seed ${seed}`).toBeLessThanOrEqual(more.minor)
      const billed = invoices
        .filter((one) => one.order === target?.id)
        .reduce((sum, one) => sum + one.minor, 0)
      if (target?.isOpen && more.order === target.id && billed + more.minor <= target.ordered)
        expect(adds).toBe(0)
    }
  })

  test('the order in which they came changes nothing', () => {
    for (const seed of seeds) {
      const { orders, invoices } = books(seed)
      expect(loadOf(orders.toReversed(), invoices.toReversed())).toEqual(loadOf(orders, invoices))
    }
  })
})

test('a placeholder has reserved what it holds: nothing of it is available', () => {
  const line = { plan: [100, 200], moved: 50, isPlaceholder: false }
  const load = loadOf([order('a', 120)], [bill(20, 'a'), bill(30)])
  expect(standingOf(line, load)).toMatchObject({ allocation: 350, load: 150, remaining: 300, available: 200 })
  expect(standingOf({ ...line, isPlaceholder: true }, load)).toMatchObject({ allocation: 350, available: 0 })
})

test('an exchange is exact in whole numbers, half a unit away from zero', () => {
  const eur = { currency: 'EUR', rate: 1 }
  expect(exchange(100_000, eur, { currency: 'GBP', rate: '1.25000000' })).toBe(80_000)
  expect(exchange(1, { currency: 'USD', rate: '0.5' }, eur)).toBe(1)
  // The yen has no minor unit: 1,000 yen at 0.0061 are 6.10 euro.
  expect(exchange(1000, { currency: 'JPY', rate: '0.00610000' }, eur)).toBe(610)
  expect(exchange(610, eur, { currency: 'JPY', rate: '0.00610000' })).toBe(1000)
  expect(() => exchange(1, eur, { currency: 'GBP', rate: 0 })).toThrow(RangeError)
})
