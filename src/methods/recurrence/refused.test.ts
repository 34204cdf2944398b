import { expect, test } from 'vitest'
import { next, whyNotRule } from '../recurrence.ts'
import { rule } from './fixtures.ts'

const berlin = (text: string) => rule('20260302T090000', text, 'Europe/Berlin')

const refused: [string, string][] = [
  ['', 'has to begin with DTSTART'],
  ['DTSTART:20260302T090000Z', 'has to say how it recurs'],
  ['DTSTART:20260302T090000\nRRULE:FREQ=DAILY', 'DTSTART says no zone'],
  [rule('20260302T090000', 'FREQ=DAILY', 'Nowhere/Land'), 'There is no zone “Nowhere/Land”'],
  [rule('20260230T090000', 'FREQ=DAILY'), 'DTSTART says “20260230T090000”, which is no moment'],
  [`${berlin('FREQ=DAILY')}\nSUMMARY:Hello`, '“SUMMARY:Hello” is no line of a rule'],
  [`${berlin('FREQ=DAILY')}\nRRULE:FREQ=DAILY`, 'has 2 lines RRULE'],
  [`${berlin('FREQ=DAILY')}\nEXDATE:20269902`, 'EXDATE says “20269902”'],
  [berlin('FREQ=FORTNIGHTLY'), 'FREQ says “FORTNIGHTLY”'],
  [berlin('BYDAY=MO'), 'FREQ says “”'],
  [berlin('FREQ=DAILY;INTERVAL=0'), 'INTERVAL says “0”'],
  [berlin('FREQ=DAILY;COUNT=-3'), 'COUNT says “-3”'],
  [berlin('FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z'), 'not by both'],
  [berlin('FREQ=DAILY;BYMONTH=13'), 'BYMONTH says “13”'],
  [berlin('FREQ=MONTHLY;BYMONTHDAY=0'), 'BYMONTHDAY says 0'],
  [berlin('FREQ=WEEKLY;BYDAY=1MO'), 'FREQ is WEEKLY'],
  [berlin('FREQ=WEEKLY;BYDAY=XX'), 'BYDAY says “XX”'],
  [berlin('FREQ=WEEKLY;BYSETPOS=1'), 'BYSETPOS picks among days'],
  [berlin('FREQ=WEEKLY;FREQ=DAILY'), 'says FREQ twice'],
  [berlin('FREQ=WEEKLY;RSCALE=CHINESE'), '“RSCALE=CHINESE” is no part'],
  [berlin('FREQ=SECONDLY'), 'It would come 86400 times a day; 48 are the most'],
  [berlin('FREQ=MINUTELY'), 'It would come 1440 times a day'],
  [berlin(`FREQ=DAILY;BYHOUR=${[...Array(24).keys()]};BYMINUTE=0,20,40`), 'It would come 72 times a day'],
  [berlin('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 'It never comes'],
  [berlin('FREQ=DAILY;UNTIL=20260101T000000Z'), 'It never comes'],
  ['x'.repeat(20_001), '20001 characters'],
]

test.each(refused.map(([text, sentence]) => [sentence, text]))('refuses: %s', (sentence, text) => {
  expect(whyNotRule(text)).toContain(sentence)
  expect(() => next(text, new Date())).toThrow(sentence)
})

test.each([
  'FREQ=YEARLY;BYDAY=MO;BYSETPOS=100',
  'FREQ=MINUTELY;INTERVAL=30;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=SECONDLY;INTERVAL=2000;BYMONTH=2;BYMONTHDAY=30;COUNT=9',
  'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
])('is not kept busy by %s', (text) => {
  const began = performance.now()
  expect(whyNotRule(berlin(text))).toContain('It never comes')
  expect(performance.now() - began).toBeLessThan(4000)
})
