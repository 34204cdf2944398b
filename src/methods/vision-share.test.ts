import { describe, expect, test } from 'vitest'
import { randomFrom } from './random.ts'
import {
  dayByStageTime,
  type Entry,
  type Planned,
  priceOf,
  restOf,
  unlinked,
  visionShare,
} from './vision-share.ts'

const current = new Set(['Lead the category', 'Shorten the way to a customer'])
const asked = { current, unit: 'hours', seed: 1 } as const

const entry = (given: Partial<Entry>): Entry => ({
  person: 'Ana',
  week: '2026-W10',
  amount: 8,
  item: 'webinar',
  goals: [],
  kind: 'work',
  ...given,
})

const vision = { goals: ['Lead the category'] }
const rounds = 150

function someEntries(random: () => number): Entry[] {
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!
  return Array.from({ length: 1 + Math.floor(random() * 60) }, () =>
    entry({
      person: pick(['Ana', 'Ben', 'Cleo', 'Dana']),
      week: pick(['2026-W10', '2026-W11', '2026-W12']),
      amount: Math.floor(random() * 40) / 4,
      item: pick(['webinar', 'banner', null]),
      goals: pick([[], ['Lead the category'], ['An old goal'], ['An old goal', 'Lead the category']]),
      kind: pick(['work', 'work', 'work', 'absence']),
      category: pick(['Requests', 'Meetings', undefined]),
    }),
  )
}

describe('the share of work that goes to the vision', () => {
  test('is what leads up to a current goal ÷ all that was worked', () => {
    const entries = [
      entry({ amount: 24, ...vision }),
      entry({ amount: 6, goals: ['An old goal'] }),
      entry({ amount: 2, item: null }),
      entry({ amount: 8, kind: 'absence', ...vision }),
    ]
    expect(visionShare(entries, asked)).toMatchObject({ vision: 24, total: 32, share: 0.75, unit: 'hours' })
    expect(restOf(entries, current)).toEqual([
      { category: 'Other work', amount: 6, share: 6 / 32, isUnlinked: false },
      { category: unlinked, amount: 2, share: 2 / 32, isUnlinked: true },
    ])
  })

  test('is not known where nothing was worked', () => {
    const share = visionShare([entry({ kind: 'absence' }), entry({ amount: 0 })], asked)
    expect(share).toMatchObject({ share: null, interval: null, alarm: null, total: 0 })
    expect(() => visionShare([entry({ amount: -1 })], asked)).toThrow('Ana has -1 in 2026-W10')
    expect(() => visionShare([entry({ amount: Number.NaN })], asked)).toThrow('a number from 0')
  })

  test('lies from 0 to 1 with its limits, and with the rest makes up all', () => {
    const random = randomFrom(21)
    for (let round = 0; round < rounds; round += 1) {
      const entries = someEntries(random)
      const { share, interval } = visionShare(entries, asked)
      if (share === null) continue
      const rest = restOf(entries, current).reduce((sum, one) => sum + one.share, 0)
      expect(share + rest).toBeCloseTo(1, 12)
      for (const one of [share, interval?.low ?? 0, interval?.high ?? 1]) {
        expect(one).toBeGreaterThanOrEqual(0)
        expect(one).toBeLessThanOrEqual(1)
      }
      expect(interval === null || interval.low <= interval.high).toBe(true)
    }
  })

  test('falls when work is done that hangs on nothing', () => {
    const random = randomFrom(22)
    for (let round = 0; round < rounds; round += 1) {
      const entries = [...someEntries(random), entry({ ...vision, amount: 1 })]
      const before = visionShare(entries, asked).share!
      expect(visionShare([...entries, entry({ item: null, amount: 3 })], asked).share!).toBeLessThan(before)
    }
  })

  test('does not move by absence, whatever it hangs on', () => {
    const random = randomFrom(23)
    for (let round = 0; round < rounds; round += 1) {
      const entries = someEntries(random)
      const away = [
        entry({ kind: 'absence', amount: 40 }),
        entry({ kind: 'absence', ...vision, person: 'Dana' }),
      ]
      expect(visionShare([...entries, ...away], asked)).toEqual(visionShare(entries, asked))
    }
  })

  test('does not move when an item is split, or when entries come in another order', () => {
    const random = randomFrom(24)
    for (let round = 0; round < rounds; round += 1) {
      const entries = someEntries(random)
      const split = entries.flatMap((one) => [
        { ...one, amount: one.amount / 4, item: one.item && `${one.item}, part 1` },
        { ...one, amount: (one.amount * 3) / 4, item: one.item && `${one.item}, part 2` },
      ])
      expect(visionShare(split, asked)).toEqual(visionShare(entries, asked))
      expect(visionShare(entries.toReversed(), asked)).toEqual(visionShare(entries, asked))
    }
  })
})

