import type { TimeFormat } from './formats.ts'
import { literal } from './sql.ts'

/**
 * SQL for the instant in a text, as a TIMESTAMP in UTC. Text without an offset is in `zone`, a bare day its midnight.
 * NULL where it cannot be read or lies outside the years 1900–2100.
 */
export function timeSql(expr: string, format: TimeFormat, zone: string): string {
  return within(instants[format](expr, zone))
}

/** SQL for the calendar day in a text, as a DATE: the day as written, or the day in `zone` where an offset is given. */
export function dateSql(expr: string, format: TimeFormat, zone: string): string {
  if (format === 'epoch-s' || format === 'epoch-ms')
    return `cast(${toZone(within(instants[format](expr, zone)), zone)} as date)`
  const iso = isoText(expr, format)
  if (!iso) return `cast(${within(instants[format](expr, 'UTC'))} as date)`
  const day = `case when ${isZoned(iso)} then ${toZone(zoned(iso), zone)} else ${bare(iso, expr, format)} end`
  return `cast(${within(day)} as date)`
}

const instants: Record<TimeFormat, (expr: string, zone: string) => string> = {
  iso: ordered('iso'),
  mdy: ordered('mdy'),
  dmy: ordered('dmy'),
  compact: (expr, zone) => fromZone(`try_strptime(trim(${expr}), '%Y%m%d')`, zone),
  'compact-hour': (expr, zone) => fromZone(`try_strptime(trim(${expr}), '%Y%m%d%H')`, zone),
  'day-name': (expr, zone) => fromZone(named(expr, ['%d %b %y', '%d %b %Y', '%d %B %y', '%d %B %Y']), zone),
  'name-day': (expr, zone) => fromZone(named(expr, ['%b %d %Y', '%B %d %Y']), zone),
  'epoch-s': (expr) => epoch(`${double(expr)} * 1000000`),
  'epoch-ms': (expr) => epoch(`${double(expr)} * 1000`),
  excel: (expr, zone) =>
    fromZone(
      `timestamp '1899-12-30' + to_microseconds(cast(round(case when ${double(expr)} between 1 and 73415 then ${double(expr)} end * 86400) as bigint) * 1000000)`,
      zone,
    ),
}

const double = (expr: string): string => `try_cast(${expr} as double)`
const epoch = (micros: string): string => `make_timestamp(try_cast(round(${micros}) as bigint))`

function ordered(format: 'iso' | 'mdy' | 'dmy') {
  return (expr: string, zone: string): string => {
    const iso = isoText(expr, format)!
    return `case when ${isZoned(iso)} then ${zoned(iso)} else ${fromZone(bare(iso, expr, format), zone)} end`
  }
}

/** The text with its day written year first; null for formats that need another reading. */
function isoText(expr: string, format: TimeFormat): string | null {
  if (format === 'iso') return expr
  if (format !== 'mdy' && format !== 'dmy') return null
  const order = format === 'mdy' ? '\\3-\\1-\\2' : '\\3-\\2-\\1'
  return `regexp_replace(trim(${expr}), '^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})', '${order}')`
}

const isZoned = (iso: string): string =>
  `(length(${iso}) > 16 and (ends_with(${iso}, 'Z') or regexp_matches(substr(${iso}, 11), '[+-]|UTC|GMT|Z')))`

const zoned = (iso: string): string =>
  `timezone('UTC', coalesce(try_cast(${iso} as timestamptz), try_cast(${castable(iso)} as timestamptz)))`

/** As the cast wants it: UTC by that name, seconds before an offset, nothing between the clock and a sign. */
const castable = (iso: string): string =>
  `regexp_replace(regexp_replace(replace(trim(${iso}), 'GMT', 'UTC'), '([ T][0-9]{1,2}:[0-9]{2})( ?(?:Z|UTC|[+-]))', '\\1:00\\2'), ' ([+-])', '\\1')`

/** A time without offset: the quick cast first, then the written forms with AM and PM and two-digit years. */
function bare(iso: string, expr: string, format: TimeFormat): string {
  const days = { iso: ['%Y/%m/%d'], mdy: ['%m/%d/%y', '%m/%d/%Y'], dmy: ['%d/%m/%y', '%d/%m/%Y'] }
  const text = `regexp_replace(${tidy(expr)}, '^([0-9]+)[-.]([0-9]+)[-.]([0-9]+)', '\\1/\\2/\\3')`
  // The cast would take `3/9/24` for the year 3.
  const quick = format === 'iso' ? iso : `case when substr(${iso}, 5, 1) = '-' then ${iso} end`
  return `coalesce(try_cast(${quick} as timestamp), ${parsed(text, days[format as 'iso'])})`
}

const named = (expr: string, days: string[]): string =>
  parsed(
    `regexp_replace(regexp_replace(${tidy(expr)}, '^([0-9]{1,2})[-/. ]+([A-Za-z]+)[-/. ]+', '\\1 \\2 '), '^([A-Za-z]+)\\. ', '\\1 ')`,
    days,
  )

/** No commas, single spaces, `PM` apart from its figure and without points. */
const tidy = (expr: string): string =>
  `regexp_replace(trim(regexp_replace(replace(${expr}, ',', ' '), '[\\sT\\x{00a0}\\x{202f}]+', ' ', 'g')), '([0-9]) ?([AaPp])\\.?[Mm]\\.?$', '\\1 \\2M')`

function parsed(text: string, days: string[]): string {
  const clocks = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%f', ' %I:%M %p', ' %I:%M:%S %p']
  const formats = days.flatMap((day) => clocks.map((clock) => literal(day + clock)))
  return `try_strptime(${text}, [${formats.join(', ')}])`
}

/** A zone-less time of a zone as a UTC one. */
export const fromZone = (time: string, zone: string): string =>
  zone === 'UTC' ? time : `timezone('UTC', timezone(${literal(zone)}, ${time}))`

const toZone = (time: string, zone: string): string =>
  zone === 'UTC' ? time : `timezone(${literal(zone)}, timezone('UTC', ${time}))`

const within = (time: string): string =>
  `case when ${time} >= timestamp '1900-01-01' and ${time} < timestamp '2101-01-01' then ${time} end`
