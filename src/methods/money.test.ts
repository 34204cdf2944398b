import { expect, test } from 'vitest'
import { minorDigits, toMoney } from './money.ts'

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['no currency', 2],
])('%s has %d digits after the point (ISO 4217)', (currency, digits) =>
  expect(minorDigits(currency)).toBe(digits),
)

test('an amount is rounded to the minor unit of its currency', () => {
  expect(toMoney('10.129', 'EUR')).toEqual({ amount: 10.13, currency: 'EUR' })
  expect(toMoney(1234.5, 'JPY')).toEqual({ amount: 1235, currency: 'JPY' })
})
