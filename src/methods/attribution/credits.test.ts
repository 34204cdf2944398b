import { expect, test } from 'vitest'
import { creditsOf } from './credits.ts'
import { journeyWeights } from './journey-weights.ts'
import { seededRandom } from './random.ts'
import { ruleModels, touchWeights } from './rule-models.ts'

const total = (credits: number[]) => credits.reduce((sum, credit) => sum + credit, 0)

test('a refund is divided as the sale was, sign and all', () => {
  expect(creditsOf(-10_000, [1, 1, 1])).toEqual([-3334, -3333, -3333])
})

test('nothing to divide gives zeros, to nobody gives nobody', () => {
  expect(creditsOf(0, [0.2, 0.8])).toEqual([0, 0])
  expect(creditsOf(0, [0, 0])).toEqual([0, 0])
  expect(creditsOf(0, [])).toEqual([])
})

test('tiny weights lose nothing', () => {
  expect(creditsOf(101, [5e-324, 5e-324])).toEqual([51, 50])
  expect(creditsOf(100, [1, 1e-300])).toEqual([100, 0])
})

test('the largest safe amount still sums', () => {
  const credits = creditsOf(Number.MAX_SAFE_INTEGER, [0.1, 0.2, 0.3, 0.4])
  expect(credits.reduce((left, credit) => left - credit, Number.MAX_SAFE_INTEGER)).toBe(0)
  expect(credits.every(Number.isSafeInteger)).toBe(true)
})

test.each<[number, number[], RegExp]>([
  [0.5, [1], /whole number/],
  [2 ** 53, [1], /whole number/],
  [1, [], /sum above 0/],
  [1, [0, 0], /sum above 0/],
  [1, [-1, 2], /from 0 up/],
  [1, [Number.NaN], /from 0 up/],
])('%d over %j is refused in words', (minor, weights, sentence) => {
  expect(() => creditsOf(minor, weights)).toThrow(sentence)
})

test('every model credits exactly the revenue of a hundred thousand journeys, refunds among them', () => {
  const random = seededRandom(19)
  const channels = ['email', 'events', 'constructor', '__proto__', '<script>']
  const channelWeights = new Map(channels.map((channel) => [channel, random()]))
  const wrong: unknown[] = []
  for (let i = 0; i < 100_000; i++) {
    const touches = Array.from({ length: 1 + Math.floor(random() * 9) }, () =>
      Math.floor(random() * channels.length),
    )
    const days = touches.map((_, t) => t * 20 * random())
    const [lead, opportunity] = [0, touches.length - 1]
    const timeline = {
      touches: touches.length,
      days,
      isDirect: days.map((day) => day > 9),
      lead,
      opportunity,
    }
    const minor = Math.round((random() - 0.3) * 10 ** (1 + Math.floor(random() * 9)))
    const models = Object.values(ruleModels).map((model) => touchWeights(model, timeline))
    models.push(
      journeyWeights(
        touches.map((touch) => channels[touch]!),
        channelWeights,
      ),
    )
    for (const weights of models) {
      const credits = creditsOf(minor, weights)
      const isNear = credits.every((credit, t) => Math.abs(credit - minor * weights[t]!) < 1)
      if (total(credits) !== minor || !isNear) wrong.push({ minor, weights, credits })
    }
  }
  expect(wrong).toEqual([])
})

test('channel weights are shared over the channels present and evenly over their touches', () => {
  const weights = new Map([
    ['ads', 3],
    ['events', 1],
    ['email', 6],
  ])
  expect(journeyWeights(['ads', 'events', 'ads'], weights)).toEqual([0.375, 0.25, 0.375])
  expect(journeyWeights(['fair', 'direct', 'fair'], weights)).toEqual([0.25, 0.5, 0.25])
  expect(journeyWeights([], weights)).toEqual([])
  expect(() => journeyWeights(['ads'], new Map([['ads', -1]]))).toThrow(/from 0 up/)
})