describe('the alarm', () => {
  const weeks = (share: (at: number) => number) =>
    Array.from({ length: 24 }, (_, at) => [
      entry({ person: `${at % 6}`, week: `${at >> 2}`, amount: 40 * share(at), ...vision }),
      entry({ person: `${at % 6}`, week: `${at >> 2}`, amount: 40 * (1 - share(at)) }),
    ]).flat()

  test('sounds when even the upper limit is under the target', () => {
    const { share, interval, alarm } = visionShare(
      weeks((at) => 0.7 + 0.1 * (at % 2)),
      asked,
    )
    expect(share).toBeCloseTo(0.75, 12)
    expect(interval!.low).toBeLessThan(0.75)
    expect(interval!.high).toBeGreaterThan(0.75)
    expect(alarm).toMatch(/^At most 7\d\.\d % goes to the vision, and 90\.0 % is the target/)
  })

  test('is silent where chance could explain it, and where there is too little to tell', () => {
    expect(
      visionShare(
        weeks((at) => (at % 8 === 0 ? 0.3 : 0.97)),
        asked,
      ).alarm,
    ).toBeNull()
    expect(visionShare(weeks(() => 0.1).slice(0, 4), asked)).toMatchObject({ interval: null, alarm: null })
  })

  test('limits hold the truth about as often as they say', () => {
    const random = randomFrom(31)
    let held = 0
    for (let round = 0; round < 300; round += 1) {
      const { interval } = visionShare(
        weeks(() => 0.5 + random() * 0.4),
        { ...asked, seed: round },
      )
      if (interval!.low <= 0.7 && interval!.high >= 0.7) held += 1
    }
    expect(held / 300).toBeGreaterThan(0.7)
    expect(held / 300).toBeLessThan(0.88)
  })
})

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
      const entries = done.map((one) =>
        entry({ item: one.id, amount: one.amount, goals: one.isVision ? vision.goals : [] }),
      )
      expect(visionShare(entries, asked).share!).toBeCloseTo(price.after!, 12)
      expect((price.after! - price.before!) * 100).toBeCloseTo(price.points!, 9)
    }
  })
})

describe('a day of somebody who tracks no time', () => {
  const hour = 3_600_000
  const day = { from: 9 * hour, to: 17 * hour, minutes: 450 }

  test('goes to what they held, by how long', () => {
    const held = [
      { item: 'webinar', from: 0, to: 13 * hour },
      { item: 'banner', from: 15 * hour, to: 30 * hour },
      { item: 'webinar', from: 15 * hour, to: 17 * hour },
      { item: 'poster', from: 18 * hour, to: 20 * hour },
    ]
    expect(dayByStageTime(held, day)).toEqual([
      { item: 'banner', minutes: 113 },
      { item: 'webinar', minutes: 337 },
    ])
  })

  test('hangs on no item where they held nothing', () => {
    expect(dayByStageTime([], day)).toEqual([{ item: null, minutes: 450 }])
    expect(dayByStageTime([], { ...day, minutes: 0 })).toEqual([])
    expect(() => dayByStageTime([], { ...day, minutes: 0.5 })).toThrow('no working day')
  })

  test('sums to what was worked, to the minute', () => {
    const random = randomFrom(51)
    for (let round = 0; round < rounds; round += 1) {
      const held = Array.from({ length: Math.floor(random() * 9) }, (_, at) => {
        const from = random() * 24 * hour
        return { item: `${at % 4}`, from, to: from + random() * 8 * hour }
      })
      const minutes = Math.floor(random() * 1441)
      const spread = dayByStageTime(held, { ...day, minutes })
      expect(spread.reduce((sum, one) => sum + one.minutes, 0)).toBe(minutes)
    }
  })
})
