import { expect, test } from 'vitest'
import { twoProportionZ, wilson } from './proportion.ts'

// Newcombe 1998, Table I, method 3.
test.each([
  [81, 263, '0.2553', '0.3662'],
  [15, 148, '0.0624', '0.1605'],
  [0, 20, '0.0000', '0.1611'],
  [1, 29, '0.0061', '0.1718'],
])('%i of %i lies between %s and %s', (successes, n, lower, upper) => {
  const interval = wilson(successes, n)!
  expect(interval.lower.toFixed(4)).toBe(lower)
  expect(interval.upper.toFixed(4)).toBe(upper)
})

test('a rate of nothing is undefined', () => expect(wilson(0, 0)).toBeNull())

test('more successes than trials are refused', () => expect(() => wilson(3, 2)).toThrow('3 of 2'))

// The poll of Time, 18 April 1994, as Penn State's STAT 415 works it: 351 of 605 beside 41 of 195 give z = 8.99.
test('two rates are so many pooled standard errors apart', () => {
  const [others, smokers] = [
    { successes: 351, n: 605 },
    { successes: 41, n: 195 },
  ]
  expect(twoProportionZ(others, smokers)?.toFixed(2)).toBe('8.99')
  expect(twoProportionZ(smokers, others)?.toFixed(2)).toBe('-8.99')
  // By hand: pooled 30 of 200, its error √(0.15 · 0.85 · 2 ⁄ 100) = 0.050498; a difference of 0.1 is 1.98 of them.
  const [twenty, ten] = [
    { successes: 20, n: 100 },
    { successes: 10, n: 100 },
  ]
  expect(twoProportionZ(twenty, ten)).toBeCloseTo(1.9803, 4)
})

test.each([
  ['one was never tried', { successes: 0, n: 0 }, { successes: 1, n: 2 }],
  ['nobody did', { successes: 0, n: 5 }, { successes: 0, n: 7 }],
  ['everybody did', { successes: 5, n: 5 }, { successes: 7, n: 7 }],
])('rates cannot be told apart where %s', (_, first, second) => {
  expect(twoProportionZ(first, second)).toBeNull()
})

test('more successes than trials are refused of either', () => {
  expect(() => twoProportionZ({ successes: 1, n: 2 }, { successes: 3, n: 2 })).toThrow('3 of 2')
})
