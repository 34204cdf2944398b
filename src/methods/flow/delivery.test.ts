import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData } from '../../test/shared.ts'
import { randomFrom } from '../random.ts'
import {
  chanceWithin,
  daysAt,
  daysToFinish,
  itemsAt,
  itemsWithin,
  oneByOne,
  whyNotDelivery,
} from './index.ts'

const history = [0, 1, 2, 0, 1, 3, 1, 0, 2, 1]
const shares = [0.5, 0.7, 0.85, 0.95]

describe('when twenty items are done', () => {
  const exact = daysToFinish(history, 20, { seed: 1 })

  test('exactly, by convolution', () => {
    expect(exact.method).toBe('exact')
    expect(shares.map((share) => daysAt(exact, share))).toEqual([18, 20, 22, 25])
    expect([18, 20, 22].map((day) => chanceWithin(exact, day).toFixed(6))).toEqual([
      '0.521598',
      '0.718333',
      '0.856212',
    ])
  })

  test('by a hundred thousand trials the same, within what chance leaves', () => {
    const tried = daysToFinish(history, 20, { seed: 7, isSimulated: true })
    expect(tried.trials).toBe(100_000)
    expect(shares.map((share) => daysAt(tried, share))).toEqual([18, 20, 22, 25])
    for (let day = 0; day < 40; day += 1)
      expect(Math.abs(chanceWithin(tried, day) - chanceWithin(exact, day))).toBeLessThan(0.006)
  })

  test('the same seed gives the same days', () => {
    const draw = () => daysToFinish(history, 700, { seed: 3, trials: 3_000 })
    expect(draw()).toEqual(draw())
  })
})

test('how many are done within fourteen days', () => {
  const exact = itemsWithin(history, 14, { seed: 1 })
  expect([0.5, 0.85, 0.95].map((share) => itemsAt(exact, share))).toEqual([15, 12, 10])
  const tried = itemsWithin(history, 14, { seed: 5, isSimulated: true })
  expect([0.5, 0.85, 0.95].map((share) => itemsAt(tried, share))).toEqual([15, 12, 10])
})

test('days and items are two sides of one chance: T ≤ d exactly when S(d) ≥ n', () => {
  const random = randomFrom(11)
  for (let round = 0; round < 20; round += 1) {
    const past = Array.from({ length: 12 }, () => Math.floor(random() * 4))
    past[0] = 1
    const items = 1 + Math.floor(random() * 30)
    const days = 1 + Math.floor(random() * 40)
    const within = itemsWithin(past, days, { seed: 1 }).chances[items] ?? 0
    expect(chanceWithin(daysToFinish(past, items, { seed: 1 }), days)).toBeCloseTo(within, 9)
  }
})

test('a growing scope takes longer, and one that grows as fast as it is done never ends', () => {
  const still = daysToFinish(history, 20, { seed: 1, isSimulated: true })
  const added = [0, 0, 1, 0, 0, 1, 0, 1, 0, 0]
  const growing = daysToFinish(history, 20, { seed: 1, added })
  const splitting = daysToFinish(history, 20, { seed: 1, splits: [1, 1, 2] })
  expect(daysAt(growing, 0.85)!).toBeGreaterThan(daysAt(still, 0.85)!)
  expect(daysAt(splitting, 0.85)!).toBeGreaterThan(daysAt(still, 0.85)!)
  expect(daysAt(daysToFinish(history, 20, { seed: 1, trials: 50, added: history }), 0.5)).toBeNull()
})

test('days without anything done stay in: leaving them out would promise too much', () => {
  const days = daysAt(daysToFinish(history, 20, { seed: 1 }), 0.85)!
  const busy = history.filter((count) => count > 0)
  const flattered = daysAt(daysToFinish([...busy, ...busy], 20, { seed: 1 }), 0.85)!
  expect(flattered).toBeLessThan(days)
})

test.each([
  [history.slice(0, 9), 5, 'at least 10 days of history; there are 9'],
  [new Array<number>(30).fill(0), 5, 'Nothing was finished in the last 30 days'],
  [[...history, 1.5], 5, 'Day 11 of the history says 1.5 items'],
  [[...history, -1], 5, 'Day 11 of the history says -1 items'],
  [[...history, Number.NaN], 5, 'Day 11 of the history says NaN items'],
  [history, 0, '“0” items cannot be forecast'],
  [history, 1e9, '“1000000000” items cannot be forecast'],
])('refuses %j for %d items', (past, items, sentence) => {
  expect(whyNotDelivery(past, items)).toContain(sentence)
  expect(() => daysToFinish(past, items, { seed: 1 })).toThrow(sentence)
})

test('refuses additions that do not fit the history, and splits into nothing', () => {
  expect(() => daysToFinish(history, 5, { seed: 1, added: [1] })).toThrow('for the same days')
  expect(() => daysToFinish(history, 5, { seed: 1, splits: [0] })).toThrow('whole numbers from 1')
})

const data = sharedData()

// Cycle times of a real project, R. Rüedlinger, monte-carlo-simulation (MIT): its notebooks print these figures.
describe.skipIf(!data)('thirty items one after another, from the cycle times of a real project', () => {
  const rows = data
    ? readFileSync(join(data, 'cycle-times/data.csv'), 'utf8').trim().split('\n').slice(1)
    : []
  const cycleTimes = rows
    .map((row) => row.split(','))
    .filter(([, group, days, created]) => group === '0' && Number(days) > -1 && created! > '2017-12-31')
    .map(([, , days]) => Number(days))

  test('the project is the published one', () => {
    const mean = cycleTimes.reduce((sum, days) => sum + days, 0) / cycleTimes.length
    expect(cycleTimes.length).toBe(51)
    expect(mean.toFixed(6)).toBe('3.705882')
  })

  test('nine in ten times within the published 140 to 143 days, exactly and by trials', () => {
    const exact = oneByOne(cycleTimes, 30, { seed: 1 })
    const tried = oneByOne(cycleTimes, 30, { seed: 1, isSimulated: true })
    expect([exact.method, tried.method]).toEqual(['exact', 'simulated'])
    for (const { days } of [exact, tried]) {
      expect(days(0.9)).toBeGreaterThanOrEqual(140)
      expect(days(0.9)).toBeLessThanOrEqual(143)
    }
    expect(Math.abs(exact.days(0.5) - tried.days(0.5))).toBeLessThanOrEqual(1)
  })
})

test('half days are drawn, not rounded', () => {
  const times = new Array<number>(10).fill(0.5)
  expect(oneByOne(times, 4, { seed: 1 }).days(0.9)).toBe(2)
  expect(() => oneByOne([1, 2], 4, { seed: 1 })).toThrow('at least 10 finished items')
})
