import { describe, expect, test } from 'vitest'
import { chainShape } from './chain.ts'
import { fitChain } from './fit.ts'
import { gatherJourneys, type Journey } from './journeys.ts'
import { markov, removalEffects } from './markov.ts'
import { chooseOrder } from './order.ts'
import { seededRandom } from './random.ts'
import { shapley } from './shapley.ts'
import { transitionChain } from './transitions.ts'

const journey = (channels: string, conversions: number, nulls = 0, value = conversions): Journey => ({
  channels: channels.split(' ').filter(Boolean),
  conversions,
  value,
  nulls,
})

const conversionsOf = (journeys: Journey[], order = 1) =>
  Object.fromEntries(
    markov(gatherJourneys(journeys), order).channels.map(({ channel, conversions }) => [
      channel,
      Number(conversions.toFixed(10)),
    ]),
  )

function randomJourneys(seed: number, names: readonly string[], count = 200): Journey[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const length = 1 + Math.floor(random() * 8)
    const channels = Array.from({ length }, () => names[Math.floor(random() * names.length)]!)
    const conversions = Math.floor(random() * 4)
    return { channels, conversions, value: conversions * random() * 100, nulls: Math.floor(random() * 6) }
  })
}

const odd = ['constructor', '__proto__', '<script>', 'toString', 'hasOwnProperty']

describe('published examples', () => {
  test('the authors’ three journeys give A two and B one (ChannelAttribution vignette, 2015)', () => {
    const journeys = gatherJourneys(['A B A B B A', 'A B B A A', 'A A'].map((one) => journey(one, 1)))
    const { channels } = markov(journeys)
    expect(channels.map((one) => Number(one.removalEffect.toFixed(12)))).toEqual([1, 0.5])
    expect(channels.map((one) => Number(one.conversions.toFixed(12)))).toEqual([2, 1])
  })

  test('Puzyrov’s journeys give 2.4 and 1.6', () => {
    const { probability, channels } = markov(
      gatherJourneys([journey('g', 2, 1), journey('m', 1), journey('g m', 1)]),
    )
    expect(probability).toBeCloseTo(0.8, 12)
    expect(channels.map((one) => Number(one.removalEffect.toFixed(12)))).toEqual([0.75, 0.5])
    expect(channels.map((one) => Number(one.conversions.toFixed(12)))).toEqual([2.4, 1.6])
  })

  test('on the only way to convert every channel is indispensable', () => {
    const { channels } = markov(gatherJourneys([journey('a b', 1, 1)]))
    expect(channels.map(({ removalEffect }) => removalEffect)).toEqual([1, 1])
  })
})

