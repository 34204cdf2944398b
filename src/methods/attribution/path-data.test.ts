import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData } from '../../test/shared.ts'
import { bootstrapShares } from './bootstrap.ts'
import { chainShape } from './chain.ts'
import { fitChain } from './fit.ts'
import { type ChannelCredit, gatherJourneys, type Journeys, sharesOf } from './journeys.ts'
import { markov, removalEffects } from './markov.ts'
import { chooseOrder } from './order.ts'
import { ruleModels, touchWeights } from './rule-models.ts'
import { ruleTotals } from './rule-totals.ts'
import { shapley, shapleyOverSets } from './shapley.ts'

type Effect = { re_conv: number; conv: number; re_val: number; val: number }
type Golden = {
  conversions: number
  value: number
  pconv: number
  heuristics: Record<string, Record<string, number>>
  markov: Record<string, Record<string, Effect>>
}

// PathData of ChannelAttribution 2.2.4 (Altomare & Loris): 10,000 journeys, 19,785 conversions, 68,602 nulls.
const folder = sharedData()
const read = (name: string) => readFileSync(join(folder!, 'path-data', name), 'utf8')

function journeysOf(text: string): Journeys {
  const lines = text.trim().split('\n').slice(1)
  return gatherJourneys(
    lines.map((line) => {
      const [touches, conversions, value, nulls] = line.split(';')
      const channels = touches!.split('>').map((channel) => channel.trim())
      return { channels, conversions: Number(conversions), value: Number(value), nulls: Number(nulls) }
    }),
  )
}

describe.skipIf(!folder)('PathData', () => {
  const journeys = folder ? journeysOf(read('Data.csv')) : gatherJourneys([])
  const golden = folder ? (JSON.parse(read('golden_attribution.json')).pathdata as Golden) : null

  test.each([
    ['first', 'fc', 'fv'],
    ['last', 'lc', 'lv'],
    ['linear', 'nc', 'nv'],
    ['u-first-last', 'uc', 'uv'],
  ] as const)('%s credits what the reference does', (name, conversions, value) => {
    for (const one of ruleTotals(journeys, (touches) => touchWeights(ruleModels[name], { touches }))) {
      expect(one.conversions).toBeCloseTo(golden!.heuristics[one.channel]![conversions]!, 6)
      expect(one.value).toBeCloseTo(golden!.heuristics[one.channel]![value]!, 6)
    }
  })

  const withoutNulls = { ...journeys, nulls: journeys.nulls.map(() => 0) }

  test.each([
    ['1', 1, journeys],
    ['2', 2, journeys],
    ['3', 3, journeys],
    ['1_no_null', 1, withoutNulls],
  ] as const)('Markov %s is the exact solution', (name, order, given) => {
    for (const one of markov(given, order).channels) {
      const expected = golden!.markov[name]![one.channel]!
      expect(Math.abs(one.removalEffect - expected.re_conv)).toBeLessThan(1e-9)
      expect(Math.abs(one.conversions - expected.conv)).toBeLessThan(1e-6)
      expect(Math.abs(one.valueEffect - expected.re_val)).toBeLessThan(1e-9)
      expect(Math.abs(one.value - expected.val)).toBeLessThan(1e-6)
    }
  })

  test.each([
    [1, 12],
    [2, 120],
    [3, 933],
    [4, 3975],
    [5, 8349],
  ])('order %i has %i states and converts as the journeys do', (order, states) => {
    const found = markov(journeys, order)
    expect(found.states).toBe(states)
    expect(found.probability).toBeCloseTo(golden!.pconv, 11)
    const credited = found.channels.reduce((sum, one) => sum + one.conversions, 0)
    expect(credited).toBeCloseTo(golden!.conversions, 6)
  })

  test('choose_order’s curve is met and peaks at order 4', () => {
    const { order, scores } = chooseOrder(journeys, 8)
    const curve = ['0.5087', '0.5174', '0.5278', '0.5428', '0.5538', '0.5589', '0.5619', '0.5632']
    expect(scores.map(({ auc }) => auc.toFixed(4))).toEqual(curve)
    expect(order).toBe(4)
    expect(scores[3]!.penalised.toFixed(4)).toBe('0.5357')
  })

  test('Shapley by its short form and over all 4,096 sets', () => {
    const expected: Record<string, number> = {
      ...{ alpha: 7627.944048, beta: 1982.739286, delta: 2.292857, epsilon: 374.677381, eta: 3613.655952 },
      ...{ gamma: 138.185714, iota: 3505.044048, kappa: 159.057143, lambda: 987.782143, mi: 2.666667 },
      ...{ theta: 1190.963095, zeta: 199.991667 },
    }
    const whole = shapleyOverSets(journeys)
    for (const [c, one] of shapley(journeys).entries()) {
      expect(one.conversions).toBeCloseTo(expected[one.channel]!, 6)
      expect(whole[c]!.conversions).toBeCloseTo(one.conversions, 6)
      expect(whole[c]!.value).toBeCloseTo(one.value, 6)
    }
  })

  test('a bootstrap of order 1 lays its interval around the share and flags the rare channels', () => {
    const shape = chainShape(journeys, 1)
    const shares = (one: Journeys) =>
      sharesOf(removalEffects(fitChain(shape, one)).channels as ChannelCredit[])
    const steps = bootstrapShares(journeys, shares, { seed: 1, resamples: 60 })
    let step = steps.next()
    while (!step.done) step = steps.next()
    for (const one of step.value) {
      expect(one.lower).toBeLessThanOrEqual(one.share)
      expect(one.share).toBeLessThanOrEqual(one.upper)
      expect(one.isThin).toBe(one.channel === 'delta' || one.channel === 'mi')
    }
  })
})
