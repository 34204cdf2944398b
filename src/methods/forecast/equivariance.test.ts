import { describe, expect, test } from 'vitest'
import { passengers, told, uneven } from './fixtures.ts'
import { methods, pointForecast } from './index.ts'

describe('properties', () => {
  test.each(methods)('%s moves with the series: shifted or scaled, so is the forecast', (method) => {
    const of = (values: readonly number[]) => pointForecast(values, { method, period: 1, horizon: 4 })
    const plain = of(uneven)
    of(uneven.map((value) => value + 1000)).forEach((point, h) => {
      expect(point).toBeCloseTo(plain[h]! + 1000, 5)
    })
    of(uneven.map((value) => value + 1e9)).forEach((point, h) => {
      expect(point - 1e9).toBeCloseTo(plain[h]!, 2)
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
    const plain = told(low, { period: 12, horizon: 6 })
    expect(plain.season.kind).toBe('additive')
    told(lower, { period: 12, horizon: 6 }).points.forEach(({ point }, h) => {
      expect(point + 300).toBeCloseTo(plain.points[h]!.point, 5)
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
