import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarYear,
  comparedRange,
  type FiscalCalendar,
  type Grain,
  periodOf,
  periodsBetween,
  previousPeriod,
  previousRange,
  yearAgo,
  yearAgoRange,
} from './fiscal.ts'
import { retailYearOf, weeksOf } from './retail-year.ts'

const july: FiscalCalendar = { startMonth: 7, weekStart: 1, pattern: 'calendar' }
const sunday: FiscalCalendar = { startMonth: 1, weekStart: 0, pattern: 'calendar' }
const retail: FiscalCalendar = { startMonth: 2, weekStart: 0, pattern: '4-4-5' }

test.each<[string, Grain, FiscalCalendar, string, string, string]>([
  ['2026-02-09', 'day', calendarYear, '2026-02-09', '2026-02-09', '2026-02-09'],
  ['2026-02-11', 'week', calendarYear, '2026-02-09', '2026-02-15', '2026-W07'],
  ['2027-01-01', 'week', calendarYear, '2026-12-28', '2027-01-03', '2026-W53'],
  ['2024-12-31', 'week', calendarYear, '2024-12-30', '2025-01-05', '2025-W01'],
  ['2026-02-15', 'week', sunday, '2026-02-15', '2026-02-21', '2026-W07'],
  ['2024-02-29', 'month', calendarYear, '2024-02-01', '2024-02-29', 'Feb 2024'],
  ['2026-05-31', 'quarter', calendarYear, '2026-04-01', '2026-06-30', 'FY2026 Q2'],
  ['2025-08-15', 'quarter', july, '2025-07-01', '2025-09-30', 'FY2026 Q1'],
  ['2026-06-30', 'quarter', july, '2026-04-01', '2026-06-30', 'FY2026 Q4'],
  ['2026-06-30', 'year', july, '2025-07-01', '2026-06-30', 'FY2026'],
  ['2026-07-01', 'year', july, '2026-07-01', '2027-06-30', 'FY2027'],
  ['2026-02-01', 'month', retail, '2026-02-01', '2026-02-28', 'FY2027 P01'],
  ['2026-04-30', 'quarter', retail, '2026-02-01', '2026-05-02', 'FY2027 Q1'],
])('%s falls, by %s, into its period', (day, grain, calendar, startsOn, endsOn, label) => {
  expect(periodOf(day, grain, calendar)).toEqual({ grain, startsOn, endsOn, label })
})

describe('years of whole weeks', () => {
  const calendar = { startMonth: 1, weekStart: 1, pattern: '4-4-5' } as const

  test('have 52 or 53 weeks, follow one another without a gap, and start within three days of the month', () => {
    const lengths = new Set<number>()
    let year = retailYearOf('2019-06-01', calendar)
    for (let i = 0; i < 30; i++) {
      lengths.add(weeksOf(year))
      const date = Number(year.startsOn.slice(8))
      expect(date <= 4 || date >= 29).toBe(true)
      expect(retailYearOf(year.endsOn, calendar)).toEqual(year)
      year = retailYearOf(addDays(year.endsOn, 1), calendar)
    }
    expect([...lengths].sort()).toEqual([52, 53])
  })

  test('the 53rd week goes to the last month, which then has six', () => {
    const months = periodsBetween('2023-01-29', '2024-02-03', 'month', retail)
    expect(months).toHaveLength(12)
    expect(months.at(-1)).toMatchObject({ startsOn: '2023-12-24', endsOn: '2024-02-03', label: 'FY2024 P12' })
  })
})

describe('listing and comparing', () => {
  test('buckets cover the days between, edges whole', () => {
    const quarters = periodsBetween('2025-08-15', '2026-02-01', 'quarter', july)
    expect(quarters.map(({ label }) => label)).toEqual(['FY2026 Q1', 'FY2026 Q2', 'FY2026 Q3'])
    expect(periodsBetween('2026-01-02', '2026-01-01', 'day')).toEqual([])
  })

  test.each<[string, Grain, FiscalCalendar, string, string]>([
    ['2026-01-15', 'month', calendarYear, '2025-12-01', '2025-01-01'],
    ['2026-03-31', 'quarter', calendarYear, '2025-10-01', '2025-01-01'],
    ['2026-02-11', 'week', calendarYear, '2026-02-02', '2025-02-10'],
    ['2024-02-29', 'day', calendarYear, '2024-02-28', '2023-02-28'],
    ['2026-02-11', 'quarter', retail, '2025-11-02', '2025-02-02'],
  ])('%s by %s has a previous and a year-ago period', (day, grain, calendar, previous, ago) => {
    const period = periodOf(day, grain, calendar)
    expect(previousPeriod(period, calendar).startsOn).toBe(previous)
    expect(yearAgo(period, calendar).startsOn).toBe(ago)
  })

  test('a free stretch moves back by its own length or by a year', () => {
    expect(previousRange('2026-03-01', '2026-03-10')).toEqual({ from: '2026-02-19', to: '2026-02-28' })
    expect(yearAgoRange('2024-02-01', '2024-02-29')).toEqual({ from: '2023-02-01', to: '2023-02-28' })
  })

  test.each(['2026-02-30', '2026-2-3', 'yesterday', ''])('“%s” is no day', (day) => {
    expect(() => periodOf(day, 'month')).toThrow('YYYY-MM-DD')
  })

  test('a calendar without sense is refused', () => {
    expect(() => periodOf('2026-01-01', 'year', { ...july, startMonth: 13 })).toThrow('not 13')
    expect(() => periodOf('2026-01-01', 'week', { ...july, weekStart: 7 })).toThrow('not 7')
  })
})

test.each([
  [
    'a whole quarter meets the one before it',
    '2026-04-01',
    '2026-06-30',
    '2026-11-22',
    '2026-01-01',
    '2026-03-31',
  ],
  [
    'a running quarter meets as many days of the one before it',
    '2026-10-01',
    '2026-12-31',
    '2026-11-22',
    '2026-07-01',
    '2026-08-22',
  ],
  [
    'a running March is never compared beyond February',
    '2026-03-01',
    '2026-03-31',
    '2026-03-30',
    '2026-02-01',
    '2026-02-28',
  ],
  [
    'a free stretch meets the days just before it',
    '2026-03-05',
    '2026-03-09',
    '2026-11-22',
    '2026-02-28',
    '2026-03-04',
  ],
])('%s', (_, from, to, today, first, last) => {
  expect(comparedRange(from, to, today)).toEqual({ from: first, to: last })
})
