import { expect, test } from 'vitest'
import { dayIn, minutesIn, momentIn, openDayIn, orderOf } from './rules/when.ts'

test.each([
  ['2026-03-12T09:41:00Z', '2026-03-12'],
  ['12/Mar/24 9:41 AM', '2024-03-12'],
  ['Mar 12, 2024', '2024-03-12'],
  ['12 March 2024', '2024-03-12'],
  ['31/12/2025', '2025-12-31'],
  ['31.02.2025', null],
  ['soon', null],
])('the day in %s', (text, day) => {
  expect(dayIn(text)).toBe(day)
})

test('an order of days that a column proves counts for all of it', () => {
  expect(orderOf(['01/02/2025', '6/21/2025 16:14'])).toBe('month-first')
  expect(orderOf(['01/02/2025', '21/6/2025'])).toBe('day-first')
  expect(orderOf(['01/02/2025'])).toBeNull()
  expect(momentIn('6/1/2025 4:14 PM', 'month-first')).toBe('2025-06-01T16:14:00.000Z')
})

test.each([
  ['3', 180],
  ['2,5', 150],
  ['1d 4h', 720],
  ['90m', 90],
  ['', null],
  ['a while', null],
])('the minutes in “%s”', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes)
})

test('a day is open where its day and its month could change places', () => {
  expect(openDayIn(['2026-05-01', '04/04/2026', ' 03/04/2026'])).toBe('03/04/2026')
  expect(openDayIn(['2026-05-01', '04/04/2026', '12/Mar/24'])).toBeNull()
})
