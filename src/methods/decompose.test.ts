import { describe, expect, test } from 'vitest'
import { type PartChange, ratioChange, totalChange, valueChange, type WorthChange } from './decompose.ts'

function change(
  segment: string,
  before: [number, number] | null,
  after: [number, number] | null,
): PartChange {
  const part = (pair: [number, number] | null) => pair && { numerator: pair[0], denominator: pair[1] }
  return { segment, before: part(before), after: part(after) }
}

function ratio(changes: readonly PartChange[]) {
  const answer = ratioChange(changes)
  if ('refused' in answer) throw new Error(answer.refused)
  return answer
}

// Search converts 20 % and then 22 %, social 5 % and then 6 %; social grows from half of the leads to two thirds.
const channels = [change('search', [20, 100], [22, 100]), change('social', [5, 100], [12, 200])]

describe('a ratio by mix and rate', () => {
  test('every segment did better, and yet the whole did worse', () => {
    const { before, after, all, segments } = ratio(channels)
    expect(before).toBeCloseTo(0.125, 12)
    expect(after).toBeCloseTo(34 / 300, 12)
    // Shares 1/2 → 1/3 and 1/2 → 2/3; average ratios 0.21 and 0.055, of all (0.125 + 0.11333) / 2 = 0.119167.
    const [search, social] = segments
    expect(search).toMatchObject({ segment: 'search', unmatched: 0 })
    expect(search!.mix).toBeCloseTo(-(1 / 6) * (0.21 - 0.1191666667), 9)
    expect(search!.rate).toBeCloseTo(0.02 * (5 / 12), 12)
    expect(social!.mix).toBeCloseTo((1 / 6) * (0.055 - 0.1191666667), 9)
    expect(social!.rate).toBeCloseTo(0.01 * (7 / 12), 12)
    expect(all.mix).toBeCloseTo(-0.0258333333, 9)
    expect(all.rate).toBeCloseTo(0.0141666667, 9)
    expect(all.change).toBeCloseTo(after - before, 12)
  })

  test('more of the same changes nothing', () => {
    const { all } = ratio([change('a', [2, 10], [4, 20]), change('b', [9, 30], [18, 60])])
    expect(Math.abs(all.mix) + Math.abs(all.rate)).toBeLessThan(1e-12)
  })

  test('a segment that appears is all mix', () => {
    const { segments, all } = ratio([change('old', [10, 100], [10, 100]), change('new', null, [30, 100])])
    // Ratio 0.1 → 0.2; the new segment has half the weight at 0.3 against an average of 0.15, the old loses half at 0.1.
    expect(segments[0]).toMatchObject({ segment: 'new', rate: 0 })
    expect(segments[0]!.mix).toBeCloseTo(0.075, 12)
    expect(segments[1]!.mix).toBeCloseTo(0.025, 12)
    expect(all.change).toBeCloseTo(0.1, 12)
  })

  test('conversions of nobody are unmatched', () => {
    const { segments, all } = ratio([change('known', [10, 100], [10, 100]), change('unknown', null, [5, 0])])
    expect(segments[0]).toMatchObject({ segment: 'unknown', mix: 0, rate: 0 })
    expect(segments[0]!.unmatched).toBeCloseTo(0.05, 12)
    expect(all.change).toBeCloseTo(0.05, 12)
  })

  test('is refused where a whole period divides by 0', () => {
    expect(ratioChange([change('a', [0, 0], [1, 10])])).toEqual({
      refused: 'There is no ratio in the earlier period: it divides by 0.',
    })
    expect(ratioChange([change('a', [1, 10], null)])).toEqual({
      refused: 'There is no ratio in the later period: it divides by 0.',
    })
  })

  test('numbers that cannot be are mistakes', () => {
    expect(() => ratioChange([change('a', [1, -10], [1, 10])])).toThrow('-10 is one of them')
    expect(() => totalChange([change('a', [Number.NaN, 10], [1, 10])])).toThrow('with NaN in it')
  })
})

