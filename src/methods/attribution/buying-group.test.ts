import { describe, expect, test } from 'vitest'
import { accountTouches, twoLevelWeights } from './buying-group.ts'
import { creditsOf } from './credits.ts'
import { ruleModels, touchWeights } from './rule-models.ts'

const linear = (touches: number) => touchWeights(ruleModels.linear, { touches })
const member = (roleWeight: number, touches: number[]) => ({
  roleWeight,
  touches,
  weights: linear(touches.length),
})

// Ads on day 0 and an event on day 10 by the decision maker, an e-mail on day 5 by the user: ads, e-mail, event.
const [decisionMaker, user] = [member(0.6, [0, 2]), member(0.4, [1])]

describe('an opportunity of 100,000', () => {
  test('pooled, its three touches share evenly to the cent', () => {
    expect(creditsOf(10_000_000, linear(3))).toEqual([3_333_334, 3_333_333, 3_333_333])
  })

  test('at two levels ads and event bring 30,000 each and the e-mail 40,000', () => {
    const weights = twoLevelWeights([decisionMaker, user], linear(3))
    expect(creditsOf(10_000_000, weights)).toEqual([3_000_000, 4_000_000, 3_000_000])
  })

  test('a member without touches passes the share to the pool', () => {
    const weights = twoLevelWeights([member(0.6, []), user], linear(3))
    expect(creditsOf(10_000, weights)).toEqual([2000, 6000, 2000])
  })

  test('without members, or roles that count, it is the pool', () => {
    expect(twoLevelWeights([], linear(3))).toEqual(linear(3))
    expect(twoLevelWeights([member(0, [1])], linear(3))).toEqual(linear(3))
  })

  test('role weights need not sum to one, and a touch may be of several members', () => {
    const weights = twoLevelWeights([member(3, [0, 2]), member(1, [2])], linear(3))
    expect(weights).toEqual([0.375, 0, 0.625])
  })
})

test('five who attend one event on one day are one touch of the account', () => {
  const event = { channel: 'Events', campaign: 'constructor', day: 3 }
  const touches = [
    event,
    event,
    { ...event, day: 4 },
    { ...event, campaign: null },
    event,
    { ...event, campaign: null },
    { ...event, channel: 'Email' },
  ]
  expect(accountTouches(touches)).toEqual([0, 0, 2, 3, 0, 5, 6])
})

test.each([
  [member(-1, [0]), /from 0 up/],
  [member(1, [3]), /counted from 0/],
  [{ ...member(1, [0]), weights: [] }, /1 touches but 0 weights/],
])('%j is refused in words', (wrong, sentence) => {
  expect(() => twoLevelWeights([wrong], linear(3))).toThrow(sentence)
})
