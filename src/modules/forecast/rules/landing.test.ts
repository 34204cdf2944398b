import { expect, test } from 'vitest'
import { dominating } from './landing.ts'

const deal = (key: string, amount: number, thisQuarter: number, nextQuarter = 0) => ({
  ...{ key, name: null, amount, thisQuarter, nextQuarter },
})

test('one deal that makes most of what is expected is said', () => {
  const quarters = [
    { label: 'Q4 2026', mean: 17_000_000 },
    { label: 'Q1 2027', mean: 40_000 },
  ]
  const [said, ...others] = dominating(
    quarters,
    [deal('D-1', 170_000_000, 0.099), deal('D-2', 9_000, 0.5, 0.5)],
    'USD',
  )
  expect(said).toMatch(
    /^Q4 2026: one open opportunity of 170,000,000 USD \(D-1\) makes 99 % of what is expected/,
  )
  expect(said).toContain('a chance of 9.9 %')
  expect(others).toEqual([])
})

test('many of a size, or nothing expected, say nothing', () => {
  expect(dominating([{ label: 'Q4', mean: 30 }], [deal('a', 20, 0.5), deal('b', 20, 0.5)], 'EUR')).toEqual([])
  expect(dominating([{ label: 'Q4', mean: 0 }], [deal('a', 20, 0)], 'EUR')).toEqual([])
})
