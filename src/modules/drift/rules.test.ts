import { expect, test } from 'vitest'
import { distanceOf, responseOf, untracedMinutes, untracedRate, urgencyOf } from './rules.ts'

test.each([
  [25, 100, 0.25],
  [0, 100, 0],
  [0, 0, null],
])('%i of %i that lead nowhere are %s', (untraced, total, rate) => {
  expect(untracedRate(untraced, total)).toBe(rate)
})

test.each([
  [600, 300, 200, { total: 600, untraced: 400 }],
  [600, 900, 900, { total: 900, untraced: 0 }],
  [0, 0, 0, { total: 0, untraced: 0 }],
])('of %i minutes, %i given and %i traced: %j', (capacity, given, traced, expected) => {
  expect(untracedMinutes(capacity, given, traced)).toEqual(expected)
})

test('the distance is the mean of the parts that are known', () => {
  const part = (rate: number | null) => ({ name: '', rate })
  expect(distanceOf([part(0.2), part(null), part(0.6)])).toBeCloseTo(0.4)
  expect(distanceOf([part(null)])).toBeNull()
})

test('a response is told by those who answered, and those who have not are counted', () => {
  const answers = [{ on: '2026-05-11' }, { on: '2026-05-01' }, { on: '2026-05-03' }, { on: null }]
  expect(responseOf(answers, '2026-05-01')).toEqual({
    ...{ all: 4, answered: 3, old: 1, medianDays: 2, longestDays: 10, rate: 0.25 },
  })
  expect(responseOf([], '2026-05-01')).toMatchObject({ medianDays: null, longestDays: null, rate: null })
  expect(responseOf([{ on: '2026-05-02' }, { on: '2026-05-05' }], '2026-05-01').medianDays).toBe(2.5)
})

test.each([
  [null, null, null, 'now'],
  [null, null, 3, 'calm'],
  [0.1, 0, 90, 'calm'],
  [0.1, 0.2, 30, 'calm'],
  [0.1, 0.2, 31, 'soon'],
  [0.1, 0.5, 31, 'now'],
  [0.25, 0, 1, 'soon'],
  [0.5, 0, 1, 'now'],
] as const)(
  'a distance of %s with %s on an older version after %s days is %s',
  (distance, oldRate, daysSince, level) => {
    expect(urgencyOf({ distance, oldRate, daysSince }).level).toBe(level)
  },
)

test('the reason names what is far off', () => {
  expect(urgencyOf({ distance: 0.461, oldRate: 0.5, daysSince: 40 }).says).toBe(
    'Act now: the distance is 46 %. 50 % of what runs still rests on an older version, 40 days after the change.',
  )
})
