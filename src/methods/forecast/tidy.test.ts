import { describe, expect, test } from 'vitest'
import { passengers, told, uneven } from './fixtures.ts'
import { lastingShifts, tidy } from './index.ts'

const changed = (values: readonly number[], at: number, by: number) =>
  values.map((value, index) => (index === at ? value + by : value))
const tidied = (values: readonly number[], period = 1) =>
  tidy(values, { period, shifts: lastingShifts(values, period) })

describe('extremes and shifts of level', () => {
  test('a series without either is left as it is', () => {
    for (const [values, period] of [
      [uneven, 1],
      [passengers, 12],
      [uneven.slice(0, 11), 1],
    ] as const) {
      const { values: left, pulledIn } = tidied(values, period)
      expect(pulledIn).toEqual([])
      left.forEach((value, at) => {
        expect(value).toBeCloseTo(values[at]!, 8)
      })
    }
  })

  test.each([5, 20, 37])('one month far off, at %i, is pulled in to its bound and nothing else is', (at) => {
    const { values, pulledIn } = tidied(changed(uneven, at, 300))
    expect(pulledIn.map(({ index }) => index)).toEqual([at])
    expect(pulledIn[0]!.from).toBe(uneven[at]! + 300)
    expect(Math.abs(values[at]! - uneven[at]!)).toBeLessThan(40)
    expect(values.filter((_, index) => index !== at)).toEqual(uneven.filter((_, index) => index !== at))
  })

  test('a month far off within a season is told from the season', () => {
    const [first, ...others] = tidied(changed(passengers, 100, 600), 12).pulledIn.sort(
      (a, b) => b.from - b.to - (a.from - a.to),
    )
    expect(first?.index).toBe(100)
    expect(first?.to).toBeLessThan(500)
    for (const { from, to } of others) expect(Math.abs(from - to) / from).toBeLessThan(0.1)
    expect(others.length).toBeLessThan(2)
  })

  test('three at the end on one side are a new level and stay', () => {
    const risen = uneven.map((value, at) => (at >= 37 ? value + 300 : value))
    expect(tidied(risen).pulledIn).toEqual([])
  })

  test('a lasting step is found, and what lies before it is moved along', () => {
    const flat = uneven.map((value, t) => value - t)
    const stepped = flat.map((value, t) => (t >= 30 ? value + 100 : value))
    const { shift, values, pulledIn } = tidied(stepped)
    expect(pulledIn).toEqual([])
    expect(shift?.since).toBe(30)
    expect(shift!.after - shift!.before).toBeGreaterThan(90)
    expect(shift!.after - shift!.before).toBeLessThan(110)
    expect(Math.abs(values[0]! - flat[0]! - 100)).toBeLessThan(10)
  })

  test('scaled, so is what is left', () => {
    const plain = tidied(changed(uneven, 20, 300)).values
    tidied(changed(uneven, 20, 300).map((value) => value * 7)).values.forEach((value, at) => {
      expect(value).toBeCloseTo(plain[at]! * 7, 6)
    })
  })
})

describe('a forecast from what is left', () => {
  const spoilt = changed(uneven, 38, 400)
  const options = { period: 1, horizon: 3 }
  const clean = told(uneven, options).points[0]!.point

  test('is nearer to the one without the extreme, and says what it changed', () => {
    const kept = told(spoilt, options)
    const pulled = told(spoilt, { ...options, outliers: 'pulled in' })
    expect(kept.tidied).toBe(null)
    expect(Math.abs(pulled.points[0]!.point - clean)).toBeLessThan(
      Math.abs(kept.points[0]!.point - clean) / 2,
    )
    expect(pulled.tidied?.pulledIn.map(({ index }) => index)).toEqual([38])
  })

  test('still counts the extreme among what came: its limits are no narrower than on a clean series', () => {
    const width = ({ hi95, lo95 }: { hi95: number; lo95: number }) => hi95 - lo95
    const pulled = told(spoilt, { ...options, outliers: 'pulled in' }).points[0]!
    expect(width(pulled)).toBeGreaterThanOrEqual(width(told(uneven, options).points[0]!))
  })

  test('with the option off nothing is different', () => {
    expect(told(spoilt, { ...options, outliers: 'kept' })).toEqual(told(spoilt, options))
  })
})
