import { describe, expect, test } from 'vitest'
import { inWords, next, occurrences, whyNotRule } from './recurrence.ts'

const rule = (start: string, text: string, zone = 'America/New_York', ...extra: string[]) =>
  [`DTSTART;TZID=${zone}:${start}`, `RRULE:${text}`, ...extra].join('\n')

const far = { from: new Date('1990-01-01'), to: new Date('2031-01-01') }

/** As the standard prints them: `1997-09 2,4-6; 10 1` is a day each. */
function days(printed: string): string[] {
  let month = ''
  return printed.split(/;\s*/).flatMap((group) => {
    const [, year, which, list] = /^(?:(\d{4})-)?(\d{2}) (.+)$/.exec(group)!
    month = `${year ?? month.slice(0, 4)}-${which}`
    return list!.split(',').flatMap((one) => {
      const [first, last = first] = one.split('-').map(Number) as [number, number?]
      return Array.from(
        { length: last! - first + 1 },
        (_, at) => `${month}-${String(first + at).padStart(2, '0')}`,
      )
    })
  })
}

const january = '1998-01 1-31; 1999-01 1-31; 2000-01 1-31'
const nyc = '19970902T090000'

// The examples of RFC 5545 §3.8.5.3 with the days it prints; those that go on forever as far as it prints them.
test.each([
  [nyc, 'FREQ=DAILY;COUNT=10', '1997-09 2-11'],
  [nyc, 'FREQ=DAILY;UNTIL=19971224T000000Z', '1997-09 2-30; 10 1-31; 11 1-30; 12 1-23'],
  [
    nyc,
    'FREQ=DAILY;INTERVAL=2',
    '1997-09 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 10 2,4,6,8,10,12,14,16,18,20,22,24,26,28,30; 11 1,3,5,7',
  ],
  [nyc, 'FREQ=DAILY;INTERVAL=10;COUNT=5', '1997-09 2,12,22; 10 2,12'],
  ['19980101T090000', 'FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', january],
  ['19980101T090000', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1', january],
  [nyc, 'FREQ=WEEKLY;COUNT=10', '1997-09 2,9,16,23,30; 10 7,14,21,28; 11 4'],
  [
    nyc,
    'FREQ=WEEKLY;UNTIL=19971224T000000Z',
    '1997-09 2,9,16,23,30; 10 7,14,21,28; 11 4,11,18,25; 12 2,9,16,23',
  ],
  [
    nyc,
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    '1997-09 2,16,30; 10 14,28; 11 11,25; 12 9,23; 1998-01 6,20; 02 3,17',
  ],
  [nyc, 'FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH', '1997-09 2,4,9,11,16,18,23,25,30; 10 2'],
  [nyc, 'FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH', '1997-09 2,4,9,11,16,18,23,25,30; 10 2'],
  [
    '19970901T090000',
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR',
    '1997-09 1,3,5,15,17,19,29; 10 1,3,13,15,17,27,29,31; 11 10,12,14,24,26,28; 12 8,10,12,22',
  ],
  [nyc, 'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH', '1997-09 2,4,16,18,30; 10 2,14,16'],
  [
    '19970905T090000',
    'FREQ=MONTHLY;COUNT=10;BYDAY=1FR',
    '1997-09 5; 10 3; 11 7; 12 5; 1998-01 2; 02 6; 03 6; 04 3; 05 1; 06 5',
  ],
  ['19970905T090000', 'FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR', '1997-09 5; 10 3; 11 7; 12 5'],
  [
    '19970907T090000',
    'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
    '1997-09 7,28; 11 2,30; 1998-01 4,25; 03 1,29; 05 3,31',
  ],
  [
    '19970922T090000',
    'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
    '1997-09 22; 10 20; 11 17; 12 22; 1998-01 19; 02 16',
  ],
  ['19970928T090000', 'FREQ=MONTHLY;BYMONTHDAY=-3', '1997-09 28; 10 29; 11 28; 12 29; 1998-01 29; 02 26'],
  [nyc, 'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', '1997-09 2,15; 10 2,15; 11 2,15; 12 2,15; 1998-01 2,15'],
  [
    '19970930T090000',
    'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
    '1997-09 30; 10 1,31; 11 1,30; 12 1,31; 1998-01 1,31; 02 1',
  ],
  [
    '19970910T090000',
    'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
    '1997-09 10-15; 1999-03 10-13',
  ],
  [
    nyc,
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=TU',
    '1997-09 2,9,16,23,30; 11 4,11,18,25; 1998-01 6,13,20,27; 03 3,10,17,24,31',
  ],
  [
    '19970610T090000',
    'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
    '1997-06 10; 07 10; 1998-06 10; 07 10; 1999-06 10; 07 10; 2000-06 10; 07 10; 2001-06 10; 07 10',
  ],
  [
    '19970310T090000',
    'FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3',
    '1997-03 10; 1999-01 10; 02 10; 03 10; 2001-01 10; 02 10; 03 10; 2003-01 10; 02 10; 03 10',
  ],
  [
    '19970101T090000',
    'FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200',
    '1997-01 1; 04 10; 07 19; 2000-01 1; 04 9; 07 18; 2003-01 1; 04 10; 07 19; 2006-01 1',
  ],
  ['19970519T090000', 'FREQ=YEARLY;BYDAY=20MO', '1997-05 19; 1998-05 18; 1999-05 17'],
  ['19970512T090000', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', '1997-05 12; 1998-05 11; 1999-05 17'],
  [
    '19970313T090000',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=TH',
    '1997-03 13,20,27; 1998-03 5,12,19,26; 1999-03 4,11,18,25',
  ],
  [
    '19970605T090000',
    'FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8',
    '1997-06 5,12,19,26; 07 3,10,17,24,31; 08 7,14,21,28; 1998-06 4,11,18,25; 07 2,9,16,23,30; 08 6,13,20,27; 1999-06 3,10,17,24; 07 1,8,15,22,29; 08 5,12,19,26',
  ],
  [nyc, 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '1998-02 13; 03 13; 11 13; 1999-08 13; 2000-10 13'],
  [
    '19970913T090000',
    'FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13',
    '1997-09 13; 10 11; 11 8; 12 13; 1998-01 10; 02 7; 03 7; 04 11; 05 9; 06 13',
  ],
  [
    '19961105T090000',
    'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '1996-11 5; 2000-11 7; 2004-11 2',
  ],
  ['19970904T090000', 'FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3', '1997-09 4; 10 7; 11 6'],
  [
    '19970929T090000',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    '1997-09 29; 10 30; 11 27; 12 30; 1998-01 29; 02 26; 03 30',
  ],
  ['19970805T090000', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO', '1997-08 5,10,19,24'],
  ['19970805T090000', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU', '1997-08 5,17,19,31'],
  ['20070115T090000', 'FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5', '2007-01 15,30; 02 15; 03 15,30'],
])('from %s, %s', (start, text, printed) => {
  const wanted = days(printed)
  const isEndless = !/COUNT|UNTIL/.test(text)
  const found = occurrences(rule(start, text), { ...far, most: isEndless ? wanted.length : 5000 })
  expect(found.map((one) => one.local)).toEqual(wanted.map((day) => `${day}T09:00:00`))
})

const day = '1997-09-02T'
const everyTwenty = Array.from({ length: 24 }, (_, at) => `${9 + Math.floor(at / 3)}:${'024'[at % 3]}0`)

test.each([
  // The standard prints 17:00Z, which is 13:00 in New York, with the times of 17:00 there.
  ['FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z', ['9:00', '12:00', '15:00']],
  ['FREQ=MINUTELY;INTERVAL=15;COUNT=6', ['9:00', '9:15', '9:30', '9:45', '10:00', '10:15']],
  ['FREQ=MINUTELY;INTERVAL=90;COUNT=4', ['9:00', '10:30', '12:00', '13:30']],
  ['FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40', everyTwenty],
  ['FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16', everyTwenty],
])('on one day, %s', (text, times) => {
  const found = occurrences(rule(nyc, text), {
    from: new Date('1997-09-02'),
    to: new Date('1997-09-03T03:59:00Z'),
  })
  expect(found.map((one) => one.local)).toEqual(times.map((time) => `${day}${time.padStart(5, '0')}:00`))
})

test('what is left out is left out, and what is added comes in its place', () => {
  const text = rule(
    nyc,
    'FREQ=DAILY;COUNT=3',
    'America/New_York',
    'EXDATE;TZID=America/New_York:19970903T090000',
    'RDATE;TZID=America/New_York:19970903T150000',
  )
  expect(occurrences(text, far).map((one) => one.local)).toEqual([
    `${day}09:00:00`,
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
    'every 30 minutes in the hours from 09:00 and 10:00',
  ],
])('in words: %s', (text, words) => {
  expect(inWords(text)).toBe(words)
})

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
