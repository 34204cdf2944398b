import { expect, test } from 'vitest'
import { occurrences } from '../recurrence.ts'
import { far, rule } from './fixtures.ts'

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
