/** A calendar day, 'YYYY-MM-DD'. Days compare and sort as text. */
export type Day = string

const dayLength = 86_400_000

/** Reckoned once: figures ask for the same some hundred days a million times. */
const numbers = new Map<Day, number>()
const days = new Map<number, Day>()
const mostKept = 20_000
function keep<Key, Value>(all: Map<Key, Value>, key: Key, value: Value): Value {
  if (all.size >= mostKept) all.clear()
  all.set(key, value)
  return value
}

/** Days since 1970-01-01. Throws RangeError for anything but a real calendar day. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / dayLength
  if (/^\d{4}-\d{2}-\d{2}$/.test(day) && dayOf(number) === day) return keep(numbers, day, number)
  throw new RangeError(`“${day}” is not a calendar day; write it as YYYY-MM-DD.`)
}

/** The day that lies `number` days after 1970-01-01; '' for a number no day has. */
export function dayOf(number: number): Day {
  if (!Number.isFinite(number)) return ''
  return days.get(number) ?? keep(days, number, new Date(number * dayLength).toISOString().slice(0, 10))
}

/** The day that lies `days` days later, earlier where negative. Throws RangeError for what is no calendar day. */
export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The first day of the month that lies `months` after the month `month` (1…12, may run over) of `year`. */
export function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
}

/** The same day of the month some months away; the last of that month where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  dayNumber(day)
  const first = monthStart(year, month + months)
  const last = addDays(monthStart(year, month + months + 1), -1)
  return date <= Number(last.slice(8)) ? `${first.slice(0, 8)}${day.slice(8)}` : last
}

/** The calendar day it is in a zone (IANA name) at a moment. */
export const dayIn = (zone: string, at: Date): Day =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

/** January … December, as short as pages print them. */
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as pages print it, for sentences: `Feb 28, 2026`; what is no day comes back as it is. */
export function sayDay(day: Day): string {
  const [year, month, date] = day.split('-')
  const name = monthNames[Number(month) - 1]
  return name && date ? `${name} ${Number(date)}, ${year}` : day
}
