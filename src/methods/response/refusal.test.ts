import { expect, test } from 'vitest'
import { normalFrom, randomFrom } from '../random.ts'
import { drawFits, fitFamily, inseparable, logistic, quantile, whyLeftAlone, whyNotFit } from './index.ts'

const random = randomFrom(9)
const spend = (n: number) => Array.from({ length: n }, () => Math.round(1000 * random()))
const of = (n: number) => ({
  channels: [{ name: 'TV', spend: spend(n) }],
  outcome: spend(n),
})

test.each([
  [51, 'There are 51 whole weeks with both spend and outcome; 52 are needed to tell spend from season.'],
  [52, null],
])('%i weeks', (n, says) => expect(whyNotFit(of(n))).toBe(says))

test('an outcome that never moves tells nothing', () =>
  expect(whyNotFit({ ...of(60), outcome: new Array(60).fill(5) })).toContain('the same in every week'))

test.each([
  [new Array(60).fill(0), 'nothing was spent on it in these weeks'],
  [
    new Array(60).fill(500),
    'its spend was a tenth or more away from its usual level in 0 weeks only; 10 are needed',
  ],
  [
    [...new Array(59).fill(500), 900],
    'its spend was a tenth or more away from its usual level in 1 week only; 10 are needed',
  ],
  [
    new Array(60).fill(500).map((one, at) => one + (at % 40)),
    'its spend was a tenth or more away from its usual level in 0 weeks only; 10 are needed',
  ],
  [[...new Array(50).fill(500), ...new Array(10).fill(900)], null],
])('spend of %j is judged', (one, says) => expect(whyLeftAlone(one)).toBe(says))

test('channels that always move together are named', () => {
  const tv = spend(60)
  const channels = [
    { name: 'TV', spend: tv },
    { name: 'Print', spend: tv.map((one) => 2 * one + 1) },
    { name: 'Search', spend: spend(60) },
  ]
  expect(inseparable({ channels, outcome: tv })).toEqual([{ a: 'TV', b: 'Print', r: expect.closeTo(1, 9) }])
})

/** One channel with a known curve and noise. */
function known(seed: number) {
  const drawn = randomFrom(seed)
  const channels = [{ name: 'TV', spend: Array.from({ length: 104 }, () => 1000 * drawn()) }]
  const outcome = channels[0]!.spend.map((x) => 100 + 50 * logistic(x / 1000, 4) + 4 * normalFrom(drawn))
  return { channels, outcome }
}

test('the same seed gives the same draws, another gives others', () => {
  const { fit, problem } = fitFamily(known(1), 'logistic')
  const totals = (seed: number) => [...drawFits(problem, fit, { seed, draws: 3 })].map((one) => one.totals[0])
  expect(totals(1)).toEqual(totals(1))
  expect(totals(1)).not.toEqual(totals(2))
})

test('an outcome that spend does not move is seldom taken for one that it does', () => {
  const told = Array.from({ length: 30 }, (_, at) => {
    const { channels, outcome } = known(at + 1)
    const drawn = randomFrom(1000 + at)
    const noise = outcome.map(() => 100 + 10 * normalFrom(drawn))
    return [noise, outcome].map((one) => fitFamily({ channels, outcome: one }, 'logistic').fit.isTold)
  })
  expect(told.filter(([ofNoise]) => ofNoise).length).toBeLessThanOrEqual(6)
  expect(told.filter(([, ofOutcome]) => ofOutcome).length).toBe(30)
})

test('ninety of a hundred intervals of 90 % hold the true response, give or take what a sample of 24 allows', () => {
  const held = Array.from({ length: 24 }, (_, at) => {
    const weekly = known(at + 1)
    const { fit, problem } = fitFamily(weekly, 'logistic')
    const draws = [...drawFits(problem, fit, { seed: 1, draws: 60 })].map((one) => one.totals[0]!)
    const truth = weekly.channels[0]!.spend.reduce((sum, x) => sum + 50 * logistic(x / 1000, 4), 0)
    return quantile(draws, 0.05) <= truth && truth <= quantile(draws, 0.95)
  }).filter(Boolean).length
  // Below 18 of 24 has a chance under one in a hundred if nine in ten hold.
  expect(held).toBeGreaterThanOrEqual(18)
})