describe('a total by volume, mix and rate', () => {
  test('two segments by hand', () => {
    const { before, after, segments } = totalChange(channels)
    expect([before, after]).toEqual([25, 34])
    const social = segments.find(({ segment }) => segment === 'social')!
    // 200 · 1/2 · 0.05 → 300 · 2/3 · 0.06.
    expect(social.volume).toBeCloseTo(100 * ((0.025 + 0.04) / 3 + (0.03 + 0.1 / 3) / 6), 9)
    expect(social.mix).toBeCloseTo((1 / 6) * ((10 + 18) / 3 + (12 + 15) / 6), 9)
    expect(social.rate).toBeCloseTo(0.01 * ((100 + 200) / 3 + (400 / 3 + 150) / 6), 9)
    expect(social.change).toBeCloseTo(7, 12)
  })

  test('from nothing at all it is all volume', () => {
    const { all } = totalChange([change('a', null, [5, 50]), change('b', null, [4, 20])])
    expect(all).toMatchObject({ mix: 0, rate: 0, unmatched: 0 })
    expect(all.volume).toBeCloseTo(9, 12)
    expect(totalChange([]).change).toBe(0)
  })
})

const worth = (segment: string, before: number[] | null, after: number[] | null): WorthChange => {
  const side = (at: number[] | null) => at && { volume: at[0]!, units: at[1]!, value: at[2]! }
  return { segment, before: side(before), after: side(after) }
}

describe('a sum of value by volume, rate and value per unit', () => {
  test('one segment by hand: 100 leads, 10 deals of 50 become 120 leads, 18 deals of 60', () => {
    const { change: whole, all } = valueChange([worth('all', [100, 10, 500], [120, 18, 1080])])
    expect(whole).toBe(580)
    expect(all.volume).toBeCloseTo(20 * ((5 + 9) / 3 + (6 + 7.5) / 6), 9)
    expect(all.rate).toBeCloseTo(0.05 * ((5000 + 7200) / 3 + (6000 + 6000) / 6), 9)
    expect(all.perUnit).toBeCloseTo(10 * ((10 + 18) / 3 + (15 + 12) / 6), 9)
  })

  test('what appears or goes is volume, the largest first; value of no deal is unmatched', () => {
    const { segments } = valueChange([
      worth('same', [10, 1, 7], [10, 1, 7]),
      worth('loose', [10, 0, 0], [10, 0, 30]),
      worth('gone', [50, 5, 500], null),
      worth('new', null, [20, 2, 90]),
    ])
    expect(
      segments.map(({ segment, volume, unmatched }) => [segment, Math.round(volume), unmatched]),
    ).toEqual([
      ['gone', -500, 0],
      ['new', 90, 0],
      ['loose', 0, 30],
      ['same', 0, 0],
    ])
  })

  test('deals where there were none before are a better rate', () => {
    const { all } = valueChange([worth('a', [10, 0, 0], [10, 2, 80])])
    expect(all).toMatchObject({ volume: 0, perUnit: 0, unmatched: 0 })
    expect(all.rate).toBeCloseTo(80, 12)
  })
})

describe('whatever the figures, the effects add up', () => {
  // A small generator, so that every run sees the same figures; every third is 0.
  let state = 7
  const draw = (most: number) => {
    state = (state * 48271) % 2147483647
    return state % 3 === 0 ? 0 : state % most
  }
  const rounds = Array.from({ length: 300 }, (_, round) =>
    Array.from({ length: 1 + (round % 7) }, (_, index) => ({
      segment: `segment ${index}`,
      before: draw(5) === 0 ? null : [draw(400), draw(90), draw(9000) - 1000],
      after: draw(5) === 0 ? null : [draw(400), draw(90), draw(9000) - 1000],
    })),
  )
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-9)

  test('in totals and values, segment by segment', () => {
    for (const round of rounds) {
      const values = valueChange(round.map(({ segment, before, after }) => worth(segment, before, after)))
      near(values.all.change, values.change)
      for (const { segment, change: told } of values.segments) {
        const { before, after } = round.find((one) => one.segment === segment)!
        near(told, (after?.[2] ?? 0) - (before?.[2] ?? 0))
      }
      const totals = totalChange(round.map(asParts))
      near(totals.all.change, totals.change)
      for (const { volume, mix, rate, unmatched, change: told } of totals.segments)
        near(volume + mix + rate + unmatched, told)
    }
  })

  test('in ratios, over all segments', () => {
    const ratios = rounds.map((round) => ratioChange(round.map(asParts)))
    const defined = ratios.flatMap((one) => ('refused' in one ? [] : [one]))
    expect(defined.length).toBeGreaterThan(150)
    for (const { all, change: told, segments } of defined) {
      near(all.change, told)
      const sizes = segments.map((segment) => Math.abs(segment.change))
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    }
  })

  function asParts({
    segment,
    before,
    after,
  }: {
    segment: string
    before: number[] | null
    after: number[] | null
  }) {
    const pair = (at: number[] | null): [number, number] | null => at && [at[1]!, at[0]!]
    return change(segment, pair(before), pair(after))
  }
})
