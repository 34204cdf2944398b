import { describe, expect, test } from 'vitest'
import { randomFrom } from './random.ts'
import { type Entry, restOf, unlinked, visionShare } from './vision-share.ts'

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
