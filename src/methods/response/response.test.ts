import { describe, expect, test } from 'vitest'
import { normalFrom, randomFrom } from '../random.ts'
import { fitFamily, geometricAdstock, hill, logistic, normalisedAdstock, robynInflexion } from './index.ts'
import { nonNegativeWeights } from './non-negative.ts'
import { marginal, response, turningPoint } from './saturation.ts'

const near = (values: readonly number[], golden: readonly number[], digits = 5) => {
  expect(values).toHaveLength(golden.length)
  for (const [at, value] of values.entries()) expect(value).toBeCloseTo(golden[at]!, digits)
}

describe('carry-over', () => {
  test('geometric adstock as in the documentation of Robyn', () =>
    near(geometricAdstock([100, 100, 100, 100, 100], 0.5), [100, 150, 175, 187.5, 193.75]))

  test('normalised adstock over four periods as PyMC-Marketing weighs it', () =>
    near(normalisedAdstock([100, 0, 0, 0], 0.5, 4), [53.3333, 26.6667, 13.3333, 6.6667], 4))

  test('spending evenly comes to the spend itself', () =>
    expect(normalisedAdstock(new Array(12).fill(7), 0.6)[11]).toBeCloseTo(7, 12))
})

describe('saturation', () => {
  test('Hill with the inflexion of Robyn', () => {
    const spend = [100, 150, 170, 190, 200]
    const inflexion = robynInflexion(spend, 0.5)
    near(
      spend.map((x) => hill(x, inflexion, 3)),
      [0.228571, 0.5, 0.592785, 0.670217, 0.703297],
    )
  })

  test('logistic as PyMC-Marketing writes it', () => expect(logistic(0.5, 4)).toBeCloseTo(0.761594, 6))

  test.each([
    { shape: { family: 'hill', k: 0.4, s: 2.5 } as const, beta: 300, scale: 1200 },
    { shape: { family: 'hill', k: 0.4, s: 1 } as const, beta: 300, scale: 1200 },
    { shape: { family: 'logistic', lam: 3 } as const, beta: 300, scale: 1200 },
  ])('the marginal return is the slope of the response: $shape', (curve) => {
    for (const x of [50, 400, 1500]) {
      const slope = (response(curve, x + 0.01) - response(curve, x - 0.01)) / 0.02
      expect(marginal(curve, x)).toBeCloseTo(slope, 7)
    }
  })

  test('a Hill curve of slope 3 turns at k·(1/2)^(1/3)', () =>
    expect(turningPoint({ shape: { family: 'hill', k: 50, s: 3 }, beta: 1, scale: 1 })).toBeCloseTo(
      39.685,
      3,
    ))
})

test('weights that would be negative are 0, and the others are as without them', () => {
  // Columns (1, 0) and (1, 1); least squares to (1, −1) would give the second −1.
  const weights = nonNegativeWeights({
    gram: [
      [1, 1],
      [1, 2],
    ],
    target: [1, 0],
  })
  near(weights, [1, 0], 9)
})

/** The example of PyMC-Marketing (Apache-2.0, `mmm_example`): what it was drawn from is written in its notebook. */
function example(seed: number) {
  const random = randomFrom(seed)
  const weeks = Array.from({ length: 179 }, (_, t) => t)
  const first = weeks.map(random).map((x) => (x > 0.9 ? x : x / 2))
  const second = weeks.map(random).map((x) => (x > 0.8 ? x : 0))
  const parts = [
    normalisedAdstock(first, 0.4).map((x) => 3 * logistic(x, 4)),
    normalisedAdstock(second, 0.2).map((x) => 2 * logistic(x, 3)),
  ]
  const events = [58, 128].map((at) => weeks.map((t) => (t === at ? 1 : 0)))
  const outcome = weeks.map((t) => {
    const day = (2 * Math.PI * ((91 + 7 * t) % 365.25)) / 365.5
    const trend = ((50 * t) / 178 + 10) ** 0.25 - 1
    const season = 0.5 * (-Math.sin(2 * day) + Math.cos(day))
    const event = 1.5 * events[0]![t]! + 2.5 * events[1]![t]!
    return 2 + trend + season + event + parts[0]![t]! + parts[1]![t]! + 0.25 * normalFrom(random)
  })
  const channels = [
    { name: 'x1', spend: first },
    { name: 'x2', spend: second },
  ]
  return { weekly: { channels, outcome, controls: events }, parts }
}

describe('the example of PyMC-Marketing is found again', () => {
  test.each([1, 2, 3, 4, 5])('redraw %i', (seed) => {
    const { weekly, parts } = example(seed)
    const { fit } = fitFamily(weekly, 'logistic')
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
    expect(Math.abs(fit.channels[0]!.alpha - 0.4)).toBeLessThanOrEqual(0.1)
    expect(Math.abs(fit.channels[1]!.alpha - 0.2)).toBeLessThanOrEqual(0.1)
    for (const [at, part] of parts.entries())
      expect(Math.abs(sum(fit.channels[at]!.contribution) / sum(part) - 1)).toBeLessThanOrEqual(0.15)
    expect(fit.rSquared).toBeGreaterThan(0.9)
  })

  test('level, channels and what is left add up to the outcome in every week', () => {
    const { weekly } = example(1)
    const { fit } = fitFamily(weekly, 'hill')
    for (const [t, value] of weekly.outcome.entries()) {
      const said = fit.channels.reduce((all, one) => all + one.contribution[t]!, fit.baseline[t]!)
      expect(said + fit.residuals[t]!).toBeCloseTo(value, 9)
    }
  })
})
