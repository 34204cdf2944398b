import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  daysBetween,
  monthNames,
  monthStart,
  weekdayOf,
} from './days.ts'
import { type FiscalYear, type RetailPattern, retailMonths, retailYearOf } from './retail-year.ts'

export { addDays, addMonths, type Day, dayIn, dayNumber, daysBetween, weekdayOf } from './days.ts'

export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

export type FiscalCalendar = {
  /** Month the fiscal year starts in, 1…12. */
  startMonth: number
  /** Day the week starts on: 0 Sunday, 1 Monday … 6 Saturday. */
  weekStart: number
  /** 'calendar': months of the calendar. The others: quarters of 13 whole weeks, months of 4 or 5. */
  pattern: 'calendar' | RetailPattern
}

export type Period = {
  grain: Grain
  startsOn: Day
  /** Last day, included. */
  endsOn: Day
  label: string
}

export const calendarYear: FiscalCalendar = { startMonth: 1, weekStart: 1, pattern: 'calendar' }

/**
 * The period of a grain that holds a day. A fiscal year bears the number of the calendar year it ends in (FY2026 may
 * start in July 2025). Labels: `2026-02-09`, `2026-W07`, `Feb 2026`, `FY2026 Q1`, `FY2026`; with whole-week months
 * `FY2026 P01`. A week belongs to the year that holds most of it, which for Monday weeks is ISO 8601.
 * Throws RangeError for a day that does not exist or a calendar that makes no sense.
 */
export function periodOf(day: Day, grain: Grain, calendar: FiscalCalendar = calendarYear): Period {
  requireCalendar(calendar)
  dayNumber(day)
  if (grain === 'day') return { grain, startsOn: day, endsOn: day, label: day }
  if (grain === 'week') return weekOf(day, calendar)
  if (grain === 'month' && calendar.pattern === 'calendar') return calendarMonthOf(day)

  const year = fiscalYearOf(day, calendar)
  if (grain === 'year')
    return { grain, startsOn: year.startsOn, endsOn: year.endsOn, label: `FY${year.number}` }
  const size = grain === 'quarter' ? 3 : 1
  const index = year.months.findLastIndex((start, i) => i % size === 0 && start <= day)
  const next = year.months[index + size]
  const name = grain === 'quarter' ? `Q${index / 3 + 1}` : `P${String(index + 1).padStart(2, '0')}`
  return {
    grain,
    startsOn: year.months[index]!,
    endsOn: next ? addDays(next, -1) : year.endsOn,
    label: `FY${year.number} ${name}`,
  }
}

/** Every period of a grain that holds a day from `from` to `to`, both included, oldest first. Empty when to < from. */
export function periodsBetween(from: Day, to: Day, grain: Grain, calendar = calendarYear): Period[] {
  dayNumber(to)
  const periods: Period[] = []
  for (let day = from; day <= to; ) {
    const period = periodOf(day, grain, calendar)
    periods.push(period)
    day = addDays(period.endsOn, 1)
  }
  return periods
}

/** The period just before. */
export function previousPeriod(period: Period, calendar = calendarYear): Period {
  return periodOf(addDays(period.startsOn, -1), period.grain, calendar)
}

/** The period just after. */
export function nextPeriod(period: Period, calendar = calendarYear): Period {
  return periodOf(addDays(period.endsOn, 1), period.grain, calendar)
}

/**
 * The period to compare with a year earlier: the same month, quarter or year of the year before; for a week the one
 * 52 weeks earlier, so that weekdays meet weekdays; for a day the same date (28 February for the 29th).
 */
export function yearAgo(period: Period, calendar = calendarYear): Period {
  const { grain, startsOn } = period
  if (grain === 'week') return periodOf(addDays(startsOn, -364), grain, calendar)
  if (grain === 'day' || calendar.pattern === 'calendar') {
    return periodOf(addMonths(startsOn, -12), grain, calendar)
  }
  const before = fiscalYearOf(addDays(fiscalYearOf(startsOn, calendar).startsOn, -1), calendar)
  const index = fiscalYearOf(startsOn, calendar).months.indexOf(startsOn)
  return periodOf(before.months[index]!, grain, calendar)
}

/**
 * What to compare the days `from`–`to` with when they are compared with what came before, seen on `today`: for a whole
 * period the one before it, for one that still runs only as many days of that as have passed; for a free stretch
 * the days just before it.
 */
export function comparedRange(
  from: Day,
  to: Day,
  today: Day,
  calendar = calendarYear,
): { from: Day; to: Day } {
  const whole = grains
    .map((grain) => periodOf(from, grain, calendar))
    .find((one) => one.startsOn === from && one.endsOn === to)
  if (!whole) return previousRange(from, to)
  const before = previousPeriod(whole, calendar)
  if (today >= to || today < from) return { from: before.startsOn, to: before.endsOn }
  const sameDay = addDays(before.startsOn, daysBetween(from, today))
  return { from: before.startsOn, to: [sameDay, before.endsOn].sort()[0]! }
}

/** A free stretch of days moved back by its own length: what to compare it with. */
export function previousRange(from: Day, to: Day): { from: Day; to: Day } {
  const length = daysBetween(from, to) + 1
  return { from: addDays(from, -length), to: addDays(from, -1) }
}

/** A free stretch of days, a year earlier. */
export function yearAgoRange(from: Day, to: Day): { from: Day; to: Day } {
  return { from: addMonths(from, -12), to: addMonths(to, -12) }
}

/** The fiscal year that holds a day: its number, bounds and the first day of each of its twelve months. */
export function fiscalYearOf(day: Day, calendar: FiscalCalendar = calendarYear): FiscalYear {
  const { startMonth, pattern } = calendar
  if (pattern !== 'calendar') return retailYearOf(day, { ...calendar, pattern })
  const month = Number(day.slice(5, 7))
  const startYear = Number(day.slice(0, 4)) - (month < startMonth ? 1 : 0)
  const months = Array.from({ length: 12 }, (_, i) => monthStart(startYear, startMonth + i))
  const endsOn = addDays(monthStart(startYear + 1, startMonth), -1)
  return { number: Number(endsOn.slice(0, 4)), startsOn: months[0]!, endsOn, months }
}

function weekOf(day: Day, { weekStart }: FiscalCalendar): Period {
  const startsOn = addDays(day, -((weekdayOf(day) - weekStart + 7) % 7))
  const middle = addDays(startsOn, 3)
  const year = middle.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, middle) / 7) + 1
  const label = `${year}-W${String(number).padStart(2, '0')}`
  return { grain: 'week', startsOn, endsOn: addDays(startsOn, 6), label }
}

function calendarMonthOf(day: Day): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return {
    grain: 'month',
    startsOn: monthStart(year, month),
    endsOn: addDays(monthStart(year, month + 1), -1),
    label: `${monthNames[month - 1]} ${year}`,
  }
}

function requireCalendar({ startMonth, weekStart, pattern }: FiscalCalendar): void {
  if (!(Number.isInteger(startMonth) && startMonth >= 1 && startMonth <= 12)) {
    throw new RangeError(`The fiscal year starts in a month from 1 to 12, not ${startMonth}.`)
  }
  if (!(Number.isInteger(weekStart) && weekStart >= 0 && weekStart <= 6)) {
    throw new RangeError(`The week starts on a day from 0 (Sunday) to 6 (Saturday), not ${weekStart}.`)
  }
  if (pattern !== 'calendar' && !(pattern in retailMonths)) {
    throw new RangeError(
      `Fiscal months follow ${['calendar', ...Object.keys(retailMonths)].join(', ')}, not ${pattern}.`,
    )
  }
}
