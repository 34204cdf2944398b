import { describe, expect, test } from 'vitest'
import {
  alarms,
  anomalies,
  cusum,
  discoveries,
  generalisedEsd,
  modifiedZ,
  studentQuantile,
  studentTail,
} from './index.ts'

// Rosner 1983, as printed in the NIST/SEMATECH handbook of statistical methods, §1.3.5.17.3.
const rosner = `
  -0.25 0.68 0.94 1.15 1.20 1.26 1.26 1.34 1.38 1.43 1.49 1.49 1.55 1.56 1.58 1.65 1.69 1.70 1.76 1.77 1.81 1.91 1.94
  1.96 1.99 2.06 2.09 2.10 2.14 2.15 2.23 2.24 2.26 2.35 2.37 2.40 2.47 2.54 2.62 2.64 2.90 2.92 2.92 2.93 3.21 3.26
  3.30 3.59 3.68 4.30 4.64 5.34 5.42 6.01`
  .trim()
  .split(/\s+/)
  .map(Number)

describe("Student's t", () => {
  // Printed tables (Abramowitz & Stegun, table 26.10), and in closed form for 1 and 2 degrees of freedom.
  test.each([
    [0.975, 10, 2.228],
    [0.95, 3, 2.353],
    [0.995, 30, 2.75],
    [0.9995, 5, 6.869],
    [0.9, 120, 1.289],
    [0.975, 1e7, 1.96],
  ])('%f of it lies below, with %i degrees of freedom, %f', (p, degrees, t) => {
    expect(studentQuantile(p, degrees)).toBeCloseTo(t, 3)
    expect(studentQuantile(1 - p, degrees)).toBeCloseTo(-t, 3)
  })

  test('agrees with its closed forms', () => {
    expect(studentQuantile(0.99, 1)).toBeCloseTo(Math.tan(Math.PI * 0.49), 8)
    expect(studentTail(3, 2)).toBeCloseTo(0.5 - 3 / (2 * Math.sqrt(11)), 13)
    expect(studentTail(-3, 2)).toBeCloseTo(0.5 + 3 / (2 * Math.sqrt(11)), 13)
    expect(studentQuantile(0.5, 7)).toBe(0)
    expect(studentTail(studentQuantile(0.123, 9), 9)).toBeCloseTo(0.877, 12)
  })

  test('has no quantile at 0 or 1', () => {
    expect(() => studentQuantile(1, 5)).toThrow(RangeError)
    expect(() => studentQuantile(0.5, 0)).toThrow(RangeError)
  })
})

describe('outliers without an order in time', () => {
  test("Rosner's data hold three outliers, though the first two tests alone would find none", () => {
    expect(rosner.length).toBe(54)
    const { outliers, tests } = generalisedEsd(rosner, { most: 10 })
    const told = tests.map(({ statistic, critical }) => `${statistic.toFixed(3)}/${critical.toFixed(3)}`)
    expect(told.slice(0, 5)).toEqual([
      '3.119/3.159',
      '2.943/3.151',
      '3.179/3.144',
      '2.810/3.136',
      '2.816/3.128',
    ])
    expect(told.length).toBe(10)
    expect(outliers.map((index) => rosner[index])).toEqual([6.01, 5.42, 5.34])
  })

  test('equal values, and hardly any, hold none', () => {
    expect(generalisedEsd([4, 4, 4, 4, 4], { most: 2 }).outliers).toEqual([])
    expect(generalisedEsd([4, 400], { most: 2 })).toEqual({ outliers: [], tests: [] })
  })

  test('modified z finds the same three', () => {
    const { median, mad, scores } = modifiedZ(rosner)
    expect(median).toBeCloseTo(2.095, 12)
    expect(mad).toBeCloseTo(0.545, 12)
    expect(rosner.filter((_, index) => Math.abs(scores[index]!) > 3.5)).toEqual([5.34, 5.42, 6.01])
  })

  test('modified z of mostly equal values falls back on the mean deviation', () => {
    // Mean absolute deviation 6 / 5, times 1.253314.
    expect(modifiedZ([1, 1, 1, 1, 7]).scores[4]).toBeCloseTo(6 / (1.2 * 1.253314), 9)
    expect(modifiedZ([3, 3]).scores).toEqual([0, 0])
  })
})

