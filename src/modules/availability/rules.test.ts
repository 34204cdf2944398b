import { expect, test } from 'vitest'
import { hoursOfDays, spanOf, totalOf, usualWeek, type Working, weeksInForce, whyNotWeek } from './rules.ts'

const worker = (said: Partial<Working> = {}): Working => ({
  ...{ startsOn: null, endsOn: null, weeks: [usualWeek], absences: [], duties: [], free: new Map() },
  ...said,
})
const whole = (fromOn: string, toOn: string, why = 'Away') => ({
  ...{ fromOn, toOn, startsHalf: false, endsHalf: false, why },
})
/** Monday 4 to Sunday 10 May 2026. */
const week = spanOf('2026-05-04', '2026-05-10')
const of = (said: Partial<Working>) => totalOf(hoursOfDays(worker(said), week))
const hour = 60

test.each([
  ['a plain week', {}, { scheduled: 40, absent: 0, duties: 0, available: 40 }],
  [
    'a holiday on a Friday',
    { free: new Map([['2026-05-08', 'Victory Day']]) },
    { scheduled: 40, absent: 8, duties: 0, available: 32 },
  ],
  [
    'a holiday on a Sunday',
    { free: new Map([['2026-05-10', 'Sunday']]) },
    { scheduled: 40, absent: 0, duties: 0, available: 40 },
  ],
  [
    'leave over a holiday, counted once',
    { free: new Map([['2026-05-08', 'Victory Day']]), absences: [whole('2026-05-07', '2026-05-10')] },
    { scheduled: 40, absent: 16, duties: 0, available: 24 },
  ],
  [
    'an afternoon',
    { absences: [{ ...whole('2026-05-06', '2026-05-06'), startsHalf: true }] },
    { scheduled: 40, absent: 4, duties: 0, available: 36 },
  ],
  [
    'leave from noon to noon',
    { absences: [{ ...whole('2026-05-05', '2026-05-07'), startsHalf: true, endsHalf: true }] },
    { scheduled: 40, absent: 16, duties: 0, available: 24 },
  ],
  [
    'two halves of one day by two leaves',
    {
      absences: [
        { ...whole('2026-05-06', '2026-05-06'), startsHalf: true },
        { ...whole('2026-05-06', '2026-05-06'), endsHalf: true },
      ],
    },
    { scheduled: 40, absent: 8, duties: 0, available: 32 },
  ],
  [
    'leave that began before and goes on',
    { absences: [whole('2026-04-01', '2026-06-30')] },
    { scheduled: 40, absent: 40, duties: 0, available: 0 },
  ],
  [
    'meetings of 5 hours',
    { duties: [{ fromOn: '2026-01-01', toOn: null, minutes: 300, what: 'Meetings' }] },
    { scheduled: 40, absent: 0, duties: 5, available: 35 },
  ],
  [
    'meetings of 5 hours with a day off',
    {
      duties: [{ fromOn: '2026-01-01', toOn: null, minutes: 300, what: 'Meetings' }],
      absences: [whole('2026-05-06', '2026-05-06')],
    },
    { scheduled: 40, absent: 8, duties: 4, available: 28 },
  ],
  [
    'duties that ended on Tuesday',
    { duties: [{ fromOn: '2026-01-01', toOn: '2026-05-05', minutes: 300, what: 'Support' }] },
    { scheduled: 40, absent: 0, duties: 2, available: 38 },
  ],
  [
    'more duties than hours',
    { duties: [{ fromOn: '2026-01-01', toOn: null, minutes: 4000, what: 'Support' }] },
    { scheduled: 40, absent: 0, duties: 40, available: 0 },
  ],
  [
    'a focus share of 75 %',
    { weeks: [{ ...usualWeek, focusPercent: 75 }] },
    { scheduled: 40, absent: 0, duties: 10, available: 30 },
  ],
  [
    'somebody who starts on Thursday',
    { startsOn: '2026-05-07' },
    { scheduled: 16, absent: 0, duties: 0, available: 16 },
  ],
  [
    'somebody who is not here yet',
    { startsOn: '2026-06-01' },
    { scheduled: 0, absent: 0, duties: 0, available: 0 },
  ],
  [
    'somebody who left on Monday',
    { endsOn: '2026-05-04' },
    { scheduled: 8, absent: 0, duties: 0, available: 8 },
  ],
  [
    'a week of four days',
    { weeks: [{ ...usualWeek, minutes: [360, 360, 360, 360, 0, 0, 0] }] },
    { scheduled: 24, absent: 0, duties: 0, available: 24 },
  ],
] as [string, Partial<Working>, Record<string, number>][])('%s', (_, said, hours) => {
  const total = of(said)
  expect(total).toEqual(Object.fromEntries(Object.entries(hours).map(([name, one]) => [name, one * hour])))
})

