import { expect, test } from 'vitest'
import { wilson } from './proportion.ts'

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
