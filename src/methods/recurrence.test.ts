import { describe, expect, test } from 'vitest'
import { far, rule } from './recurrence/fixtures.ts'
import { inWords, next, occurrences, whyNotRule } from './recurrence.ts'

test('what is left out is left out, and what is added comes in its place', () => {
  const text = rule(
    '19970902T090000',
    'FREQ=DAILY;COUNT=3',
    'America/New_York',
    'EXDATE;TZID=America/New_York:19970903T090000',
    'RDATE;TZID=America/New_York:19970903T150000',
  )
  expect(occurrences(text, far).map((one) => one.local)).toEqual([
    `1997-09-02T09:00:00`,
    '1997-09-03T15:00:00',
    '1997-09-04T09:00:00',
  ])
  expect(inWords(text)).toBe('every day at 09:00 (America/New_York), 3 times, 1 left out, 1 added')
})

describe('a clock that changes', () => {
  const daily = (zone: string, start: string, count: number) =>
    occurrences(rule(start, `FREQ=DAILY;COUNT=${count}`, zone), far).map((one) => one.at.slice(0, 16))

  test.each([
    ['Europe/Berlin', '20260328T090000', ['2026-03-28T08:00', '2026-03-29T07:00']],
    ['Europe/Berlin', '20261024T090000', ['2026-10-24T07:00', '2026-10-25T08:00']],
    ['America/New_York', '20260307T090000', ['2026-03-07T14:00', '2026-03-08T13:00']],
    ['America/New_York', '20261031T090000', ['2026-10-31T13:00', '2026-11-01T14:00']],
  ])('in %s from %s keeps nine o’clock', (zone, start, moments) => {
    expect(daily(zone, start, 2)).toEqual(moments)
  })

  test('leaves out a time that does not exist, and does not count it', () => {
    expect(daily('Europe/Berlin', '20260328T023000', 2)).toEqual(['2026-03-28T01:30', '2026-03-30T00:30'])
    expect(daily('America/New_York', '20260307T023000', 2)).toEqual(['2026-03-07T07:30', '2026-03-09T06:30'])
  })

  test('comes once at a time that exists twice, the first time', () => {
    expect(daily('Europe/Berlin', '20261024T023000', 3)).toEqual([
      '2026-10-24T00:30',
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
    expect(daily('America/New_York', '20261031T013000', 3)).toEqual([
      '2026-10-31T05:30',
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ])
  })

  test('never begins at a time that does not exist', () => {
    expect(whyNotRule(rule('20260329T023000', 'FREQ=DAILY', 'Europe/Berlin'))).toBe(
      '2026-03-29 02:30 does not exist in Europe/Berlin: the clock is put forward over it. Begin at another time.',
    )
  })
})

test('days alone are days in every zone', () => {
  const text = 'DTSTART;VALUE=DATE:20260330\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3'
  expect(occurrences(text, far).map((one) => one.local)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31'])
})

test('the next time is after, not at, a moment; after the last there is none', () => {
  const text = rule('20260302T090000', 'FREQ=WEEKLY;COUNT=2', 'Europe/Berlin')
  expect(next(text, new Date('2026-03-02T08:00:00Z'))?.local).toBe('2026-03-09T09:00:00')
  expect(next(text, new Date('2026-03-09T08:00:00Z'))).toBeNull()
  expect(next(rule('20260302T090000', 'FREQ=WEEKLY', 'Europe/Berlin'), new Date('2120-01-01'))?.local).toBe(
    '2120-01-01T09:00:00',
  )
})

test('no more come than were asked for', () => {
  const text = rule('20260302T090000', 'FREQ=HOURLY', 'Europe/Berlin')
  expect(
    occurrences(text, { from: new Date('2026-01-01'), to: new Date('2200-01-01'), most: 7 }),
  ).toHaveLength(7)
  expect(
    occurrences(text, { from: new Date('2026-01-01'), to: new Date('2200-01-01'), most: 1e9 }),
  ).toHaveLength(5000)
  expect(() => occurrences(text, { from: new Date('2026-01-02'), to: new Date('2026-01-01') })).toThrow(
    'ends before',
  )
})

test.each([
  [
    rule('20260302T090000', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10', 'Europe/Berlin'),
    'every 2 weeks on Monday and Friday at 09:00 (Europe/Berlin), 10 times',
  ],
  [
    rule('20260302T093000', 'FREQ=MONTHLY;BYDAY=-1FR', 'Europe/Berlin'),
    'every month on the last Friday at 09:30 (Europe/Berlin)',
  ],
  [
    rule('20260302T090000', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', 'UTC'),
    'every month on the 2nd to last of: weekdays at 09:00 (UTC)',
  ],
  [
    'DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=1,22;UNTIL=20300301',
    'every year on the 1st and 22nd of the month in March and June, until 1 March 2030',
  ],
  [
    rule('20260302T090000', 'FREQ=MINUTELY;INTERVAL=30;BYHOUR=9,10', 'UTC'),
    'every 30 minutes in the hours of 09:00 and 10:00',
  ],
  [rule('20260302T090000', 'FREQ=WEEKLY', 'UTC'), 'every week on Monday at 09:00 (UTC)'],
  [rule('20260331T090000', 'FREQ=MONTHLY', 'UTC'), 'every month on the 31st of the month at 09:00 (UTC)'],
  ['DTSTART;VALUE=DATE:20260322\nRRULE:FREQ=YEARLY', 'every year on 22 March'],
  ['DTSTART;VALUE=DATE:20260322\nRRULE:FREQ=DAILY;INTERVAL=3;COUNT=1', 'every 3 days, once'],
])('in words: %s', (text, words) => {
  expect(inWords(text)).toBe(words)
})
