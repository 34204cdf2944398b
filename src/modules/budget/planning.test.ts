import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../methods/random.ts'
import {
  accruedByMonth,
  expectedOf,
  modes,
  reversalMonth,
  reversalsFor,
  sharesOf,
  splitNotes,
  whyNotAccrueIn,
  whyNotAccrueOrder,
  whyNotSplit,
} from './rules.ts'

const share = (campaignId: string, parts: number) => ({ campaignId, parts })
const line = { name: 'Search', currency: 'EUR', allocation: 10_000 }

describe('a line shared out', () => {
  test.each([
    [
      'thirds of a euro',
      { mode: 'equal' as const, shares: [share('a', 1), share('b', 1), share('c', 1)] },
      100,
      [34, 33, 33, 0],
    ],
    [
      'percents that leave some',
      { mode: 'percent' as const, shares: [share('a', 3333), share('b', 3333)] },
      100,
      [33, 33, 34],
    ],
    [
      'amounts, of half of what the line has',
      { mode: 'amount' as const, shares: [share('a', 2500), share('b', 7500)] },
      5000,
      [1250, 3750, 0],
    ],
    ['weights', { mode: 'driver' as const, shares: [share('a', 0.5), share('b', 1.5)] }, 1000, [250, 750, 0]],
    ['nothing', { mode: 'percent' as const, shares: [share('a', 5000)] }, 0, [0, 0]],
  ])('%s sum to the amount', (_, split, minor, expected) => {
    expect(sharesOf(split, line.allocation, minor)).toEqual(expected)
  })

  test('500 random splits sum to the amount exactly, none below 0', () => {
    const random = randomFrom(19)
    for (let n = 0; n < 500; n += 1) {
      const mode = modes[n % modes.length]!
      const many = 1 + Math.floor(random() * 7)
      const allocation = Math.floor(random() * 1e9)
      const most = mode === 'percent' ? 10_000 / many : allocation / many
      const shares = Array.from({ length: many }, (_, at) => share(`${at}`, Math.floor(random() * most) + 1))
      const minor = Math.floor(random() * 1e9)
      const parts = sharesOf({ mode, shares }, allocation, minor)
      expect(parts.reduce((sum, one) => sum + one, 0)).toBe(minor)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
    }
  })

  test.each([
    ['nobody', 'percent' as const, [], /which campaigns/],
    ['one campaign twice', 'equal' as const, [share('a', 1), share('a', 1)], /named twice/],
    ['more than all', 'percent' as const, [share('a', 6000), share('b', 4001)], /100.01 %.*Take 0.01 % off/],
    [
      'more than the line has',
      'amount' as const,
      [share('a', 10_001)],
      /100.01 EUR.*has 100.00 EUR.*Take 0.01 EUR off/,
    ],
    ['no weight', 'driver' as const, [share('a', 0), share('b', 0)], /weights are 0/],
    ['a broken cent', 'amount' as const, [share('a', 0.5)], /whole number/],
  ])('%s is refused', (_, mode, shares, words) => {
    expect(whyNotSplit({ mode, shares }, line)).toMatch(words)
  })

  test('shares up to all of it are taken', () => {
    expect(whyNotSplit({ mode: 'percent', shares: [share('a', 6000), share('b', 4000)] }, line)).toBeNull()
    expect(whyNotSplit({ mode: 'amount', shares: [share('a', 10_000)] }, line)).toBeNull()
  })

  test('a line that was given less since shrinks its shares by amount alike, and says so', () => {
    const split = { mode: 'amount' as const, shares: [share('a', 6000), share('b', 4000)] }
    expect(sharesOf(split, 5000, 5000)).toEqual([3000, 2000, 0])
    expect(splitNotes(split, { ...line, allocation: 5000 })[0]).toMatch(
      /come to 100.00 EUR and it has 50.00 EUR/,
    )
    expect(splitNotes(split, line)).toEqual([])
  })
})

describe('accruals', () => {
  const order = { number: 'PO-1', isOpen: true, ordered: 1000, billed: 300, accrued: 200 }

  test('only what is neither invoiced nor accrued is expected', () => {
    expect(expectedOf(order)).toBe(500)
    expect(expectedOf({ ...order, billed: 2000 })).toBe(0)
    expect(expectedOf({ ...order, isOpen: false })).toBe(0)
    expect(whyNotAccrueOrder(order, 500, 'EUR')).toBeNull()
    expect(whyNotAccrueOrder(order, 501, 'EUR')).toMatch(/Of PO-1 5.00 EUR/)
    expect(whyNotAccrueOrder({ ...order, accrued: 700 }, 1, 'EUR')).toMatch(/invoiced or accrued already/)
    expect(whyNotAccrueOrder({ ...order, isOpen: false }, 1, 'EUR')).toMatch(/closed/)
  })

  test('an invoice takes back the oldest first and never more than is open', () => {
    const open = [
      { id: 'a', open: 30 },
      { id: 'b', open: 0 },
      { id: 'c', open: 50 },
    ]
    expect(reversalsFor(open, 40)).toEqual([
      { id: 'a', minor: 30 },
      { id: 'c', minor: 10 },
    ])
    expect(reversalsFor(open, 500).reduce((sum, one) => sum + one.minor, 0)).toBe(80)
    expect(reversalsFor(open, 0)).toEqual([])
  })

  test('with its invoice a delivery counts once, in the month it was delivered', () => {
    const months = ['2026-01-01', '2026-02-01', '2026-03-01']
    const accrued = accruedByMonth(
      months,
      [{ month: months[0]!, minor: 100 }],
      [{ month: months[2]!, minor: 100 }],
    )
    expect(accrued).toEqual([100, 0, -100])
    const actual = [0, 0, 110]
    expect(actual.map((one, at) => one + accrued[at]!)).toEqual([100, 0, 10])
  })

  test('a reversal counts in the month of its invoice, never before its accrual', () => {
    expect(reversalMonth('2026-03-01', '2026-05-01')).toBe('2026-05-01')
    expect(reversalMonth('2026-03-01', '2026-02-01')).toBe('2026-03-01')
  })

  test('months to come and days within a month are refused', () => {
    const year = { label: 'FY2026', months: ['2026-02-01', '2026-03-01'] }
    expect(whyNotAccrueIn('2026-02-01', year, '2026-02-20')).toBeNull()
    expect(whyNotAccrueIn('2026-03-01', year, '2026-02-20')).toMatch(/has not begun/)
    expect(whyNotAccrueIn('2026-02-02', year, '2026-02-20')).toMatch(/begins no month/)
  })
})
