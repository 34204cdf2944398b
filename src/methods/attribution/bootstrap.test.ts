import { describe, expect, test } from 'vitest'
import { bootstrapShares, type Resampling, type ShareInterval } from './bootstrap.ts'
import { gatherJourneys, type Journeys, sharesOf } from './journeys.ts'
import { bitsFrom, poisson, seededRandom } from './random.ts'
import { shapley } from './shapley.ts'

const journeys = gatherJourneys([
  { channels: ['ads'], conversions: 300, value: 900, nulls: 100 },
  { channels: ['events'], conversions: 100, value: 700, nulls: 50 },
  { channels: ['fair'], conversions: 5, value: 5, nulls: 0 },
])
const shares = (resampled: Journeys) => sharesOf(shapley(resampled))

function run(resampling: Resampling): { intervals: ShareInterval[]; steps: number } {
  const steps = bootstrapShares(journeys, shares, resampling)
  for (let count = 0; ; count++) {
    const step = steps.next()
    if (step.done) return { intervals: step.value, steps: count }
  }
}

describe('bootstrap', () => {
  test('one seed gives one answer, another another', () => {
    expect(run({ seed: 5 })).toEqual(run({ seed: 5 }))
    expect(run({ seed: 5 }).intervals).not.toEqual(run({ seed: 6 }).intervals)
  })

  test('the interval of a share is that of a proportion', () => {
    const { intervals, steps } = run({ seed: 11, resamples: 4000 })
    const [ads] = intervals
    const share = 300 / 405
    const half = 1.645 * Math.sqrt((share * (1 - share)) / 405)
    expect(steps).toBe(4000)
    expect(ads!.share).toBeCloseTo(share, 12)
    expect(Math.abs(ads!.lower - (share - half))).toBeLessThan(0.004)
    expect(Math.abs(ads!.upper - (share + half))).toBeLessThan(0.004)
    expect(intervals.map(({ isThin }) => isThin)).toEqual([false, false, true])
  })

  test('it tells how far it is and can be left at any time', () => {
    const steps = bootstrapShares(journeys, shares, { seed: 1, resamples: 3 })
    expect(steps.next().value).toEqual({ done: 1, resamples: 3 })
    expect(steps.return([])).toEqual({ done: true, value: [] })
    expect(steps.next().done).toBe(true)
  })

  test.each([
    [{ seed: 1, resamples: 0 }, /whole number from 1 up/],
    [{ seed: 1, confidence: 1 }, /between 0 and 1/],
    [{ seed: 0.5 }, /seed/],
  ])('%j is refused in words', (resampling, sentence) => {
    expect(() => run(resampling)).toThrow(sentence)
  })
})

describe('chance', () => {
  test('the generator is xoshiro128**: from 1, 2, 3, 4 it starts 11520, 0, 5927040', () => {
    const bits = bitsFrom(Uint32Array.of(1, 2, 3, 4))
    expect([bits(), bits(), bits()]).toEqual([11520, 0, 5927040])
  })

  test('its numbers lie in 0 … 1 with mean a half and variance a twelfth', () => {
    const random = seededRandom(-7)
    const numbers = Array.from({ length: 100_000 }, random)
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true)
    expect(moments(numbers).mean).toBeCloseTo(0.5, 2)
    expect(moments(numbers).variance).toBeCloseTo(1 / 12, 2)
  })

  test.each([0, 0.3, 4, 9.99, 10, 37.5, 5000])(
    'Poisson counts about %d have it for mean and variance',
    (mean) => {
      const random = seededRandom(42)
      const counts = Array.from({ length: 50_000 }, () => poisson(mean, random))
      const found = moments(counts)
      expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true)
      expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(4 * Math.sqrt(mean / 50_000))
      expect(Math.abs(found.variance - mean)).toBeLessThanOrEqual(0.04 * mean)
    },
  )
})

function moments(numbers: readonly number[]) {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const variance = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length
  return { mean, variance }
}
