import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { cd3, delayCost, ice, leastDelayOrder, rank, rice, sensitivity, wsjf } from './index.ts'

describe('scores', () => {
  test('follow their sources', () => {
    expect(rice({ reach: 500, impact: 2, confidence: 0.8, effort: 2 }).value).toBe(400)
    expect(wsjf({ value: 8, 'time criticality': 5, 'risk reduction': 3, size: 5 }).value).toBe(3.2)
    expect(ice({ impact: 8, confidence: 5, ease: 2 }, 'product').value).toBe(80)
    expect(ice({ impact: 8, confidence: 5, ease: 2 }, 'mean').value).toBe(5)
    expect(cd3({ 'cost of delay': 6, duration: 2 }).value).toBe(3)
  })

  test.each([
    [rice({ reach: 500, impact: 2, confidence: 0.8, effort: 0 }), '“effort” is 0'],
    [rice({ reach: null, impact: 2, confidence: 0.8, effort: 1 }), '“reach” is empty'],
    [rice({ reach: -1, impact: 2, confidence: 0.8, effort: 1 }), '“reach” is -1'],
    [rice({ reach: 1e308, impact: 1e10, confidence: 1, effort: 1 }), 'too large'],
    [rice({ reach: Number.POSITIVE_INFINITY, impact: 1, confidence: 1, effort: 1 }), '“reach” is Infinity'],
    [cd3({ 'cost of delay': 6, duration: Number.NaN }), '“duration” is empty'],
  ])('say why there is none: %j', (score, reason) => {
    expect(score.value).toBeNull()
    expect(score.reason).toContain(reason)
  })
})

describe('cost of delay', () => {
  const [a, b, c] = [
    { id: 'A', days: 5, costADay: 10 },
    { id: 'B', days: 2, costADay: 6 },
    { id: 'C', days: 4, costADay: 4 },
  ] as const

  test('is least in the order of cost a day ÷ days', () => {
    expect(leastDelayOrder([a, b, c]).map((one) => one.id)).toEqual(['B', 'A', 'C'])
    expect(delayCost([b, a, c])).toBe(126)
    expect(delayCost([a, b, c])).toBe(136)
  })

  test('is never less in any other order', () => {
    const random = randomFrom(2)
    for (let round = 0; round < 60; round += 1) {
      const jobs = Array.from({ length: 5 }, (_, at) => ({
        id: `${at}`,
        days: Math.floor(random() * 4),
        costADay: Math.floor(random() * 5),
      }))
      const least = delayCost(leastDelayOrder(jobs))
      expect(least).toBe(Math.min(...ordersOf(jobs).map(delayCost)))
    }
  })

  test('needs numbers', () => {
    expect(() => leastDelayOrder([{ id: 'A', days: -1, costADay: 1 }])).toThrow('“A” needs its days')
  })
})

function ordersOf<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]]
  return all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [one, ...rest]))
}

test('a ranking shares ranks among equals in the order they came, and puts those without a score last', () => {
  const scores: Record<string, number | null> = { slow: 1, late: null, first: 9, second: 9, third: 4 }
  const ranked = rank(Object.keys(scores), (name) =>
    scores[name] === null ? { value: null, reason: 'Empty.' } : { value: scores[name]!, reason: null },
  )
  expect(ranked.map(({ item, rank: place }) => [item, place])).toEqual([
    ['first', 1],
    ['second', 1],
    ['third', 3],
    ['slow', 4],
    ['late', null],
  ])
})

describe('how much the top five depends on estimates', () => {
  const quotient = (one: Readonly<Record<string, number | null>>) => one.value! / one.effort!

  test('not at all where they are worlds apart', () => {
    const items = Array.from({ length: 30 }, (_, at) => ({ value: 10 ** (at % 15), effort: 1 }))
    const distinct = items.slice(0, 15)
    expect(sensitivity(distinct, quotient, { seed: 1 }).changed).toBe(0)
  })

  test('almost always where they are alike, and only on what counts', () => {
    const random = randomFrom(3)
    const items = Array.from({ length: 40 }, () => ({
      value: 100 + random(),
      effort: 10,
      idle: 7,
    }))
    const found = sensitivity(items, quotient, { seed: 1 })
    expect(found.changed).toBeGreaterThan(0.95)
    expect(found.byInput.find((one) => one.input === 'idle')!.changed).toBe(0)
    expect(found.byInput.at(-1)!.input).toBe('idle')
    expect(found.atTop.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(5, 9)
    expect(sensitivity(items, quotient, { seed: 1 })).toEqual(found)
  })

  test('which input decides: the one that differs in weight', () => {
    const items = Array.from({ length: 12 }, (_, at) => ({ heavy: 100 + at, light: 100 - at }))
    const scoreOf = (one: Readonly<Record<string, number | null>>) => 10 * one.heavy! + 0.01 * one.light!
    const { byInput } = sensitivity(items, scoreOf, { seed: 5 })
    expect(byInput[0]!.input).toBe('heavy')
    expect(byInput[0]!.changed).toBeGreaterThan(byInput[1]!.changed)
  })

  test('items without a score never stand at the top', () => {
    const items = [{ value: null }, { value: 2 }, { value: 1 }]
    const { atTop } = sensitivity(items, (one) => one.value ?? null, { seed: 1 })
    expect(atTop.map((one) => one.at)).toEqual([1, 2])
    expect(() => sensitivity(items, () => 1, { seed: 1, draws: 0 })).toThrow('“0” draws')
  })
})
