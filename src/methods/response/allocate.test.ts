import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { type Allotted, allocate, allocateFor, marginal, response } from './index.ts'

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** Channels with curves drawn by seed; slopes above 1 bend upwards first. */
function drawn(seed: number, n: number, steepest: number): Allotted[] {
  const random = randomFrom(seed)
  return Array.from({ length: n }, () => {
    const scale = 500 + 2000 * random()
    const shape =
      random() < 0.5 && steepest === 1
        ? ({ family: 'logistic', lam: 1 + 5 * random() } as const)
        : ({ family: 'hill', k: 0.1 + random(), s: 1 + (steepest - 1) * random() } as const)
    return { curve: { shape, beta: 1000 * random(), scale }, lo: 0, hi: scale }
  })
}

/** Best of all ways to spend in whole steps, written out by hand as a check. */
function byHand(channels: Allotted[], budget: number, steps: number): number {
  const step = budget / steps
  let best = new Float64Array(steps + 1)
  for (const { curve, lo, hi } of channels) {
    const most = Math.min(steps, Math.floor((hi - lo) / step + 1e-9))
    const gains = Array.from({ length: most + 1 }, (_, k) => response(curve, lo + k * step))
    const next = new Float64Array(steps + 1).fill(-1)
    for (let all = 0; all <= steps; all += 1)
      for (let k = 0; k <= Math.min(all, most); k += 1)
        next[all] = Math.max(next[all]!, best[all - k]! + gains[k]!)
    best = next
  }
  return best[steps]!
}

describe('curves that flatten from the start', () => {
  test.each([1, 2, 3, 4, 5, 6])('every interior channel has the same marginal return, draw %i', (seed) => {
    const channels = drawn(seed, 8, 1)
    const budget = 0.4 * sum(channels.map(({ hi }) => hi))
    const { spend } = allocate(channels, budget)
    expect(sum(spend)).toBeCloseTo(budget, 6)
    const inside = channels.flatMap(({ curve, lo, hi }, at) =>
      spend[at]! > lo + 1e-6 && spend[at]! < hi - 1e-6 ? [marginal(curve, spend[at]!)] : [],
    )
    expect(inside.length).toBeGreaterThan(1)
    expect(Math.max(...inside) - Math.min(...inside)).toBeLessThan(1e-6)
  })

  test.each([1, 2, 3])('is as good as the best of a fine grid, draw %i', (seed) => {
    const channels = drawn(seed, 5, 1)
    const budget = 0.4 * sum(channels.map(({ hi }) => hi))
    const found = allocate(channels, budget).outcome
    const best = byHand(channels, budget, 2000)
    expect(found).toBeGreaterThanOrEqual(best * (1 - 1e-9))
    expect(found / best - 1).toBeLessThan(0.001)
  })

  test('nobody gets more than the most, nor less than the least', () => {
    const channels = drawn(7, 4, 1).map((one) => ({ ...one, lo: one.hi * 0.3, hi: one.hi * 0.5 }))
    const { spend } = allocate(channels, sum(channels.map(({ lo }) => lo)) * 1.2)
    for (const [at, { lo, hi }] of channels.entries()) {
      expect(spend[at]).toBeGreaterThanOrEqual(lo)
      expect(spend[at]).toBeLessThanOrEqual(hi)
    }
  })

  test('a channel without response gets its least', () => {
    const [one, other] = drawn(3, 2, 1) as [Allotted, Allotted]
    const dead = { ...one, lo: 10, curve: { ...one.curve, beta: 0 } }
    expect(allocate([dead, { ...other, hi: 150 }], 200).spend).toEqual([
      expect.closeTo(50, 6),
      expect.closeTo(150, 6),
    ])
    expect(allocate([dead, other], 200).spend).toEqual([10, expect.closeTo(190, 6)])
  })
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'curves that bend upwards first are within a thousandth of the best of a fine grid, draw %i',
  (seed) => {
    const channels = drawn(seed, 5, 3)
    const budget = 0.3 * sum(channels.map(({ hi }) => hi))
    const { spend, outcome } = allocate(channels, budget)
    expect(sum(spend)).toBeCloseTo(budget, 6)
    expect(outcome).toBeGreaterThanOrEqual(byHand(channels, budget, 2000) * 0.999)
  },
)

describe('aims', () => {
  const channels = drawn(5, 4, 1)
  const all = sum(channels.map(({ hi }) => hi))

  test('a least marginal return is met by the last unit spent', () => {
    const least = 0.2
    const found = allocateFor(channels, { mode: 'marginal', least })!
    const inside = channels.flatMap(({ curve, hi }, at) => {
      const spend = found.allocation.spend[at]!
      return spend > 1e-6 && spend < hi - 1e-6 ? [marginal(curve, spend)] : []
    })
    expect(inside.length).toBeGreaterThan(0)
    for (const one of inside) expect(one).toBeCloseTo(least, 4)
  })

  test('a least return spends as much as still returns it', () => {
    const half = allocate(channels, all / 2)
    const found = allocateFor(channels, { mode: 'return', least: half.outcome / (all / 2) })!
    expect(found.budget).toBeCloseTo(all / 2, 3)
  })

  test('is refused where even the least spend returns less', () =>
    expect(
      allocateFor(
        channels.map((one) => ({ ...one, lo: one.hi * 0.9 })),
        { mode: 'return', least: 1000 },
      ),
    ).toBeNull())

  test('a budget beyond the limits is the nearest they allow', () =>
    expect(allocateFor(channels, { mode: 'budget', budget: all * 2 })!.budget).toBeCloseTo(all, 6))
})
