import { expect, test } from 'vitest'
import { namedBy } from './naming.ts'

const currencies = [
  { value: 'EUR', label: 'EUR · Euro' },
  { value: 'USD', label: 'USD · US dollar' },
  { value: 'AUD', label: 'AUD · Australian dollar' },
]

test.each([
  ['EUR', 'EUR'],
  [' eur ', 'EUR'],
  ['euro', 'EUR'],
  ['EUR · Euro', 'EUR'],
  ['dollar', undefined],
  ['yen', undefined],
  ['', undefined],
])('“%s” names %s', (words, value) => {
  expect(namedBy(currencies, words)?.value).toBe(value)
})

test('an option that is called exactly so comes before those that hold its name', () => {
  const named = namedBy(
    [
      { value: 'a', label: 'Paid' },
      { value: 'b', label: 'Paid search' },
    ],
    'paid',
  )
  expect(named?.value).toBe('a')
})
