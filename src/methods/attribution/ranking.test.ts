import { describe, expect, test } from 'vitest'
import { rankChannels, spearman } from './ranking.ts'

describe('ranking over models', () => {
  const ranking = rankChannels(
    new Map([
      [
        'first',
        new Map([
          ['ads', 0.5],
          ['events', 0.3],
          ['__proto__', 0.2],
        ]),
      ],
      [
        'last',
        new Map([
          ['ads', 0.6],
          ['events', 0.1],
          ['__proto__', 0.1 + 1e-15],
          ['direct', 0.2],
        ]),
      ],
    ]),
  )

  test('the range and ranks of every channel, equal shares sharing the better rank', () => {
    expect(ranking).toEqual([
      { channel: 'ads', min: 0.5, max: 0.6, ranks: [1, 1], dependsOnModel: false },
      { channel: 'events', min: 0.1, max: 0.3, ranks: [2, 3], dependsOnModel: true },
      { channel: '__proto__', min: 0.1 + 1e-15, max: 0.2, ranks: [3, 3], dependsOnModel: false },
      { channel: 'direct', min: 0, max: 0.2, ranks: [4, 2], dependsOnModel: true },
    ])
  })

  test('no models rank nothing, and a share must be a number', () => {
    expect(rankChannels(new Map())).toEqual([])
    expect(() => rankChannels(new Map([['first', new Map([['ads', Number.NaN]])]]))).toThrow(/ranked/)
  })
})

describe('Spearman', () => {
  test('intelligence and television hours correlate at −29/165', () => {
    const intelligence = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    expect(spearman(intelligence, hours)).toBeCloseTo(-29 / 165, 12)
  })

  test('the same order is 1, the opposite −1, whatever the distances', () => {
    expect(spearman([1, 2, 3], [10, 11, 900])).toBe(1)
    expect(spearman([1, 2, 3], [3, 2, 1])).toBe(-1)
  })

  test('equal numbers share their mean rank', () => {
    expect(spearman([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12)
  })

  test('without an order there is no correlation, without pairs an error', () => {
    expect(spearman([1, 1], [1, 2])).toBeNull()
    expect(spearman([], [])).toBeNull()
    expect(() => spearman([1], [1, 2])).toThrow(/in pairs/)
  })
})
