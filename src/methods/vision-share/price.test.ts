import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import { type Planned, priceOf, visionShare } from '../vision-share.ts'

const asked = { current: new Set(['Lead the category']), unit: 'hours', seed: 1 } as const
const rounds = 150

describe('the price of a request', () => {
  const plan: Planned[] = [
    { id: 'report', amount: 10, isVision: false },
    { id: 'webinar', amount: 90, isVision: true },
  ]

  test('where there is room: it thins the vision', () => {
    const price = priceOf({ amount: 20, isVision: false }, { plan, capacity: 120 })
    expect(price).toMatchObject({ before: 0.9, after: 0.75, displaced: [], tooMuch: 0 })
    expect(price.points).toBeCloseTo(-15, 9)
  })

  test('where there is none: what gives way counts too', () => {
    const price = priceOf({ amount: 20, isVision: false }, { plan, capacity: 100 })
    expect(price.displaced).toEqual([
      { id: 'report', amount: 10, isVision: false },
      { id: 'webinar', amount: 10, isVision: true },
    ])
    expect(price.points).toBeCloseTo(-10, 9)
    const kept = priceOf({ amount: 20, isVision: false }, { plan, capacity: 100, fixed: new Set(['report']) })
    expect(kept.points).toBeCloseTo(-20, 9)
  })

  test('of vision work is none, and of what fits nowhere is told', () => {
    expect(priceOf({ amount: 10, isVision: true }, { plan, capacity: 100 }).points).toBeCloseTo(10, 9)
    const price = priceOf({ amount: 130, isVision: false }, { plan, capacity: 100 })
    expect(price).toMatchObject({ after: 0, tooMuch: 30 })
  })

  test('cannot be told in points where nothing was planned', () => {
    const price = priceOf({ amount: 5, isVision: true }, { plan: [], capacity: 40 })
    expect(price).toEqual({ before: null, after: 1, points: null, displaced: [], tooMuch: 0 })
    expect(() => priceOf({ amount: 0, isVision: true }, { plan, capacity: 40 })).toThrow('estimate it')
    expect(() => priceOf({ amount: 1, isVision: true }, { plan, capacity: Number.NaN })).toThrow(
      'capacity of NaN',
    )
  })

  test('is what the share moves by when it is done', () => {
    const random = randomFrom(41)
    for (let round = 0; round < rounds; round += 1) {
      const some = Array.from({ length: 6 }, (_, at) => ({
        id: `${at}`,
        amount: 1 + Math.floor(random() * 20),
        isVision: random() < 0.7,
      }))
      const request = { amount: 1 + Math.floor(random() * 30), isVision: random() < 0.3 }
      const price = priceOf(request, { plan: some, capacity: 40 + Math.floor(random() * 60) })
      const gone = new Map(price.displaced.map((one) => [one.id, one.amount]))
      const done = [
        ...some.map((one) => ({ ...one, amount: one.amount - (gone.get(one.id) ?? 0) })),
        { id: 'new', ...request },
      ]
      const entries = done.map((one) => ({
        person: 'Ana',
        week: '2026-W10',
        amount: one.amount,
        item: one.id,
        goals: one.isVision ? ['Lead the category'] : [],
        kind: 'work' as const,
      }))
      expect(visionShare(entries, asked).share!).toBeCloseTo(price.after!, 12)
      expect((price.after! - price.before!) * 100).toBeCloseTo(price.points!, 9)
    }
  })
})
