import { beforeAll, describe, expect, test } from 'vitest'
import { sharedData } from '../../test/shared.ts'
import { type M3Series, m3Monthly, m3Published } from './fixtures.ts'
import { anomalies, forecast, type Method, mase, pointForecast, smape } from './index.ts'

const data = sharedData()

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe.skipIf(!data)('the 1,428 monthly series of M3, 18 months ahead', () => {
  let all: M3Series[]
  beforeAll(() => {
    all = m3Monthly(data!)
  })

  const score = (told: (series: M3Series) => readonly number[]) => ({
    smape: mean(all.map((series) => smape(series.came, told(series)))),
    mase: mean(all.map((series) => mase(series.came, told(series), series.known, 12)!)),
  })
  const own = (method: Method) => {
    const told = new Map(
      all.map(({ name, known }) => [name, pointForecast(known, { method, period: 12, horizon: 18 })]),
    )
    return score(({ name }) => told.get(name)!)
  }

  // sMAPE and MASE of the competitors' own forecasts (Makridakis & Hibon 2000) as recomputed with R's Mcomp.
  test('our measures score the published forecasts as others have', () => {
    const published = [...m3Published(data!)].map(([method, told]) => {
      const scored = score(({ name }) => told.get(name)!)
      return `${method} ${scored.smape.toFixed(3)} ${scored.mase.toFixed(3)}`
    })
    expect(published).toEqual([
      'NAIVE2 16.891 1.037',
      'SINGLE 15.300 0.974',
      'HOLT 15.795 0.909',
      'WINTER 15.926 1.165',
      'THETA 13.892 0.858',
      'ForecastPro 13.898 0.848',
    ])
  })

  test('the default beats the winner of the competition in sMAPE', () => {
    const scored = own('default')
    expect(scored.smape).toBeLessThanOrEqual(13.83)
    expect(scored.mase).toBeLessThanOrEqual(0.87)
  })

  test.each([
    ['naive 2', 16.77, 1.04],
    ['theta', 13.89, 0.87],
    ['comb', 13.89, 0.87],
  ] as const)('%s stays within sMAPE %f and MASE %f', (method, percent, scaled) => {
    const scored = own(method)
    expect(scored.smape).toBeLessThanOrEqual(percent)
    expect(scored.mase).toBeLessThanOrEqual(scaled)
  })

  test('80 % limits hold 77–83 % of what came, 95 % limits at least 92 %, all in 10 seconds of work', () => {
    const used = process.cpuUsage()
    const points = all.flatMap(({ known, came }) => {
      const told = forecast(known, { period: 12, horizon: 18 })
      if ('refused' in told) throw new Error(told.refused)
      return told.points.map((point, h) => ({ ...point, actual: came[h]! }))
    })
    const { user } = process.cpuUsage(used)
    const inner = mean(points.map(({ lo80, hi80, actual }) => Number(lo80 <= actual && actual <= hi80)))
    const outer = mean(points.map(({ lo95, hi95, actual }) => Number(lo95 <= actual && actual <= hi95)))
    expect(points.length).toBe(25_704)
    expect(inner).toBeGreaterThan(0.77)
    expect(inner).toBeLessThan(0.83)
    expect(outer).toBeGreaterThan(0.92)
    expect(user / 1e6).toBeLessThan(10)
  })

  test.each([
    [8, 4],
    [12, 6],
    [24, 6],
  ])('the limits also hold when only the newest %i values are known', (length, horizon) => {
    const held = all.flatMap(({ known, came }) => {
      const told = forecast(known.slice(-length), { period: 12, horizon })
      return 'refused' in told
        ? []
        : told.points.map(({ lo80, hi80, lo95, hi95 }, h) => ({
            inner: Number(lo80 <= came[h]! && came[h]! <= hi80),
            outer: Number(lo95 <= came[h]! && came[h]! <= hi95),
          }))
    })
    expect(mean(held.map(({ inner }) => inner))).toBeGreaterThan(0.74)
    expect(mean(held.map(({ outer }) => outer))).toBeGreaterThan(0.92)
  })

  // Half of the newest values get a spike of four times the root mean square of their one-step errors.
  test('of spikes of four sigma at least 70 % are found, and at least 80 % of what is found is a spike', () => {
    const judged = all
      .filter((_, index) => index % 4 === 0)
      .map(({ known }, index) => {
        const usual = judge(known, 24)
        const sigma = Math.sqrt(mean(usual.map(({ actual, expected }) => (actual - expected) ** 2)))
        const spike = index % 2 === 0 ? 4 * sigma * (index % 4 === 0 ? 1 : -1) : 0
        const [found] = judge([...known.slice(0, -1), known.at(-1)! + spike], 1)
        return { isSpike: spike !== 0, isFound: found!.isAnomaly, p: found!.p }
      })
    const spikes = judged.filter(({ isSpike }) => isSpike)
    const found = judged.filter(({ isFound }) => isFound)
    const right = spikes.filter(({ isFound }) => isFound).length
    const ordinary = judged.filter(({ isSpike }) => !isSpike)
    expect(right / spikes.length).toBeGreaterThan(0.7)
    expect(right / found.length).toBeGreaterThan(0.8)
    expect(mean(ordinary.map(({ p }) => Number(p < 0.05)))).toBeLessThan(0.06)
  })

  function judge(values: readonly number[], newest: number) {
    const answer = anomalies(values, { period: 12, newest })
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.judged
  }
})
