import { describe, expect, test } from 'vitest'
import { backtest, mae, mape, mase, msis, naiveError, owa, rmse, smape } from './index.ts'

describe('measures by hand', () => {
  const actual = [100, 200]
  const told = [110, 160]

  test('errors of 10 and 40', () => {
    expect(mae(actual, told)).toBe(25)
    expect(rmse(actual, told)).toBeCloseTo(Math.sqrt(850), 12)
    expect(mape(actual, told)).toBeCloseTo(15, 12)
    expect(smape(actual, told)).toBeCloseTo((2000 / 210 + 8000 / 360) / 2, 12)
  })

  test('zeros: no percentage error, and 0 told as 0 is no error', () => {
    expect(mape([0, 5], [0, 5])).toBeNull()
    expect(smape([0, 5], [0, 5])).toBe(0)
    expect(smape([0], [3])).toBe(200)
  })

  test('MASE is in moves of one season, and there is none where nothing moves', () => {
    const history = [1, 5, 3, 9]
    expect(naiveError(history, 1)).toBeCloseTo(4, 12)
    expect(naiveError(history, 2)).toBe(3)
    expect(mase(actual, told, history, 2)).toBeCloseTo(25 / 3, 12)
    expect(mase(actual, told, [4, 4, 4], 1)).toBeNull()
    expect(mase(actual, told, history, 4)).toBeNull()
  })

  test('OWA of Theta against Naive 2 on monthly M3', () => {
    const naive2 = { smape: 16.891, mase: 1.037 }
    expect(owa(naive2, naive2)).toBe(1)
    expect(owa({ smape: 13.892, mase: 0.858 }, naive2)).toBeCloseTo((0.82245 + 0.82739) / 2, 4)
  })

  test('MSIS is the width, and forty times what lies outside of 95 % limits', () => {
    const history = [0, 2, 0, 2]
    const limits = [
      { lower: 90, upper: 110 },
      { lower: 150, upper: 190 },
    ]
    expect(msis(actual, limits, history, { period: 1 })).toBeCloseTo((20 + 40 + 40 * 10) / 2 / 2, 9)
    expect(msis(actual, limits, history, { period: 1, confidence: 0.8 })).toBeCloseTo((60 + 100) / 4, 9)
    expect(msis(actual, limits, [7, 7], { period: 1 })).toBeNull()
  })
})

describe('looking back', () => {
  const values = Array.from({ length: 60 }, (_, t) => 200 + 3 * t + [0, 30, -20, 15][t % 4]! + ((t * t) % 7))

  test('every row knows only what was there at its origin', () => {
    const whole = backtest(values, { period: 4, horizon: 4 })
    const changed = backtest([...values.slice(0, -1), 9999], { period: 4, horizon: 4 })
    if ('refused' in whole || 'refused' in changed) throw new Error('Refused.')
    expect(whole.rows.map(({ point, lo95 }) => [point, lo95])).toEqual(
      changed.rows.map(({ point, lo95 }) => [point, lo95]),
    )
    expect(whole.rows.every(({ origin, h, actual }) => actual === values[origin + h - 1])).toBe(true)
    expect(whole.rows.map(({ origin, h }) => `${origin}+${h}`)).toContain('30+4')
    expect(whole.rows.at(-1)).toMatchObject({ origin: 59, h: 1, actual: values[59], naive: values[55] })
  })

  test('the accuracy of each step and of all is that of the rows', () => {
    const { rows, steps, overall } = backtest(values, { period: 4, horizon: 4, origins: 10 }) as Exclude<
      ReturnType<typeof backtest>,
      { refused: string }
    >
    expect(steps.map(({ h, count }) => [h, count])).toEqual([
      [1, 10],
      [2, 9],
      [3, 9],
      [4, 9],
    ])
    const first = rows.filter(({ h }) => h === 1)
    expect(steps[0]!.mae).toBe(
      mae(
        first.map(({ actual }) => actual),
        first.map(({ point }) => point),
      ),
    )
    expect(overall.count).toBe(rows.length)
    expect(overall.mase).toBeCloseTo(overall.mae / naiveError(values, 4)!, 12)
    expect(overall.mae).toBeLessThan(overall.naiveMae)
    expect(overall.smape).toBeLessThan(overall.naiveSmape)
    expect(overall.coverage95).toBeGreaterThanOrEqual(overall.coverage80)
  })

  test('is refused where there is too little to look back on', () => {
    expect(backtest(values.slice(0, 11), { period: 4, horizon: 4 })).toEqual({
      refused: 'Looking back needs at least 12 values, and there are 11.',
    })
    expect(backtest([...values, Number.NaN], { period: 4, horizon: 4 })).toEqual({
      refused: 'Value 61 of 61 is not a number: fill the gap, or begin after it.',
    })
    expect(() => backtest(values, { period: 4, horizon: 4, origins: 0 })).toThrow('number of origins')
  })
})
