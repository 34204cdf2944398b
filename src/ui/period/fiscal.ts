/** How the organisation counts its year. Months are 1…12; weekdays 0 (Sunday)…6. */
export type FiscalCalendar = {
  startMonth: number
  weekStart: number
  /** `4-4-5` starts the year on the week start nearest to the first of the start month. */
  pattern?: 'months' | '4-4-5'
}
/** Both days are inside: `2017-01-01` to `2017-03-31`. */
export type Span = { startsOn: string; endsOn: string }

const dayMs = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)
export const addDays = (date: string, days: number) => iso(at(date) + days * dayMs)
export const daysBetween = (from: string, to: string) => Math.round((at(to) - at(from)) / dayMs)
export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && iso(at(text) || 0) === text

export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}

/** A fiscal year carries the calendar year in which it ends. */
export function yearStart(year: number, calendar: FiscalCalendar): string {
  const { startMonth, weekStart, pattern } = calendar
  const first = Date.UTC(startMonth === 1 ? year : year - 1, startMonth - 1, 1)
  if (pattern !== '4-4-5') return iso(first)
  const behind = (new Date(first).getUTCDay() - weekStart + 7) % 7
  return iso(first + (behind <= 3 ? -behind : 7 - behind) * dayMs)
}

export function fiscalYearOf(date: string, calendar: FiscalCalendar): number {
  let year = Number(date.slice(0, 4)) + 2
  while (yearStart(year, calendar) > date) year--
  return year
}

export const yearSpan = (year: number, calendar: FiscalCalendar): Span => ({
  startsOn: yearStart(year, calendar),
  endsOn: addDays(yearStart(year + 1, calendar), -1),
})

/** Part `index` (0…) of a fiscal year cut into quarters or months. */
export function partSpan(year: number, index: number, of: 4 | 12, calendar: FiscalCalendar): Span {
  const start = yearStart(year, calendar)
  const edge = (part: number) => {
    if (part === of) return yearStart(year + 1, calendar)
    if (calendar.pattern !== '4-4-5') return addMonths(start, part * (12 / of))
    const weeks = of === 4 ? part * 13 : Math.floor(part / 3) * 13 + (part % 3) * 4
    return addDays(start, weeks * 7)
  }
  return { startsOn: edge(index), endsOn: addDays(edge(index + 1), -1) }
}

/** Which quarter or month of its fiscal year a day lies in. */
export function partOf(date: string, of: 4 | 12, calendar: FiscalCalendar): { year: number; index: number } {
  const year = fiscalYearOf(date, calendar)
  for (let index = of - 1; index > 0; index--) {
    if (partSpan(year, index, of, calendar).startsOn <= date) return { year, index }
  }
  return { year, index: 0 }
}
