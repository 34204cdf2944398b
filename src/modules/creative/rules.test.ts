import { expect, test } from 'vitest'
import { sameName, tiredness } from './rules.ts'

const weeks = (rates: number[], impressions = 10_000) =>
  rates.map((rate, at) => ({ week: `W${at}`, impressions, clicks: Math.round(rate * impressions) }))

test('people tire of an advertisement when its rate falls by a fifth beyond chance', () => {
  expect(tiredness(weeks([0.02, 0.02, 0.018, 0.015, 0.012, 0.012]))).toBe(
    'CTR fell by 40 %: from 2.00 % in its first 2 weeks to 1.20 % in the last 2.',
  )
})

test.each([
  ['it fell by less than a fifth', weeks([0.02, 0.02, 0.02, 0.02, 0.018, 0.018])],
  ['chance alone would do that', weeks([0.02, 0.02, 0.018, 0.015, 0.012, 0.012], 400)],
  ['there are fewer than six weeks', weeks([0.02, 0.02, 0.01, 0.01])],
  ['more was clicked than shown', weeks([1.5, 1.5, 1, 1, 0.9, 0.9])],
  ['nobody ever clicked', weeks([0, 0, 0, 0, 0, 0])],
])('nothing is said where %s', (_, some) => {
  expect(tiredness(some)).toBeNull()
})

test('campaigns meet by name, whatever the capitals', () => {
  expect([sameName(' Spring Launch '), sameName('spring launch'), sameName('  ')]).toEqual([
    'spring launch',
    'spring launch',
    null,
  ])
})
