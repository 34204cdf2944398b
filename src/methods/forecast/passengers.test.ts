import { describe, expect, test } from 'vitest'
import { passengers, told, uneven } from './fixtures.ts'
import {
  autocorrelations,
  classicalSeason,
  isSeasonal,
  mae,
  mape,
  mase,
  pointForecast,
  rmse,
} from './index.ts'

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
  test('autocorrelations by hand, and none of a constant', () => {
    // Gaps from the mean −1.5, −0.5, 0.5, 1.5: squares 5, products 0.75 − 0.25 + 0.75 and −0.75 − 0.75.
    const [first, second] = autocorrelations([1, 2, 3, 4], 2)
    expect(first).toBeCloseTo(0.25, 12)
    expect(second).toBeCloseTo(-0.3, 12)
    expect(autocorrelations([0.1, 0.1, 0.1, 0.1], 2)).toEqual([0, 0])
  })

  test('zeros make a season additive', () => {
    const values = Array.from({ length: 24 }, (_, t) => [0, 2, 7, 3][t % 4]!)
    expect(classicalSeason(values, 4)).toEqual({ kind: 'additive', factors: [-3, -1, 4, 0] })
    expect(
      told(values, { period: 4, horizon: 6 }).points.map(({ point }) => Number(point.toFixed(6))),
    ).toEqual([0, 2, 7, 3, 0, 2])
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
