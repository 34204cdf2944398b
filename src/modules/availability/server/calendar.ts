import type Holidays from 'date-holidays'
import { addDays, type Day, dayNumber } from '../../../methods/days.ts'

type Place = { country: string; region: string | null }
type Calendar = ReadonlyMap<Day, string>

const dayLength = 86_400_000
const mostKept = 2000
const kept = new Map<string, Calendar>()
let library: typeof Holidays | undefined

/** The library holds the calendars of the world, so it is loaded when the first is asked for. */
async function calendars(): Promise<typeof Holidays> {
  library ??= (await import('date-holidays')).default
  return library
}

/** Public holidays of a place in a year, by day; empty where no calendar is known. Reckoned once for each. */
export async function publicHolidays({ country, region }: Place, year: number): Promise<Calendar> {
  const key = `${country} ${region ?? ''} ${year}`
  const known = kept.get(key)
  if (known) return known
  const found = new Map<Day, string>()
  for (const one of (await calendarOf({ country, region })).getHolidays(year, 'en') ?? []) {
    if (one.type !== 'public') continue
    const first = one.date.slice(0, 10)
    const days = Math.max(1, Math.round((one.end.getTime() - one.start.getTime()) / dayLength))
    for (let at = 0; at < days; at += 1) found.set(addDays(first, at), one.name)
  }
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, found)
  return found
}

async function calendarOf({ country, region }: Place): Promise<Holidays> {
  const Calendars = await calendars()
  return region ? new Calendars(country, region) : new Calendars(country)
}

const named = (all: Record<string, string> | undefined) =>
  Object.entries(all ?? {})
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name))

/** Countries whose holidays are known. */
export const countries = async () => named(new (await calendars())().getCountries('en'))

/** Parts of a country in which holidays differ. */
export const regions = async (country: string) => named(new (await calendars())().getStates(country, 'en'))

/** Why there is no calendar for a place, or null. */
export async function whyNotPlace({ country, region }: Place): Promise<string | null> {
  if (!(await countries()).some((one) => one.id === country))
    return `No public holidays are known for the country ${country}. Choose one of the list, or none.`
  if (region === null || (await regions(country)).some((one) => one.id === region)) return null
  return `${country} has no part called ${region} in the calendar of holidays. Choose one of the list, or none.`
}

/** The years that a span of days touches. */
export function yearsOf(from: Day, to: Day): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return dayNumber(to) < dayNumber(from)
    ? []
    : Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
