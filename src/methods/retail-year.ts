import { addDays, type Day, daysBetween, monthStart, weekdayOf } from './days.ts'

/** Weeks of the three months of a quarter, where fiscal months are whole weeks. */
export const retailMonths = { '4-4-5': [4, 4, 5], '4-5-4': [4, 5, 4], '5-4-4': [5, 4, 4] } as const
export type RetailPattern = keyof typeof retailMonths

export type FiscalYear = {
  /** The calendar year the fiscal year ends in. */
  number: number
  startsOn: Day
  endsOn: Day
  /** First day of each of the twelve fiscal months. */
  months: Day[]
}

type RetailCalendar = { startMonth: number; weekStart: number; pattern: RetailPattern }

/**
 * The fiscal year of whole weeks that holds a day. It starts on the week start nearest to the first of the start
 * month and so has 52 weeks, or 53 every fifth or sixth year; the 53rd goes to the last month.
 */
export function retailYearOf(day: Day, calendar: RetailCalendar): FiscalYear {
  let year = Number(day.slice(0, 4))
  if (day >= startOf(year + 1, calendar)) year++
  else if (day < startOf(year, calendar)) year--
  const startsOn = startOf(year, calendar)
  const endsOn = addDays(startOf(year + 1, calendar), -1)

  const weeks = retailMonths[calendar.pattern]
  const months: Day[] = [startsOn]
  for (let i = 0; i < 11; i++) months.push(addDays(months[i]!, 7 * weeks[i % 3]!))
  // A year may start or end a few days over the edge of a month, so its number comes from its nominal end.
  return { number: calendar.startMonth === 1 ? year : year + 1, startsOn, endsOn, months }
}

function startOf(year: number, { startMonth, weekStart }: RetailCalendar): Day {
  const first = monthStart(year, startMonth)
  const back = (weekdayOf(first) - weekStart + 7) % 7
  return addDays(first, back <= 3 ? -back : 7 - back)
}

/** Whole weeks in a fiscal year of whole weeks: 52 or 53. */
export function weeksOf(year: FiscalYear): number {
  return (daysBetween(year.startsOn, year.endsOn) + 1) / 7
}
