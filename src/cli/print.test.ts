import { expect, test } from 'vitest'
import { shown, table } from './print.ts'

test.each([
  [{ amount: 23_246.8, currency: 'USD' }, '23,246.80 USD'],
  [{ amount: '1200', currency: 'JPY' }, '1,200 JPY'],
  [{ amount: 0.1234, currency: 'EUR' }, '0.1234 EUR'],
  [-5, '-5'],
  [null, '–'],
])('%j is printed as %s', (value, words) => expect(shown(value)).toBe(words))

test('what would turn a line around or move the cursor is not printed', () => {
  expect(table([{ channel: 'Paid\u202esocial\u001b[2J' }])).toBe('channel\n───────────────\nPaid social [2J')
})
