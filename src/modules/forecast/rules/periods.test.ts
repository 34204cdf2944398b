import { expect, test } from 'vitest'
import { calendarYear, periodOf } from '../../../methods/fiscal.ts'
import { lastComplete, samePart } from './periods.ts'

const asked = (today: string) => ({ today, grain: 'month' as const, calendar: calendarYear })

test.each([
  // today, newest row, usual gap, what is whole, how far the running one is seen
  ['2026-03-20', '2026-03-20', 1, 'Feb 2026', '2026-03-19'],
  ['2026-03-20', '2026-03-18', 3, 'Feb 2026', '2026-03-19'],
  ['2026-03-20', '2026-03-12', 1, 'Feb 2026', '2026-03-12'],
  ['2026-05-20', '2026-03-12', 1, 'Feb 2026', '2026-03-12'],
  ['2026-04-01', '2026-03-31', 1, 'Mar 2026', null],
  ['2026-03-01', '2026-03-01', 1, 'Feb 2026', null],
])(
  'on %s, with rows to %s, %s is followed by a month seen to %s',
  (today, newest, usualGap, whole, seenTo) => {
    const { last, partial } = lastComplete({ newest, usualGap }, asked(today))
    expect([last.label, partial?.seenTo ?? null]).toEqual([whole, seenTo])
  },
)

test.each([
  ['2026-03-15', '2026-02-01', '2026-02-14'],
  ['2026-03-01', '2026-02-01', '2026-02-01'],
  ['2026-03-30', '2026-02-01', '2026-02-27'],
])('March seen to %s is held against February from %s to %s', (seenTo, month, day) => {
  const period = (on: string) => periodOf(on, 'month', calendarYear)
  expect(samePart(period('2026-03-01'), seenTo, period(month))).toBe(day)
})