test('a week changed on Wednesday changes what follows and nothing before', () => {
  const shorter = { fromOn: '2026-05-06', minutes: [240, 240, 240, 240, 240, 0, 0], focusPercent: 100 }
  const days = hoursOfDays(worker({ weeks: weeksInForce([shorter], []) }), week)
  expect(days.map((day) => day.scheduled / hour)).toEqual([8, 8, 4, 4, 4, 0, 0])
})

test('the organisation’s week holds until the first of one’s own, and never after', () => {
  const own = { ...usualWeek, fromOn: '2026-05-01' }
  const before = { ...usualWeek, fromOn: '2026-01-01' }
  const after = { ...usualWeek, fromOn: '2026-06-01' }
  expect(weeksInForce([own], [before, after])).toEqual([usualWeek, before, own])
})

test('scheduled is always the sum of the rest, to the minute, over odd weeks, halves and shares', () => {
  const odd = { fromOn: '2026-01-01', minutes: [437, 451, 0, 333, 299, 61, 0], focusPercent: 83 }
  const said = worker({
    weeks: weeksInForce([odd], []),
    duties: [17, 101, 233].map((minutes) => ({ fromOn: '2026-01-01', toOn: null, minutes, what: 'Other' })),
    absences: [{ ...whole('2026-05-05', '2026-05-08'), startsHalf: true, endsHalf: true }],
  })
  const days = hoursOfDays(said, spanOf('2026-01-01', '2026-12-31'))
  for (const day of days) {
    expect(day.scheduled).toBe(day.absent + day.duties + day.available)
    expect(Math.min(day.absent, day.duties, day.available)).toBeGreaterThanOrEqual(0)
  }
  const plain = worker({ ...said, weeks: [{ ...odd, focusPercent: 100 }], absences: [] })
  expect(totalOf(hoursOfDays(plain, week)).duties).toBe(17 + 101 + 233)
})

test.each([
  ['2026-03-29', 'Europe sets clocks forward'],
  ['2026-10-25', 'Europe sets clocks back'],
])('a day is a day when %s (%s)', (day) => {
  const sevenDays = { ...usualWeek, minutes: Array.from({ length: 7 }, () => 480) }
  const [one] = hoursOfDays(worker({ weeks: [sevenDays] }), spanOf(day, day))
  expect(one).toMatchObject({ day, scheduled: 480, available: 480 })
})

test('reasons are said: the holiday rather than the leave on it, and the half', () => {
  const free = new Map([['2026-05-08', 'Victory Day']])
  const absences = [{ ...whole('2026-05-07', '2026-05-08', 'Sick leave'), startsHalf: true }]
  const days = hoursOfDays(worker({ free, absences }), week)
  expect(days[3]!.why).toEqual(['Sick leave, in the afternoon'])
  expect(days[4]!.why).toEqual(['Victory Day'])
})

test('nobody works 81 hours a week', () => {
  expect(whyNotWeek([1440, 1440, 1440, 480, 60, 0, 0])).toMatch(/81 h is more than the 80 hours/)
  expect(whyNotWeek(usualWeek.minutes)).toBeNull()
})