describe('shifts and many tests at once', () => {
  test('a rise by two standard deviations is seen on the fourth value and dated to its start', () => {
    // The sum grows by 1.5 a value: 1.5, 3, 4.5, 6.
    expect(cusum([0, 0, 0, 2, 2, 2, 2, 0])).toEqual([{ direction: 'up', index: 6, since: 3 }])
    expect(cusum([0, -3, -3, -3, 0])).toEqual([{ direction: 'down', index: 3, since: 1 }])
    expect(cusum([0.4, -0.4, 0.5, 5])).toEqual([])
  })

  // The fifteen p-values of Benjamini & Hochberg 1995, §3: four findings at 5 %.
  test('Benjamini and Hochberg find the four they published', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]
    expect(discoveries(p, 0.05).filter(Boolean).length).toBe(4)
    expect(discoveries([...p].reverse(), 0.05).indexOf(true)).toBe(11)
    expect(discoveries([], 0.1)).toEqual([])
  })
})

const weekly = (seed: number) =>
  Array.from({ length: 60 }, (_, t) => 400 + 2 * t + ((t * t * seed) % 23) - ((t * 7 * seed) % 17))

describe('anomalies of a series', () => {
  test('a spike is one, and does not make one of the value after it', () => {
    const values = weekly(3).map((value, t) => (t === 52 ? value + 150 : value))
    const answer = anomalies(values, { period: 1, newest: 12 })
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.judged.length).toBe(12)
    expect(answer.judged.filter(({ isAnomaly }) => isAnomaly).map(({ index }) => index)).toEqual([52])
    expect(answer.shifts).toEqual([])
  })

  test('a new level is an anomaly three times, then it is what is expected', () => {
    const values = weekly(3).map((value, t) => (t >= 48 ? value + 300 : value))
    const answer = anomalies(values, { period: 1, newest: 12 })
    if ('refused' in answer) throw new Error(answer.refused)
    const found = answer.judged.filter(({ isAnomaly }) => isAnomaly).map(({ index }) => index)
    expect(found).toEqual([48, 49, 50])
    expect(answer.judged.at(-1)!.expected).toBeGreaterThan(700)
    // The value before the rise happened to be high too, so the sum began to grow there.
    expect(answer.shifts).toEqual([{ direction: 'up', index: 49, since: 47 }])
  })

  test('what never moved and moves is infinitely far off; what stays is not', () => {
    const answer = anomalies([...new Array(20).fill(0.1), 7], { period: 1, newest: 2 })
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.judged.map(({ score, p }) => [score, p])).toEqual([
      [0, 1],
      [Number.POSITIVE_INFINITY, 0],
    ])
  })

  test('small volumes, short series and gaps are not judged', () => {
    const small = anomalies([...new Array(20).fill(1), 7], { period: 1, newest: 1, least: 10 })
    expect(small).toMatchObject({ judged: [{ isSmall: true, isAnomaly: false }] })
    expect(anomalies([1, 2, 3, 4], { period: 1 })).toEqual({
      refused: 'Judging new values needs at least 12 values, and there are 4.',
    })
    expect(anomalies([Number.NaN, 2, 3], { period: 1 })).toHaveProperty('refused')
  })
})

describe('alarms over many metrics', () => {
  const many = Array.from({ length: 30 }, (_, seed) => ({
    name: `metric ${seed + 1}`,
    values: weekly(seed + 1),
    period: 1,
  }))

  test('only the metric that broke is one', () => {
    const broken = many.map((metric, index) =>
      index === 11 ? { ...metric, values: [...metric.values.slice(0, -1), 40] } : metric,
    )
    const alarming = alarms(broken).filter((one) => 'isAlarm' in one && one.isAlarm)
    expect(alarming.map(({ name }) => name)).toEqual(['metric 12'])
    expect(alarms(many).some((one) => 'isAlarm' in one && one.isAlarm)).toBe(false)
  })

  test('a metric that cannot be judged says why, and one too small keeps still', () => {
    const tiny = { name: 'tiny', values: [...new Array(20).fill(1), 9], period: 1, least: 10 }
    const [short, small] = alarms([{ name: 'short', values: [1, 2, 3], period: 1 }, tiny])
    expect(short).toEqual({
      name: 'short',
      refused: 'Judging new values needs at least 12 values, and there are 3.',
    })
    expect(small).toMatchObject({ name: 'tiny', isAlarm: false })
  })
})
