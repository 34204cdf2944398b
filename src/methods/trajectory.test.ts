import { describe, expect, test } from 'vitest'
import { countsOf, incidence } from './survival.ts'
import { mannKendall, outlook, readOut, theilSen } from './trajectory.ts'

// Of ten mature leads two are won at 10 days, two at 20, and six are lost at 30.
const history = incidence(
  countsOf(
    [10, 10, 20, 20, 30, 30, 30, 30, 30, 30].map((time) => ({ time, cause: time < 30 ? 'won' : 'lost' })),
  ),
)

describe('the outlook of an open cohort', () => {
  test('a fresh cohort is expected to end like the mature ones', () => {
    const fresh = [{ age: 0, count: 100 }]
    expect(outlook(history, 'won', { entered: fresh, open: fresh, converted: 0 })).toMatchObject({
      toCome: 40,
      expected: 40,
      rate: 0.4,
      maturity: 0,
    })
  })

  test('after ten days each open lead has (0.4 − 0.2) / 0.8 to come', () => {
    const result = outlook(history, 'won', {
      entered: [{ age: 12, count: 100 }],
      open: [{ age: 12, count: 76 }],
      converted: 24,
    })
    expect(result.toCome).toBeCloseTo(76 * 0.25, 12)
    expect(result.expected).toBeCloseTo(43, 12)
    expect(result.maturity).toBeCloseTo(0.5, 12)
  })

  test('leads older than the curve add nothing', () => {
    const result = outlook(history, 'won', {
      entered: [{ age: 90, count: 10 }],
      open: [{ age: 90, count: 3 }],
      converted: 4,
    })
    expect(result).toMatchObject({ expected: 4, maturity: 1 })
  })

  test('without history or people the maturity is unknown', () => {
    const nobody = { entered: [], open: [], converted: 0 }
    expect(outlook(history, 'won', nobody)).toMatchObject({ rate: null, maturity: null })
    expect(outlook(incidence([]), 'won', nobody).maturity).toBeNull()
  })
})

describe('level, direction and speed', () => {
  test('a rising series rises at its slope', () => {
    const rising = Array.from({ length: 13 }, (_, week) => 100 + 3 * week)
    expect(readOut(rising)).toMatchObject({ level: 131.5, direction: 'up', speed: 3 })
    expect(readOut(rising.toReversed())).toMatchObject({ direction: 'down', speed: -3 })
  })

  test('one wild week does not turn the direction', () => {
    const outage = Array.from({ length: 13 }, (_, week) => (week === 11 ? 0 : 100 + 3 * week))
    expect(readOut(outage)).toMatchObject({ direction: 'up', speed: 3 })
  })

  test('noise without a trend is flat, whatever its slope', () => {
    const result = readOut([10, 12, 9, 11, 10, 13, 9, 12, 10, 11, 9, 12, 11])!
    expect(result.direction).toBe('flat')
    expect(result.p).toBeGreaterThan(0.05)
  })

  test('missing weeks keep their place', () => {
    expect(
      theilSen([
        { week: 0, value: 0 },
        { week: 4, value: 8 },
      ]),
    ).toBe(2)
    expect(readOut([null, 5, null, null, null, null])).toMatchObject({ level: 5, speed: null, p: 1 })
    expect(readOut([null, null])).toBeNull()
  })

  test('five rising values have S = 10 and p = .0275', () => {
    const { s, p } = mannKendall([1, 2, 3, 4, 5])
    expect(s).toBe(10)
    expect(p.toFixed(4)).toBe('0.0275')
  })
})
