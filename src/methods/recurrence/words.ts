import type { Start } from './lines.ts'
import type { ByDay, Frequency, Parts, Weekday } from './parts.ts'

const units: Record<Frequency, string> = {
  ...{ YEARLY: 'year', MONTHLY: 'month', WEEKLY: 'week', DAILY: 'day' },
  ...{ HOURLY: 'hour', MINUTELY: 'minute', SECONDLY: 'second' },
}
const dayNames: Record<Weekday, string> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday' },
  ...{ FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
}
const monthNames =
  'January February March April May June July August September October November December'.split(' ')

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** 1st, 2nd, 3rd, 21st; from the end: last, 2nd to last. */
function nth(value: number): string {
  if (value === -1) return 'last'
  if (value < 0) return `${nth(-value)} to last`
  const ending = Math.floor(value / 10) % 10 === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

const workWeek = 'MO,TU,WE,TH,FR'

function daysInWords(byDay: readonly ByDay[]): string {
  if (byDay.map((one) => one.weekday).join() === workWeek && byDay.every((one) => one.ordinal === 0))
    return 'weekdays'
  if (byDay.length === 7 && byDay.every((one) => one.ordinal === 0)) return 'every day of the week'
  return listed(
    byDay.map(({ weekday, ordinal }) =>
      ordinal ? `the ${nth(ordinal)} ${dayNames[weekday]}` : dayNames[weekday],
    ),
  )
}

function momentInWords(text: string): string {
  const [year, month, day] = [text.slice(0, 4), Number(text.slice(4, 6)), Number(text.slice(6, 8))]
  return `${day} ${monthNames[month - 1]} ${year}`
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function timesInWords(parts: Parts, start: Start): string {
  if (start.isDay || parts.frequency === 'MINUTELY' || parts.frequency === 'SECONDLY')
    return hoursInWords(parts)
  if (parts.frequency === 'HOURLY') return hoursInWords(parts)
  const [hour, minute] = [Number(start.text.slice(9, 11)), Number(start.text.slice(11, 13))]
  const hours = parts.byHour.length > 0 ? parts.byHour : [hour]
  const minutes = parts.byMinute.length > 0 ? parts.byMinute : [minute]
  const times = hours.flatMap((one) => minutes.map((at) => `${twoDigits(one)}:${twoDigits(at)}`)).sort()
  const shown =
    times.length > 6 ? [...times.slice(0, 2), `${times.length - 3} more times`, times.at(-1)!] : times
  return `at ${listed(shown)} (${start.zone})`
}

const hoursInWords = ({ byHour }: Parts): string =>
  byHour.length > 0
    ? `in the ${byHour.length === 1 ? 'hour' : 'hours'} from ${listed(byHour.map((hour) => `${twoDigits(hour)}:00`))}`
    : ''

const only = (list: readonly number[], words: (shown: string) => string): string =>
  list.length > 0 ? words(listed(list.map(nth))) : ''

/** A rule as one would say it: “every 2 weeks on Monday and Friday at 09:00 (Europe/Berlin), 10 times”. */
export function wordsOf(
  parts: Parts,
  start: Start,
  { except, besides }: { except: number; besides: number },
): string {
  const unit = units[parts.frequency]
  const phrases = [
    parts.interval === 1 ? `every ${unit}` : `every ${parts.interval} ${unit}s`,
    only(parts.bySetPos, (shown) => `on the ${shown} of:`),
    parts.byDay.length > 0 ? `${parts.bySetPos.length > 0 ? '' : 'on '}${daysInWords(parts.byDay)}` : '',
    only(
      parts.byMonthDay,
      (shown) => `${parts.byDay.length > 0 ? 'that is' : 'on'} the ${shown} of the month`,
    ),
    only(parts.byYearDay, (shown) => `on the ${shown} day of the year`),
    parts.byWeekNo.length > 0 ? `in week ${listed(parts.byWeekNo.map(String))}` : '',
    parts.byMonth.length > 0 ? `in ${listed(parts.byMonth.map((month) => monthNames[month - 1]!))}` : '',
    timesInWords(parts, start),
  ]
  const ends =
    parts.count === null ? (parts.until ? `until ${momentInWords(parts.until)}` : '') : timesOver(parts.count)
  const said = phrases.filter((one) => one !== '').join(' ')
  return [said, ends, counted(except, 'left out'), counted(besides, 'added')]
    .filter((one) => one !== '')
    .join(', ')
}

const timesOver = (count: number): string => (count === 1 ? 'once' : `${count} times`)
const counted = (count: number, what: string): string => (count === 0 ? '' : `${count} ${what}`)
