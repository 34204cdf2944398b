import { expect, test } from 'vitest'
import { gatherJourneys, influencedConversions, type Journey } from './journeys.ts'
import { seededRandom } from './random.ts'
import { shapley, shapleyOverSets } from './shapley.ts'

const journey = (channels: string, conversions: number): Journey => ({
  channels: channels.split(' '),
  conversions,
  value: conversions * 3,
  nulls: 0,
})

test('conversions shared with b leave a seven and b three (eeghor/mta)', () => {
  const journeys = gatherJourneys([journey('a', 4), journey('a b a', 6)])
  for (const credits of [shapley(journeys), shapleyOverSets(journeys)]) {
    expect(credits.map(({ conversions }) => conversions)).toEqual([7, 3])
    expect(credits.map(({ value }) => value)).toEqual([21, 9])
  }
})

test('four channels that only convert together share evenly (eeghor/mta)', () => {
  const credits = shapleyOverSets(gatherJourneys([journey('a b c d', 10)]))
  expect(credits.map(({ conversions }) => conversions)).toEqual([2.5, 2.5, 2.5, 2.5])
})

test.each([1, 2, 3, 5, 8, 10, 12])('over %i channels both forms agree', (size) => {
  const random = seededRandom(size)
  const journeys = gatherJourneys(
    Array.from({ length: 300 }, () => ({
      channels: Array.from({ length: 1 + Math.floor(random() * 9) }, () => `${Math.floor(random() * size)}`),
      conversions: 1 + Math.floor(random() * 5),
      value: (random() - 0.2) * 100,
      nulls: 0,
    })),
  )
  const whole = shapleyOverSets(journeys)
  for (const [c, one] of shapley(journeys).entries()) {
    expect(whole[c]!.conversions).toBeCloseTo(one.conversions, 7)
    expect(whole[c]!.value).toBeCloseTo(one.value, 7)
  }
})

test('twenty-one channels are too many for all sets, and the refusal says what to do', () => {
  const names = Array.from({ length: 21 }, (_, i) => `channel-${i}`).join(' ')
  const journeys = gatherJourneys([journey(names, 21)])
  expect(() => shapleyOverSets(journeys)).toThrow(/There are 21 channels.*simplified form.*same numbers/)
  expect(shapley(journeys).map(({ conversions }) => conversions)).toEqual(new Array(21).fill(1))
})

test('influenced conversions overlap', () => {
  const journeys = gatherJourneys([journey('a', 4), journey('a b a', 6)])
  expect([...influencedConversions(journeys)]).toEqual([10, 6])
})
