import { describe, expect, test } from 'vitest'
import { told, uneven } from './fixtures.ts'
import { forecast } from './index.ts'

describe('refusals and notices', () => {
  test.each([
    [[], 'A forecast needs at least 3 values, and there are 0: come back with more periods.'],
    [[4], 'A forecast needs at least 3 values, and there is 1: come back with more periods.'],
    [[4, 5, Number.NaN, 6], 'Value 3 of 4 is not a number: fill the gap, or begin after it.'],
    [[Number.POSITIVE_INFINITY, 5, 6], 'Value 1 of 3 is not a number: fill the gap, or begin after it.'],
  ])('%j is refused', (values, refused) => {
    expect(forecast(values, { period: 12, horizon: 3 })).toEqual({ refused })
  })

  test.each([
    ['period', { period: 0, horizon: 3 }],
    ['horizon', { period: 12, horizon: 2.5 }],
  ])('a %s that is no whole number above 0 is a mistake', (name, options) => {
    expect(() => forecast(uneven, options)).toThrow(
      `The ${name} of a forecast must be a whole number above 0`,
    )
  })

  test('five values are repeated within wide limits', () => {
    const { method, points, notices } = told([10, 12, 11, 13, 12], { period: 12, horizon: 2 })
    expect(method).toBe('naive')
    // Moves 2, −1, 2, −1: root mean square √2.5; Student's t with 3 degrees of freedom 1.6377 and 3.1824.
    expect(points[0]!.point).toBe(12)
    expect(points[0]!.hi80).toBeCloseTo(12 + 1.6377 * Math.sqrt(2.5), 3)
    expect(points[1]!.lo95).toBeCloseTo(12 - 3.1824 * Math.sqrt(5), 3)
    expect(notices).toEqual([
      'With 5 values this repeats the last one; the limits are wide because so little is known.',
    ])
  })

  test.each([
    [12, 'There are fewer than 18 values, so no trend is read from them.'],
    [12, "Only 21 errors of the past are known, so the 95 % limits rest on Student's t."],
    [23, 'There are fewer than two seasons of 12, so no season is assumed.'],
    [30, 'A season of 12 can be tested only after three of them, so none is assumed yet.'],
    [30, 'The past is long enough to test 15 steps ahead; limits beyond that are extended from there.'],
  ])('%i months are forecast with the notice: %s', (length, notice) => {
    const { notices } = told(uneven.slice(0, length), { period: 12, horizon: 18 })
    expect(notices).toContain(notice)
  })

  test('a constant series stays where it is, and says that no width is no promise', () => {
    const { points, hasShifted, notices } = told(new Array(30).fill(0.1), { period: 12, horizon: 3 })
    expect(points.every(({ lo95, hi95 }) => Math.abs(lo95 - 0.1) + Math.abs(hi95 - 0.1) < 1e-9)).toBe(true)
    expect(hasShifted).toBe(false)
    expect(notices[0]).toMatch(/^The series has never moved/)
    const still = told(new Array(30).fill(0), { period: 1, horizon: 2 })
    expect(still.points.map(({ point, hi95 }) => [point, hi95])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  test('counts and their limits never fall below 0', () => {
    const falling = [90, 70, 66, 50, 44, 30, 22, 15, 12, 6, 4, 2, 3, 1, 0, 1, 0, 0, 1, 0]
    const { points } = told(falling, { period: 1, horizon: 6, isCount: true })
    expect(Math.min(...points.flatMap(({ point, lo80, lo95 }) => [point, lo80, lo95]))).toBe(0)
    expect(told(falling, { period: 1, horizon: 6 }).points[0]!.lo95).toBeLessThan(0)
  })

  test('six values in a row above what was expected are called a possible shift', () => {
    const risen = [...uneven.slice(0, 34).map((value, t) => value - t), 70, 84, 98, 112, 126, 140]
    const { hasShifted, notices } = told(risen, { period: 1, horizon: 3 })
    expect(hasShifted).toBe(true)
    expect(notices).toContain(
      'The newest six values all came in above what was expected: the level may have shifted.',
    )
    expect(told(uneven, { period: 1, horizon: 3 }).hasShifted).toBe(false)
  })
})
