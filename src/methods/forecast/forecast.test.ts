import { describe, expect, test } from 'vitest'
import {
  classicalSeason,
  type Forecast,
  forecast,
  isSeasonal,
  mae,
  mape,
  mase,
  methods,
  pointForecast,
  rmse,
} from './index.ts'

// International airline passengers in thousands by month, 1949–1960: Box & Jenkins 1976, series G.
const passengers = `
  112 118 132 129 121 135 148 148 136 119 104 118   115 126 141 135 125 149 170 170 158 133 114 140
  145 150 178 163 172 178 199 199 184 162 146 166   171 180 193 181 183 218 230 242 209 191 172 194
  196 196 236 235 229 243 264 272 237 211 180 201   204 188 235 227 234 264 302 293 259 229 203 229
  242 233 267 269 270 315 364 347 312 274 237 278   284 277 317 313 318 374 413 405 355 306 271 306
  315 301 356 348 355 422 465 467 404 347 305 336   340 318 362 348 363 435 491 505 404 359 310 337
  360 342 406 396 420 472 548 559 463 407 362 405   417 391 419 461 472 535 622 606 508 461 390 432`
  .trim()
  .split(/\s+/)
  .map(Number)

function told(values: readonly number[], options: Parameters<typeof forecast>[1]): Forecast {
  const answer = forecast(values, options)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

const pointsOf = (values: readonly number[], period = 1) =>
  told(values, { period, horizon: 6 }).points.map(({ point }) => point)

// An uneven series without a season: the last digits of squares, sixths and sevenths.
const uneven = Array.from({ length: 40 }, (_, t) => 50 + t + ((t * t) % 10) - ((t * 5) % 6) + ((t * 3) % 7))

describe('airline passengers', () => {
  test('are typed as published', () => {
    expect(passengers.length).toBe(144)
    expect(passengers.reduce((sum, value) => sum + value, 0)).toBe(40363)
  })

  test.each([
    [12, '47.833', '50.708', '9.988', '1.5709'],
    [24, '71.250', '76.995', '15.523', '2.4935'],
  ])(
    'the last %i months repeated from a year before miss by MAE %s',
    (horizon, error, root, percent, scaled) => {
      const known = passengers.slice(0, -horizon)
      const came = passengers.slice(-horizon)
      const naive = pointForecast(known, { method: 'seasonal naive', period: 12, horizon })
      expect(mae(came, naive).toFixed(3)).toBe(error)
      expect(rmse(came, naive).toFixed(3)).toBe(root)
      expect(mape(came, naive)!.toFixed(3)).toBe(percent)
      expect(mase(came, naive, known, 12)!.toFixed(4)).toBe(scaled)
    },
  )

  test('have a multiplicative season of 12 with its height in July and its depth in November', () => {
    expect(isSeasonal(passengers, 12)).toBe(true)
    const { kind, factors } = classicalSeason(passengers, 12)
    expect(kind).toBe('multiplicative')
    expect(factors.indexOf(Math.max(...factors))).toBe(6)
    expect(factors.indexOf(Math.min(...factors))).toBe(10)
    // The seasonal figures of R's decompose(AirPassengers, "multiplicative").
    expect(factors.slice(6, 8).map((factor) => factor.toFixed(4))).toEqual(['1.2266', '1.2199'])
    expect(factors.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 10)
  })

  // Reckoned once with a separate program: methods without a published number.
  test.each([
    ['theta', '5.321'],
    ['holt', '3.901'],
  ] as const)('the year 1960 is missed by %s by a MAPE of %s %%', (method, percent) => {
    const points = pointForecast(passengers.slice(0, 132), { method, period: 12, horizon: 12 })
    expect(mape(passengers.slice(132), points)!.toFixed(3)).toBe(percent)
  })

  test('eleven months of 1960 lie within their 95 % limits', () => {
    const { points, season, notices } = told(passengers.slice(0, 132), { period: 12, horizon: 12 })
    const held = points.filter(
      ({ lo95, hi95 }, h) => lo95 <= passengers[132 + h]! && passengers[132 + h]! <= hi95,
    )
    expect(season.kind).toBe('multiplicative')
    expect(held.length).toBe(11)
    expect(notices).toEqual([])
  })
})

describe('seasons', () => {
  test('zeros make a season additive', () => {
    const values = Array.from({ length: 24 }, (_, t) => [0, 2, 7, 3][t % 4]!)
    expect(classicalSeason(values, 4)).toEqual({ kind: 'additive', factors: [-3, -1, 4, 0] })
    expect(pointsOf(values, 4).map((point) => Number(point.toFixed(6)))).toEqual([0, 2, 7, 3, 0, 2])
  })

  test('an odd season over a line is found exactly', () => {
    const values = Array.from({ length: 15 }, (_, t) => t - 7 + [1, -1, 0][t % 3]!)
    expect(classicalSeason(values, 3).factors.map((one) => Number(one.toFixed(9)))).toEqual([1, -1, 0])
  })

  test('a line has no season, and fewer than three seasons cannot show one', () => {
    expect(isSeasonal(uneven, 12)).toBe(false)
    expect(isSeasonal(passengers.slice(0, 35), 12)).toBe(false)
    expect(() => classicalSeason(passengers.slice(0, 23), 12)).toThrow('needs 24 values')
  })
})

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
    expect(pointsOf(new Array(30).fill(0))).toEqual([0, 0, 0, 0, 0, 0])
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

describe('properties', () => {
  test.each(methods)('%s moves with the series: shifted or scaled, so is the forecast', (method) => {
    const of = (values: readonly number[]) => pointForecast(values, { method, period: 1, horizon: 4 })
    const plain = of(uneven)
    of(uneven.map((value) => value + 1000)).forEach((point, h) => {
      expect(point).toBeCloseTo(plain[h]! + 1000, 5)
    })
    of(uneven.map((value) => value * -3)).forEach((point, h) => {
      expect(point).toBeCloseTo(plain[h]! * -3, 5)
    })
  })

  test('with a multiplicative season points and limits scale with the series', () => {
    const plain = told(passengers, { period: 12, horizon: 12 })
    const scaled = told(
      passengers.map((value) => value * 1000),
      { period: 12, horizon: 12 },
    )
    scaled.points.forEach(({ point, lo95, hi80 }, h) => {
      expect(point / 1000).toBeCloseTo(plain.points[h]!.point, 5)
      expect(lo95 / 1000).toBeCloseTo(plain.points[h]!.lo95, 5)
      expect(hi80 / 1000).toBeCloseTo(plain.points[h]!.hi80, 5)
    })
  })

  test('with an additive season points shift with the series', () => {
    const low = passengers.map((value) => value - 400)
    const lower = passengers.map((value) => value - 700)
    pointsOf(lower, 12).forEach((point, h) => {
      expect(point + 300).toBeCloseTo(pointsOf(low, 12)[h]!, 5)
    })
  })

  test('limits are nested and never narrow as the forecast looks farther', () => {
    const { points } = told(uneven, { period: 1, horizon: 12 })
    points.forEach(({ point, lo80, hi80, lo95, hi95 }) => {
      expect([lo95, lo80, point, hi80, hi95]).toEqual([lo95, lo80, point, hi80, hi95].sort((a, b) => a - b))
    })
    const widths = points.map(({ lo80, hi80 }) => hi80 - lo80)
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
  })

  test('a straight line is carried on by Holt exactly', () => {
    const line = Array.from({ length: 20 }, (_, t) => 3 + 2 * t)
    pointForecast(line, { method: 'holt', period: 1, horizon: 3 }).forEach((point, h) => {
      expect(point).toBeCloseTo(43 + 2 * h, 6)
    })
  })
})
