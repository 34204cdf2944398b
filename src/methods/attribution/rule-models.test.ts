import { describe, expect, test } from 'vitest'
import { creditsOf } from './credits.ts'
import { milestoneTouch, type RuleModel, ruleModels, type Timeline, touchWeights } from './rule-models.ts'

const dollars = (cents: number[]) => cents.map((cent) => cent / 100)
const rounded = (weights: number[]) => weights.map((weight) => Number(weight.toFixed(12)))
const weigh = (model: RuleModel, timeline: Timeline) => rounded(touchWeights(model, timeline))

describe('published examples', () => {
  const days = [0, 5, 12, 30, 38]

  test('12,000 dollars decay over five touches with a half-life of 7 days, to the cent', () => {
    const weights = touchWeights(ruleModels['time-decay'], { touches: 5, days })
    expect(dollars(creditsOf(1_200_000, weights))).toEqual([175.19, 287.44, 574.88, 3417.04, 7545.45])
  })

  test.each([
    ['u-first-last', [4800, 800, 800, 800, 4800]],
    ['linear', [2400, 2400, 2400, 2400, 2400]],
  ] as const)('12,000 dollars by %s', (model, credits) => {
    expect(dollars(creditsOf(1_200_000, touchWeights(ruleModels[model], { touches: 5 })))).toEqual(credits)
  })

  test('100.01 dollars over a U of five leave no cent', () => {
    const weights = touchWeights(ruleModels['u-first-last'], { touches: 5 })
    expect(dollars(creditsOf(10_001, weights))).toEqual([40, 6.67, 6.67, 6.67, 40])
  })

  test('100 dollars over three even touches give the first the odd cent', () => {
    const weights = touchWeights(ruleModels.linear, { touches: 3 })
    expect(dollars(creditsOf(10_000, weights))).toEqual([33.34, 33.33, 33.33])
  })
})

describe('positions', () => {
  test.each([
    ['first', 3, [1, 0, 0]],
    ['last', 3, [0, 0, 1]],
    ['first', 1, [1]],
    ['u-first-last', 1, [1]],
    ['u-first-last', 2, [0.5, 0.5]],
    ['u-first-last', 4, [0.4, 0.1, 0.1, 0.4]],
    ['j', 2, [0.25, 0.75]],
    ['j', 4, [0.2, 0.1, 0.1, 0.6]],
    ['inverse-j', 2, [0.75, 0.25]],
    ['inverse-j', 3, [0.6, 0.2, 0.2]],
  ] as const)('%s over %i touches', (model, touches, weights) => {
    expect(weigh(ruleModels[model], { touches })).toEqual(weights)
  })

  test('own shares are followed, and shared evenly where nothing that is there has one', () => {
    const middle: RuleModel = { rule: 'anchors', shares: { first: 0, last: 0, others: 1 } }
    expect(weigh(middle, { touches: 4 })).toEqual([0, 0.5, 0.5, 0])
    expect(weigh(middle, { touches: 2 })).toEqual([0.5, 0.5])
  })
})

describe('milestones', () => {
  const six = { touches: 6, lead: 2, opportunity: 4, close: 5 }

  test.each([
    ['u-first-lead', six, [0.4, 0.05, 0.4, 0.05, 0.05, 0.05]],
    ['w', six, [0.3, 1 / 30, 0.3, 1 / 30, 0.3, 1 / 30]],
    ['full-path', six, [0.225, 0.05, 0.225, 0.05, 0.225, 0.225]],
    ['w', { ...six, opportunity: 2 }, [0.3, 0.025, 0.6, 0.025, 0.025, 0.025]],
    ['w', { ...six, lead: 0, opportunity: 0 }, [0.9, 0.02, 0.02, 0.02, 0.02, 0.02]],
    ['w', { touches: 1, lead: 0, opportunity: 0 }, [1]],
    ['w', { touches: 2, lead: 0, opportunity: 1 }, [2 / 3, 1 / 3]],
    ['w', { touches: 3, lead: 1, opportunity: null }, [0.3 / 0.7, 0.3 / 0.7, 0.1 / 0.7]],
    ['u-first-lead', { touches: 3 }, [0.4 / 0.6, 0.1 / 0.6, 0.1 / 0.6]],
    ['full-path', { touches: 1 }, [1]],
  ] as const)('%s over %j', (model, timeline, weights) => {
    expect(weigh(ruleModels[model], timeline)).toEqual(rounded([...weights]))
  })

  test('the touch of a milestone is the last that can have led there', () => {
    expect(milestoneTouch([0, 5, 5, 9], 5)).toBe(2)
    expect(milestoneTouch([0, 5, 5, 9], 8)).toBe(2)
    expect(milestoneTouch([1, 5], 0)).toBeNull()
    expect(milestoneTouch([1, 5], null)).toBeNull()
  })
})

describe('last non-direct', () => {
  test.each([
    [
      [false, true, true],
      [1, 0, 0],
    ],
    [
      [true, false, true],
      [0, 1, 0],
    ],
    [
      [true, true, true],
      [0, 0, 1],
    ],
  ])('direct %j', (isDirect, weights) => {
    expect(touchWeights(ruleModels['last-non-direct'], { touches: 3, isDirect })).toEqual(weights)
  })
})

describe('time decay', () => {
  test('a half-life apart weighs half', () => {
    const model: RuleModel = { rule: 'time-decay', halfLifeDays: 30 }
    expect(weigh(model, { touches: 2, days: [100, 130] })).toEqual(rounded([1 / 3, 2 / 3]))
  })

  test('a thousand half-lives neither overflow nor lose the total', () => {
    const weights = touchWeights(ruleModels['time-decay'], { touches: 3, days: [-9_000_000, 0, 1e7] })
    expect(weights).toEqual([0, 0, 1])
  })
})

test('no touches have no weights', () => {
  for (const model of Object.values(ruleModels)) expect(touchWeights(model, { touches: 0 })).toEqual([])
})

test('a million touches are weighed at once', () => {
  for (const name of ['linear', 'u-first-last', 'last-non-direct', 'w'] as const) {
    const weights = touchWeights(ruleModels[name], { touches: 1_000_000, lead: 7 })
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9)
  }
})

test.each<[RuleModel, Timeline, RegExp]>([
  [{ rule: 'anchors', shares: { first: -1 } }, { touches: 1 }, /from 0 up/],
  [{ rule: 'anchors', shares: {} }, { touches: 1 }, /not all 0/],
  [{ rule: 'time-decay', halfLifeDays: 0 }, { touches: 1, days: [0] }, /half-life/],
  [ruleModels['time-decay'], { touches: 2, days: [0, Number.NaN] }, /day of every touch/],
  [ruleModels['time-decay'], { touches: 1 }, /day of every touch/],
  [ruleModels.w, { touches: 2, lead: 2 }, /counted from 0/],
])('%j over %j is refused in words', (model, timeline, sentence) => {
  expect(() => touchWeights(model, timeline)).toThrow(sentence)
})
