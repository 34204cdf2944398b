import { describe, expect, test } from 'vitest'
import { change, figure, verdict } from './figure.ts'
import { bytes, money, moneyMinor, percent } from './number.ts'
import { absolute, day, duration, relative } from './when.ts'

describe('money', () => {
  test.each([
    [9999.5, 'USD', '$9,999.50'],
    [10_000.49, 'USD', '$10,000'],
    [-25_000, 'EUR', '−€25,000'],
    [0, 'USD', '$0.00'],
    [1200, 'JPY', '¥1,200'],
  ])('%d %s reads %s', (amount, currency, words) => expect(money(amount, currency)).toBe(words))

  test('minor units follow the currency: the yen has none', () => {
    expect(moneyMinor(129_900, 'USD')).toBe('$1,299.00')
    expect(moneyMinor(1299, 'JPY')).toBe('¥1,299')
  })
})

describe('figures', () => {
  test.each([
    [0.631501, 'ratio', '63.2 %'],
    [0.00425, 'ratio', '0.43 %'],
    [0, 'ratio', '0.0 %'],
    [10_005_534, 'money', '$10,005,534'],
    [14, 'days', '14 days'],
    [1, 'days', '1 day'],
    [8000, 'count', '8,000'],
    [0.00421, 'count', '0.0042'],
    [0.5, 'count', '0.5'],
  ] as const)('%d as %s reads %s', (value, unit, words) => expect(figure(value, unit)).toBe(words))

  test.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('%s reads n/a', (value) => {
    expect(figure(value, 'ratio')).toBe('n/a')
  })

  test('a share changes by points, the rest by per cent of what it was', () => {
    expect(change(0.63, 0.66, 'ratio')?.text).toBe('−3 pts')
    expect(change(8000, 6900, 'count')?.text).toBe('+15.9 %')
    expect(change(1, 1, 'count')?.text).toBe('±0 %')
  })

  test('there is no change against nothing or against zero', () => {
    expect(change(5, 0, 'count')).toBeNull()
    expect(change(5, null, 'count')).toBeNull()
  })

  test.each([
    [1, 'up', 'good'],
    [-1, 'up', 'bad'],
    [-1, 'down', 'good'],
    [1, 'none', 'none'],
    [0, 'up', 'same'],
  ] as const)('a rise of %d where better is %s is %s', (rise, better, words) => {
    expect(verdict(rise, better)).toBe(words)
  })

  test('percentages and sizes have a unit', () => {
    expect(percent(0.10525)).toBe('10.5 %')
    expect(bytes(0)).toBe('0 B')
    expect(bytes(5_300_000_000)).toBe('5.3 GB')
  })
})

describe('time', () => {
  test('reads relative to now and exact in the zone of the organisation', () => {
    expect(relative('2026-01-01T00:00:00Z', '2026-01-04T00:00:00Z')).toBe('3 days ago')
    expect(relative('2026-01-01T00:00:05Z', '2026-01-01T00:00:00Z')).toBe('now')
    expect(absolute('2026-07-01T22:30:00Z', 'Europe/Zagreb')).toMatch(/Jul 2, 2026, 00:30 (GMT\+2|CEST)/)
  })

  test('a calendar day belongs to no zone', () => expect(day('2018-01-31')).toBe('Jan 31, 2018'))

  test.each([
    [12, '12 s'],
    [74, '1 min'],
    [11_400, '3 h 10 min'],
    [7200, '2 h'],
  ])('%d seconds read %s', (seconds, words) => expect(duration(seconds)).toBe(words))
})
