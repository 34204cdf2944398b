import { type Day, dayNumber, dayOf, weekdayOf } from '../../../methods/days.ts'

/** The week of ISO 8601 and its year: the one in which the Thursday of the week lies. */
function weekOf(day: Day): { year: number; week: number } {
  const thursday = dayOf(dayNumber(day) - ((weekdayOf(day) + 6) % 7) + 3)
  const year = Number(thursday.slice(0, 4))
  return { year, week: Math.floor((dayNumber(thursday) - dayNumber(`${year}-01-01`)) / 7) + 1 }
}

const monthName = (day: Day): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' })

const known: Record<string, (day: Day) => string> = {
  day: (day) => day,
  week: (day) => `week ${weekOf(day).week}, ${weekOf(day).year}`,
  month: (day) => `${monthName(day)} ${day.slice(0, 4)}`,
  quarter: (day) => `Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1} ${day.slice(0, 4)}`,
  year: (day) => day.slice(0, 4),
}
const place = /\{([^{}]*)\}/g

/** The sentence against what a title leaves open, or null. */
export function whyNotTitle(title: string): string | null {
  for (const [whole, name] of title.matchAll(place))
    if (!Object.hasOwn(known, name!))
      return `“${whole}” in the title stands for nothing. There are ${Object.keys(known)
        .map((one) => `{${one}}`)
        .join(', ')}.`
  return null
}

/** A title with the due day in its places: “Newsletter {month}” becomes “Newsletter March 2026”. */
export const titleFor = (title: string, day: Day): string =>
  title.replace(place, (whole, name: string) => (Object.hasOwn(known, name) ? known[name]!(day) : whole))
