import { describe, expect, test } from 'vitest'
import { addMonths, fiscalYearOf, partSpan, yearSpan } from './fiscal.ts'
import { idOf, readPeriod, shifted, spanOf } from './period.ts'

const january = { startMonth: 1, weekStart: 1 }
const february = { startMonth: 2, weekStart: 1 }
const retail = { startMonth: 2, weekStart: 0, pattern: '4-4-5' as const }
const today = '2018-05-20'

describe('the fiscal calendar', () => {
  test('a year that starts in February carries the year in which it ends', () => {
    expect(fiscalYearOf('2018-01-31', february)).toBe(2018)
    expect(fiscalYearOf('2018-02-01', february)).toBe(2019)
    expect(yearSpan(2019, february)).toEqual({ startsOn: '2018-02-01', endsOn: '2019-01-31' })
  })

  test('a 4-4-5 year starts on the week start nearest to the first and has quarters of 13 weeks', () => {
    expect(partSpan(2024, 0, 4, retail)).toEqual({ startsOn: '2023-01-29', endsOn: '2023-04-29' })
    expect(partSpan(2024, 2, 12, retail)).toEqual({ startsOn: '2023-03-26', endsOn: '2023-04-29' })
    expect(yearSpan(2024, retail).endsOn).toBe('2024-02-03')
  })

  test('months end where they end', () => expect(addMonths('2018-03-31', -1)).toBe('2018-02-28'))
})

describe('the period', () => {
  test.each([
    ['this-quarter', '2018-04-01', '2018-06-30'],
    ['last-quarter', '2018-01-01', '2018-03-31'],
    ['this-month', '2018-05-01', '2018-05-31'],
    ['last-year', '2017-01-01', '2017-12-31'],
    ['last-90-days', '2018-02-20', '2018-05-20'],
    ['last-12-months', '2017-05-21', '2018-05-20'],
    ['2017-Q3', '2017-07-01', '2017-09-30'],
    ['FY2016', '2016-01-01', '2016-12-31'],
    ['2018-01-05..2018-01-09', '2018-01-05', '2018-01-09'],
  ])('%s is %s to %s', (id, startsOn, endsOn) => {
    expect(spanOf(id, today, january)).toEqual({ startsOn, endsOn })
  })

  test.each(['', 'nonsense', '2018-13-01..2018-14-01', '2018-02-02..2018-01-01', '2018-02-30..2018-03-01'])(
    'what cannot be read (%j) is this quarter',
    (id) => expect(readPeriod(id, today, january).startsOn).toBe('2018-04-01'),
  )

  test('is held against the quarter before, the year before, or nothing', () => {
    expect(readPeriod('2018-Q1', today, january).compare).toMatchObject({
      startsOn: '2017-10-01',
      label: 'Q4 2017',
    })
    expect(readPeriod('2018-Q1', today, january, 'year').compare).toMatchObject({ endsOn: '2017-03-31' })
    expect(readPeriod('2018-Q1', today, january, 'none').compare).toBeNull()
    expect(readPeriod('all', today, january).compare).toBeNull()
  })

  test('steps to its neighbours and finds back', () => {
    const quarter = { startsOn: '2018-11-01', endsOn: '2019-01-31' }
    const next = shifted(quarter, 1, february)
    expect(idOf(next, february)).toBe('2020-Q1')
    expect(shifted(next, -1, february)).toEqual(quarter)
    expect(shifted({ startsOn: '2018-01-10', endsOn: '2018-01-19' }, -1, january)).toEqual({
      startsOn: '2017-12-31',
      endsOn: '2018-01-09',
    })
  })
})
