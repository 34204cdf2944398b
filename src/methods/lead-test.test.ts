import { expect, test } from 'vitest'
import { leadTest, whitened } from './lead-test.ts'
import { leastSquares } from './least-squares.ts'
import { normalFrom, randomFrom } from './random.ts'

const noise = (seed: number, length: number): number[] => {
  const random = randomFrom(seed)
  return Array.from({ length }, () => normalFrom(random))
}

/** An outcome that follows its lead three steps later, with noise of a third of its size. */
function following(seed: number, length = 120): [number[], number[]] {
  const lead = noise(seed, length + 3)
  const own = noise(seed + 1000, length)
  return [lead.slice(3), own.map((one, t) => 50 + 3 * lead[t]! + one)]
}

test('least squares finds the line it was drawn from, and passes over a column that says nothing new', () => {
  const rows = [1, 2, 3, 4].map((x) => [1, x])
  const [a, b] = leastSquares(rows, [3, 5, 7, 9])
  expect([a, b].map((one) => Number(one!.toFixed(9)))).toEqual([1, 2])
  const doubled = leastSquares(
    rows.map(([one, x]) => [one!, x!, 2 * x!]),
    [3, 5, 7, 9],
  )
  expect(doubled[1]! + 2 * doubled[2]!).toBeCloseTo(2, 6)
})

test('least squares is as NIST certifies it: Norris, 36 observations', () => {
  // NIST StRD Norris: B0 = -0.262323073774029, B1 = 1.00211681802045.
  const x = [
    0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0,
    447.5, 11.6, 556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3,
    229.2, 669.1, 448.9, 0.5,
  ]
  const y = [
    0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3,
    448.9, 10.8, 557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6,
    228.9, 668.4, 449.2, 0.2,
  ]
  const [b0, b1] = leastSquares(
    x.map((one) => [1, one]),
    y,
  )
  expect(b0).toBeCloseTo(-0.262323073774029, 8)
  expect(b1).toBeCloseTo(1.00211681802045, 10)
})

test('what follows its lead by three steps is proven, at that lag', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const [lead, outcome] = following(seed)
    expect(leadTest(lead, outcome)).toMatchObject({ verdict: 'proven', lag: 3, isSignificant: true })
  }
})

test('two series that know nothing of each other are rarely proven', () => {
  const proven = Array.from({ length: 200 }, (_, seed) => seed).filter(
    (seed) => leadTest(noise(seed, 104), noise(seed + 5000, 104)).verdict === 'proven',
  )
  // Of a true share of 5 % more than 18 of 200 would come about once in 200.
  expect(proven.length).toBeLessThanOrEqual(18)
})

test('two walks that drift alone are not taken for a lead', () => {
  const walk = (seed: number) => {
    let level = 0
    return noise(seed, 130).map((step) => {
      level += step
      return level
    })
  }
  const proven = Array.from({ length: 100 }, (_, seed) => seed).filter(
    (seed) => leadTest(walk(seed), walk(seed + 9000)).verdict === 'proven',
  )
  expect(proven.length).toBeLessThanOrEqual(10)
})

test('the verdict does not depend on the unit of either side', () => {
  const [lead, outcome] = following(7)
  const plain = leadTest(lead, outcome)
  const scaled = leadTest(
    lead.map((one) => one * 1000 + 5),
    outcome.map((one) => one / 10),
  )
  expect(scaled.verdict).toBe(plain.verdict)
  expect(scaled.correlation).toBeCloseTo(plain.correlation!, 9)
})

test('too few periods, a constant lead, a constant outcome: unproven, with the reason', () => {
  const flat = new Array<number>(60).fill(4)
  expect(leadTest(noise(1, 20), noise(2, 20))).toMatchObject({
    verdict: 'unproven',
    says: 'There are 20 periods with both; the test needs 38.',
  })
  expect(leadTest(flat, noise(2, 60))).toMatchObject({ verdict: 'unproven', isSignificant: false })
  expect(leadTest(noise(1, 60), flat)).toMatchObject({ verdict: 'unproven', isSignificant: false })
  expect(() => leadTest([1], [1, 2])).toThrow(/same periods/)
})

test('an AR(1) leaves its innovations', () => {
  const own = noise(11, 400)
  let level = 0
  const series = own.map((one) => {
    level = 0.8 * level + one
    return level
  })
  const left = whitened(series)
  const mean = left.reduce((sum, one) => sum + one, 0) / left.length
  const first = left.slice(1).reduce((sum, one, t) => sum + (one - mean) * (left[t]! - mean), 0)
  const all = left.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  expect(Math.abs(first / all)).toBeLessThan(1.96 / Math.sqrt(left.length))
})
