import { describe, expect, test } from 'vitest'
import {
  amountIn,
  apartMonths,
  changedFrom,
  crossing,
  generated,
  purposeOf,
  type Recurring,
  sharesByPurpose,
  whyNotCross,
  whyNotRecur,
} from './rules.ts'

describe('a recurring amount', () => {
  const monthly: Recurring = {
    every: 'month',
    start: 3,
    end: null,
    rises: 0,
    steps: [{ from: 3, minor: 100 }],
  }
  const twelve = Array.from({ length: 12 }, () => 0)

  test('comes every month, quarter or year, from its start to its end', () => {
    expect(generated(twelve, 0, { ...monthly, end: 5 }, null)).toEqual([
      0, 0, 0, 100, 100, 100, 0, 0, 0, 0, 0, 0,
    ])
    expect(generated(twelve, 0, { ...monthly, every: 'quarter' }, null)).toEqual([
      0, 0, 0, 100, 0, 0, 100, 0, 0, 100, 0, 0,
    ])
    expect(generated(twelve, 12, { ...monthly, every: 'year' }, null)[3]).toBe(100)
  })

  test('rises once a year, compounding, from the month it began', () => {
    const rising = { ...monthly, rises: 500, steps: [{ from: 3, minor: 10_000 }] }
    expect([14, 15, 27].map((month) => amountIn(rising, month))).toEqual([10_000, 10_500, 11_025])
  })

  test('from here on changes what follows and leaves what was typed for one month', () => {
    const cells = generated(twelve, 0, monthly, null)
    cells[6] = 777
    const later = { ...monthly, steps: changedFrom(monthly.steps, { from: 5, minor: 200 }) }
    expect(generated(cells, 0, later, monthly)).toEqual([
      0, 0, 0, 100, 100, 200, 777, 200, 200, 200, 200, 200,
    ])
    expect(apartMonths(cells, 0, monthly)).toEqual([6])
  })

  test('ended, it leaves what was typed and clears what it made', () => {
    const cells = generated([9, ...twelve.slice(1)], 0, monthly, null)
    cells[6] = 777
    expect(generated(cells, 0, null, monthly)).toEqual([9, 0, 0, 0, 0, 0, 777, 0, 0, 0, 0, 0])
  })

  test.each([
    ['ending before it starts', { ...monthly, end: 2 }, /before it starts/],
    ['an amount from another month', { ...monthly, steps: [{ from: 4, minor: 1 }] }, /from the start/],
    [
      'two amounts from one month',
      { ...monthly, steps: [...monthly.steps, { from: 3, minor: 2 }] },
      /begin in the same/,
    ],
  ])('%s is refused', (_, one, words) => {
    expect(whyNotRecur(one)).toMatch(words)
  })
})

describe('the guard-rail', () => {
  const guard = {
    areas: { Fame: 'brand' as const },
    least: { brand: 4000, advocacy: 0, social: 0 },
    refuses: false,
  }
  const of = (brand: number, demand: number) =>
    sharesByPurpose([
      { purpose: 'brand', minor: brand },
      { purpose: 'demand', minor: demand },
      { purpose: 'neither', minor: 999 },
    ]).shares

  test('a line is for what it says, else for what its area is for', () => {
    expect(purposeOf({ purpose: null, area: 'Fame' }, guard)).toBe('brand')
    expect(purposeOf({ purpose: 'demand', area: 'Fame' }, guard)).toBe('demand')
    expect(purposeOf({ purpose: null, area: 'Other' }, guard)).toBe('neither')
  })

  test('shares are of what has a purpose', () => {
    expect(of(40, 60)).toMatchObject({ brand: 4000, demand: 6000, neither: null })
    expect(of(0, 0).brand).toBeNull()
  })

  test.each([
    ['falling under', of(40, 60), of(39, 61), /Brand falls from 40 % to 39 %, under its least share of 40 %/],
    ['falling further under', of(39, 61), of(30, 70), /from 39 % to 30 %/],
    ['a first plan under it', null, of(30, 70), /Brand is at 30 %/],
  ])('%s crosses it', (_, before, after, words) => {
    expect(crossing(before, after, guard)).toMatch(words)
  })

  test('rising, though still under, and staying above do not', () => {
    expect(crossing(of(30, 70), of(35, 65), guard)).toBeNull()
    expect(crossing(of(60, 40), of(40, 60), guard)).toBeNull()
  })

  test('a crossing wants a reason, or is refused with one, too', () => {
    expect(whyNotCross('Brand falls', guard, ' ')).toMatch(/Say the reason/)
    expect(whyNotCross('Brand falls', guard, 'A launch')).toBeNull()
    expect(whyNotCross('Brand falls', { ...guard, refuses: true }, 'A launch')).toMatch(/refuses it/)
  })
})