describe('what holds of every journey', () => {
  const journeys = randomJourneys(3, odd)
  const gathered = gatherJourneys(journeys)
  const converted = journeys.reduce((sum, one) => sum + one.conversions, 0)
  const value = journeys.reduce((sum, one) => sum + one.value, 0)
  const failed = journeys.reduce((sum, one) => sum + one.nulls, 0)

  test.each([1, 2, 3, 4, 5, 9])('at order %i the chain converts as often as its journeys', (order) => {
    const found = markov(gathered, order)
    expect(found.probability).toBeCloseTo(converted / (converted + failed), 12)
    expect(found.channels.reduce((sum, one) => sum + one.conversions, 0)).toBeCloseTo(converted, 8)
    expect(found.channels.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(value, 8)
    for (const { removalEffect, valueEffect } of found.channels) {
      for (const effect of [removalEffect, valueEffect]) expect(effect >= 0 && effect <= 1).toBe(true)
    }
  })

  test('other names and another order of journeys only permute the credit', () => {
    const renamed = journeys.toReversed().map((one) => ({
      ...one,
      channels: one.channels.map((channel) => `${odd.indexOf(channel)}`),
    }))
    const [credit, other] = [conversionsOf(journeys, 2), conversionsOf(renamed, 2)]
    for (const [i, channel] of odd.entries()) expect(other[i]!).toBeCloseTo(credit[channel]!, 7)
  })

  test('a touch repeated at once changes nothing at order 1', () => {
    const repeated = journeys.map((one) => ({
      ...one,
      channels: one.channels.flatMap((channel) => [channel, channel, channel]),
    }))
    expect(conversionsOf(repeated)).toEqual(conversionsOf(journeys))
  })

  test('counted again on the same shape the chain is the same', () => {
    const shape = chainShape(gathered, 3)
    expect(removalEffects(fitChain(shape, gathered))).toEqual(markov(gathered, 3))
  })

  test('transitions counted beforehand give what the journeys give', () => {
    const transitions = journeys.flatMap(({ channels, conversions, nulls }) =>
      channels.map((to, i) => ({ from: i === 0 ? null : channels[i - 1]!, to, count: conversions + nulls })),
    )
    const endings = journeys.map((one) => ({ ...one, channel: one.channels.at(-1)! }))
    const found = removalEffects(transitionChain(transitions, endings))
    const expected = new Map(markov(gathered).channels.map((one) => [one.channel, one]))
    for (const one of found.channels) {
      expect(one.conversions).toBeCloseTo(expected.get(one.channel)!.conversions, 8)
      expect(one.value).toBeCloseTo(expected.get(one.channel)!.value, 8)
    }
  })
})

describe('at the edges', () => {
  test.each([
    [
      { from: null, to: 'a', count: -1 },
      { channel: 'a', conversions: 1, value: 1, nulls: 0 },
    ],
    [
      { from: null, to: 'a', count: 1 },
      { channel: 'a', conversions: Number.NaN, value: 1, nulls: 0 },
    ],
    [
      { from: null, to: 'a', count: 1 },
      { channel: 'a', conversions: 1, value: Number.NaN, nulls: 0 },
    ],
  ])('a transition %j ending in %j is refused', (transition, ending) => {
    expect(() => transitionChain([transition], [ending])).toThrow(RangeError)
  })

  test('no conversions, and no journeys, credit nobody', () => {
    const [lost] = markov(gatherJourneys([journey('a', 0, 5)])).channels
    expect(lost).toMatchObject({ removalEffect: 0, conversions: 0, value: 0 })
    expect(markov(gatherJourneys([]))).toEqual({ probability: 0, states: 0, channels: [] })
    expect(chooseOrder(gatherJourneys([journey('a', 1)]))).toEqual({ order: null, scores: [] })
  })

  test('journeys without touches are left to the unattributed', () => {
    expect(conversionsOf([journey('', 5), journey('a', 1)])).toEqual({ a: 1 })
  })

  test('with a refund among them value follows the conversions', () => {
    const { channels } = markov(gatherJourneys([journey('a b', 2, 1, 90), journey('b', 1, 1, -30)]))
    for (const one of channels) expect(one.valueEffect).toBe(one.removalEffect)
    expect(channels.reduce((sum, one) => sum + one.value, 0)).toBeCloseTo(60, 10)
  })

  test('one touch a million times, and two in turn, are no trouble', () => {
    const same = { ...journey('', 1, 1), channels: new Array<string>(1_000_000).fill('a') }
    const inTurn = { ...same, channels: same.channels.map((_, i) => (i % 2 ? 'a' : 'b')) }
    expect(markov(gatherJourneys([same]), 3).probability).toBeCloseTo(0.5, 12)
    expect(markov(gatherJourneys([inTurn])).probability).toBeCloseTo(0.5, 6)
    expect(shapley(gatherJourneys([inTurn])).map(({ conversions }) => conversions)).toEqual([0.5, 0.5])
  })

  test.each([0, 1.5, Number.NaN])('an order of %d is refused in words', (order) => {
    expect(() => markov(gatherJourneys([journey('a', 1)]), order)).toThrow(/whole number from 1 up/)
  })

  test.each([
    [journey('a', -1), /from 0 up/],
    [journey('a', 1, Number.NaN), /from 0 up/],
    [journey('a', 1, 0, Number.NaN), /must be a number/],
    [journey('a', 0, 1, 5), /without conversions/],
  ])('%j is refused in words', (wrong, sentence) => {
    expect(() => gatherJourneys([wrong])).toThrow(sentence)
  })
})
