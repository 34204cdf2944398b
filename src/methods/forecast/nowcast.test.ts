import { describe, expect, test } from 'vitest'
import { passengers, told } from './fixtures.ts'
import { type Nowcast, nowcast, type Running } from './index.ts'

const seen = (running: Running): Nowcast => {
  const answer = nowcast(running)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

// Airline passengers by quarter, seen after the first of its three months.
const quarters = Array.from({ length: 48 }, (_, q) => passengers.slice(3 * q, 3 * q + 3))
const first = quarters.map(([month]) => month!)
const whole = quarters.map((months) => months.reduce((sum, value) => sum + value, 0))

describe('a period that still runs', () => {
  test('has usually brought half by now: twice as much is expected, within limits that held', () => {
    const totals = [20, 24, 20, 24, 20, 24, 20, 24]
    const reached = [10, 12, 10, 12, 11, 11, 10, 12]
    const { point, share, looks, mae, asSeen } = seen({ soFar: 11, reached, totals, period: 1 })
    // By hand: 88 of 176; looks back at the fifth to the eighth, shares 44/88, 55/108, 66/132, 76/152.
    expect(share).toBe(0.5)
    expect(point).toBe(22)
    expect(asSeen.slice(0, 4)).toEqual([null, null, null, null])
    expect(asSeen.slice(4).map((one) => one?.toFixed(6))).toEqual([
      '22.000000',
      '21.600000',
      '20.000000',
      '24.000000',
    ])
    expect(looks).toBe(4)
    expect(mae).toBeCloseTo((2 + 2.4) / 4, 10)
  })

  test('the last airline quarter is nearer after its first month than a forecast was before it', () => {
    const past = { reached: first.slice(0, -1), totals: whole.slice(0, -1) }
    const { point, lo95, hi95, isNearer, mae, aheadMae } = seen({ soFar: first.at(-1)!, ...past, period: 4 })
    // Reckoned by hand: twelve quarters before 1960 Q4, first months 4,590 of 14,076 in all.
    const share = first.slice(-13, -1).reduce((a, b) => a + b) / whole.slice(-13, -1).reduce((a, b) => a + b)
    expect(point).toBeCloseTo(461 / share, 8)
    expect(lo95).toBeLessThanOrEqual(whole.at(-1)!)
    expect(hi95).toBeGreaterThanOrEqual(whole.at(-1)!)
    expect(isNearer).toBe(true)
    // The first is reckoned apart from this code, the shares of up to twelve quarters before each; the second is what
    // the usual method, tested by itself, comes to on the same 43 quarters.
    expect([mae, aheadMae].map((error) => error.toFixed(4))).toEqual(['43.3476', '65.8050'])
  })

  test('four in five totals lie within the 80 % limits the quarters before them gave', () => {
    const held = whole.slice(12).map((total, at) => {
      const end = at + 12
      const { lo80, hi80 } = seen({
        soFar: first[end]!,
        reached: first.slice(0, end),
        totals: whole.slice(0, end),
        period: 1,
      })
      return lo80 <= total && total <= hi80
    })
    expect(held.filter(Boolean).length / held.length).toBeGreaterThanOrEqual(0.75)
  })

  test('twice the numbers give twice the nowcast and its limits', () => {
    const plain = seen({ soFar: 400, reached: first, totals: whole, period: 4 })
    const twice = (values: readonly number[]) => values.map((value) => value * 2)
    const double = seen({ soFar: 800, reached: twice(first), totals: twice(whole), period: 4 })
    for (const name of ['point', 'lo80', 'hi80', 'lo95', 'hi95'] as const)
      expect(double[name]).toBeCloseTo(plain[name] * 2, 6)
  })

  test('what only grows cannot end below what is there', () => {
    const totals = [10, 30, 10, 30, 10, 30, 10, 30, 10]
    const { lo95, point } = seen({ soFar: 9, reached: [9, 9, 9, 9, 9, 9, 9, 9, 9], totals, period: 1 })
    expect(lo95).toBe(9)
    expect(point).toBeGreaterThanOrEqual(9)
  })

  test('says no more than the forecast where its days tell nothing', () => {
    const totals = Array.from({ length: 20 }, () => 100)
    const reached = totals.map((_, at) => (at % 2 === 0 ? 5 : 60))
    expect(seen({ soFar: 5, reached, totals, period: 1 }).isNearer).toBe(false)
  })

  test.each([
    [
      '7 whole periods',
      { reached: [1, 1, 1, 1, 1, 1, 1], totals: [2, 2, 2, 2, 2, 2, 2] },
      /known after 8 whole periods, and there are 7/,
    ],
    [
      'nothing by that day',
      { reached: new Array(9).fill(0), totals: new Array(9).fill(4) },
      /nothing had come in by that day/,
    ],
    [
      'a gap',
      { reached: new Array(9).fill(1), totals: [...new Array(8).fill(4), Number.NaN] },
      /is not a number/,
    ],
  ])('is not guessed at with %s', (_, past, reason) => {
    const answer = nowcast({ soFar: 1, ...past, period: 1 })
    expect('refused' in answer && answer.refused).toMatch(reason)
  })

  test('a forecast that goes on from it has limits that count how wrong it was', () => {
    const now = seen({
      soFar: first.at(-1)!,
      reached: first.slice(0, -1),
      totals: whole.slice(0, -1),
      period: 4,
    })
    const sure = told([...whole.slice(0, -1), now.point], { period: 4, horizon: 2 })
    const honest = told([...whole.slice(0, -1), now.point], {
      period: 4,
      horizon: 2,
      asSeen: [...now.asSeen, now.point],
    })
    expect(honest.points.map(({ point }) => point)).toEqual(sure.points.map(({ point }) => point))
    expect(honest.points[0]!.hi80).not.toBe(sure.points[0]!.hi80)
  })
})
