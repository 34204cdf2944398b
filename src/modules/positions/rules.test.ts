import { describe, expect, test } from 'vitest'
import { fiscalYearOf } from '../../methods/fiscal.ts'
import {
  capacityByMonth,
  costInYear,
  daysByMonth,
  deliveredOf,
  endedAfter,
  minutesOfShares,
  overOf,
  remarkOn,
  spreadByDay,
  weekdaysBetween,
  whyNotEvidence,
  worthOf,
} from './rules.ts'

const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
/** February to January, as at Northwind. */
const year = fiscalYearOf('2026-05-20', { startMonth: 2, weekStart: 1, pattern: 'calendar' })

describe('what a position costs', () => {
  test('a whole year at full time costs exactly the yearly cost', () => {
    const days = daysByMonth(year, { from: '2020-01-01', to: '2030-12-31' })
    expect(sum(days)).toBe(365)
    expect(costInYear(6_000_001, 100, days, year)).toBe(6_000_001)
    expect(sum(spreadByDay(6_000_001, days))).toBe(6_000_001)
  })

  test.each([
    ['2026-06-16', '2027-01-31', 230],
    ['2026-06-16', '2026-06-16', 1],
    ['2025-01-01', '2026-02-01', 1],
    ['2027-02-01', '2027-03-01', 0],
  ])('from %s to %s it is there on %i days', (from, to, there) => {
    const days = daysByMonth(year, { from, to })
    expect(sum(days)).toBe(there)
    expect(sum(spreadByDay(777, days))).toBe(there === 0 ? 0 : 777)
  })

  test('months always sum to the amount, whatever the days', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const days = Array.from({ length: 12 }, (_, at) => 1 + ((seed * (at + 3) * 7) % 31))
      expect(sum(spreadByDay(seed * 104_729, days))).toBe(seed * 104_729)
    }
  })

  test('after its last day it costs nothing, and in that month by its days', () => {
    const days = daysByMonth(year, { from: '2026-02-01', to: '2027-01-31' })
    const months = Array.from({ length: 12 }, () => 2800)
    const left = endedAfter(months, days, { year, from: '2026-02-01', endedOn: '2026-03-01' })
    expect(left.slice(0, 4)).toEqual([2800, Math.round(2800 / 31), 0, 0])
  })
})

describe('hours', () => {
  test.each([
    ['2026-06-01', '2026-06-30', 22],
    ['2026-06-06', '2026-06-07', 0],
    ['2026-06-05', '2026-06-08', 2],
    ['2026-06-08', '2026-06-05', 0],
  ])('from %s to %s there are %i weekdays', (from, to, days) => {
    expect(weekdaysBetween(from, to)).toBe(days)
  })

  test('a month has its weekdays, a fifth of the week each, by the share of full time', () => {
    const worked = { ftePercent: 80, weeklyMinutes: 2400, span: { from: '2026-06-16', to: '2026-07-31' } }
    expect(capacityByMonth(worked, year).slice(4, 7)).toEqual([11 * 480 * 0.8, 23 * 480 * 0.8, 0])
  })

  test('shares that make a whole make exactly what there is', () => {
    expect(minutesOfShares([3333, 3333, 3334], 10_001)).toHaveLength(3)
    expect(sum(minutesOfShares([3333, 3333, 3334], 10_001))).toBe(10_001)
    expect(minutesOfShares([5000, 5000], 101)).toEqual([51, 50])
  })

  test('what is promised too often is said with how much', () => {
    expect(overOf('Editor', 600, 600)).toBeNull()
    expect(overOf('Editor', 690, 600)).toBe(
      '“Editor” has 10 h, and 11.5 h of it is promised: 1.5 h too much.',
    )
  })

  test('hours cost their part of the month, and no more than it where too much is promised', () => {
    expect(worthOf(300, { capacity: 600, allocated: 300, minor: 1000 })).toBe(500)
    expect(worthOf(600, { capacity: 600, allocated: 1200, minor: 1000 })).toBe(500)
    expect(worthOf(0, { capacity: 0, allocated: 0, minor: 1000 })).toBe(0)
  })
})

describe('what somebody else’s people deliver', () => {
  const one = { dueOn: '2026-03-01', deliveredOn: '2026-03-05', minutes: 120 }
  test.each([
    [[one], '2026-02-01', '2026-04-04', null],
    [[one], '2026-02-01', '2026-04-05', 'Nothing was delivered for 31 days.'],
    [[], '2026-02-01', '2026-04-05', 'Nothing was delivered in 63 days.'],
    [[{ ...one, deliveredOn: null }], '2026-02-25', '2026-03-10', '1 deliverable is late.'],
    [[], null, '2026-04-05', null],
    [[], '2026-05-01', '2026-04-05', null],
  ])('%j since %s, seen on %s: %s', (all, since, today, says) => {
    expect(remarkOn(all, since, today)).toBe(says)
  })

  test('only what was delivered counts', () => {
    expect(deliveredOf([one, { ...one, deliveredOn: null }], 240)).toEqual({
      minutes: 120,
      paid: 240,
      rate: 0.5,
    })
    expect(deliveredOf([], 0).rate).toBeNull()
  })

  test.each(['javascript:alert(1)', 'wiki', 'http://', 'data:text/html,x', '//host/x'])(
    '%s is no evidence',
    (link) => {
      expect(whyNotEvidence(link)).toMatch(/begins with https/)
    },
  )
  test('an address is', () => expect(whyNotEvidence('https://wiki.example/a?b=1')).toBeNull())
})
