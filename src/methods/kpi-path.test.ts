import { expect, test } from 'vitest'
import { calendarYear, periodsBetween } from './fiscal.ts'
import { courseOf, expectedOn, progressOf, seasonalPath, straightPath } from './kpi-path.ts'

const months = periodsBetween('2026-01-01', '2026-03-31', 'month', calendarYear)
const sum = { months, baseline: 900, target: 900, isCumulative: true }

test('a straight path of a sum takes equal steps a day and ends at its target', () => {
  // 31, 28 and 31 days of 90.
  expect(straightPath(sum).map((one) => one.value)).toEqual([310, 590, 900])
  expect(expectedOn(straightPath(sum), '2026-01-01', 0, '2026-01-10')).toBeCloseTo(100, 9)
  expect(expectedOn(straightPath(sum), '2026-01-01', 0, '2025-12-31')).toBeNull()
  expect(expectedOn(straightPath(sum), '2026-01-01', 0, '2026-06-30')).toBe(900)
})

test('a level moves from its baseline to its target, downwards, too', () => {
  const level = { months, baseline: 10, target: 1, isCumulative: false }
  expect(straightPath(level).map((one) => one.value)).toEqual([10 - 9 * (31 / 90), 10 - 9 * (59 / 90), 1])
  expect(progressOf(5.5, { ...level, better: 'down' }, 0.5)).toBe(0.5)
})

test('a seasonal path shares a sum out as the same months were before', () => {
  const path = seasonalPath(sum, [
    [10, 20],
    [30, 30],
    [40, 70],
  ])
  expect(path.map((one) => one.value)).toEqual([900 * (15 / 100), 900 * (45 / 100), 900])
  expect(() => seasonalPath(sum, [[1], [], [2]])).toThrow(/at least one earlier year/)
  expect(() => seasonalPath(sum, [[0], [0], [0]])).toThrow(/more than nothing/)
})

test('every path of a sum rises from nothing to its target without a step back', () => {
  for (let seed = 1; seed < 40; seed += 1) {
    const history = months.map((_, at) => [((seed * 7 + at * 13) % 11) + 1])
    const path = seasonalPath({ ...sum, target: seed * 10 }, history)
    const values = [0, ...path.map((one) => one.value)]
    values.slice(1).forEach((value, at) => {
      expect(value).toBeGreaterThanOrEqual(values[at]!)
    })
    expect(values.at(-1)).toBe(seed * 10)
  }
})

test.each([
  [106, 100, 'up', 'ahead'],
  [105, 100, 'up', 'on'],
  [95, 100, 'up', 'on'],
  [94, 100, 'up', 'behind'],
  [94, 100, 'down', 'ahead'],
  [106, 100, 'down', 'behind'],
  [0, 0, 'up', 'on'],
  [1, 0, 'up', 'ahead'],
] as const)('%d where %d was expected and %s is better: %s', (actual, expected, better, course) => {
  expect(courseOf(actual, expected, better, 0.05)).toBe(course)
})

test('of a sum of which less is better, progress is what has passed without exceeding it', () => {
  const cost = { baseline: 0, target: 1000, isCumulative: true, better: 'down' as const }
  expect(progressOf(400, cost, 500)).toBe(0.5)
  expect(progressOf(1000, cost, 500)).toBe(0.25)
  expect(progressOf(0, cost, 500)).toBe(0.5)
  // A season in which a tenth was meant to be spent by now: on its path it is a tenth of the way, not half.
  expect(progressOf(100, cost, 100)).toBe(0.1)
  expect(progressOf(200, cost, 100)).toBe(0.05)
  expect(progressOf(1, { ...cost, target: 0 }, 0)).toBeNull()
  expect(progressOf(300, { ...cost, better: 'up' }, 0.5)).toBe(0.3)
  expect(progressOf(1, { baseline: 5, target: 5, isCumulative: false, better: 'up' }, 0.5)).toBeNull()
})
