import { day } from '../format/when.ts'
import { t } from '../messages/index.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  type FiscalCalendar,
  isDay,
  partOf,
  partSpan,
  type Span,
  yearSpan,
} from './fiscal.ts'

export type Comparison = 'previous' | 'year' | 'none'
/** What all insight pages share. `id` is what stands in the URL. */
export type Period = Span & { id: string; label: string; compare: (Span & { label: string }) | null }

export const presets = [
  'this-quarter',
  'last-quarter',
  'this-month',
  'last-month',
  'this-year',
  'last-year',
  'last-90-days',
  'last-12-months',
  'all',
] as const
export type Preset = (typeof presets)[number]
export const defaultPeriod: Preset = 'this-quarter'

const names = {
  'this-quarter': 'period.thisQuarter',
  'last-quarter': 'period.lastQuarter',
  'this-month': 'period.thisMonth',
  'last-month': 'period.lastMonth',
  'this-year': 'period.thisYear',
  'last-year': 'period.lastYear',
  'last-90-days': 'period.last90Days',
  'last-12-months': 'period.last12Months',
  all: 'period.all',
} as const
export const presetName = (preset: Preset) => t(names[preset])

/**
 * Reads the period from its id: a preset, a fiscal quarter `2018-Q2`, a fiscal year `FY2018`,
 * or two days `2018-01-01..2018-02-15`. What cannot be read is the default.
 */
export function readPeriod(
  id: string,
  today: string,
  calendar: FiscalCalendar,
  comparison: Comparison = 'previous',
): Period {
  const span = spanOf(id, today, calendar)
  if (!span) return readPeriod(defaultPeriod, today, calendar, comparison)
  const period = { ...span, id, label: labelOf(id, span, calendar) }
  return { ...period, compare: id === 'all' ? null : compared(period, comparison, calendar) }
}

export function spanOf(id: string, today: string, calendar: FiscalCalendar): Span | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id)
  if (quarter) return partSpan(Number(quarter[1]), Number(quarter[2]) - 1, 4, calendar)
  const year = /^FY(\d{4})$/.exec(id)
  if (year) return yearSpan(Number(year[1]), calendar)
  const [from = '', to = ''] = id.split('..')
  if (isDay(from) && isDay(to) && from <= to) return { startsOn: from, endsOn: to }
  return presetSpan(id, today, calendar)
}

function presetSpan(id: string, today: string, calendar: FiscalCalendar): Span | null {
  const part = (of: 4 | 12, back: number) => {
    const { year, index } = partOf(today, of, calendar)
    return index >= back
      ? partSpan(year, index - back, of, calendar)
      : partSpan(year - 1, of + index - back, of, calendar)
  }
  const { year } = partOf(today, 4, calendar)
  if (id === 'this-quarter') return part(4, 0)
  if (id === 'last-quarter') return part(4, 1)
  if (id === 'this-month') return part(12, 0)
  if (id === 'last-month') return part(12, 1)
  if (id === 'this-year') return yearSpan(year, calendar)
  if (id === 'last-year') return yearSpan(year - 1, calendar)
  if (id === 'last-90-days') return { startsOn: addDays(today, -89), endsOn: today }
  if (id === 'last-12-months') return { startsOn: addDays(addMonths(today, -12), 1), endsOn: today }
  return id === 'all' ? { startsOn: '1900-01-01', endsOn: '2100-12-31' } : null
}

/** "Q2 FY2018", "FY2018", or the two days. */
export function spanLabel(span: Span, calendar: FiscalCalendar): string {
  const { year, index } = partOf(span.startsOn, 4, calendar)
  const quarter = partSpan(year, index, 4, calendar)
  if (isSame(quarter, span)) return `Q${index + 1} ${yearName(year, calendar)}`
  if (isSame(yearSpan(year, calendar), span)) return yearName(year, calendar)
  return `${day(span.startsOn)} – ${day(span.endsOn)}`
}

const isSame = (a: Span, b: Span) => a.startsOn === b.startsOn && a.endsOn === b.endsOn
const yearName = (year: number, { startMonth }: FiscalCalendar) =>
  startMonth === 1 ? `${year}` : `FY${year}`
const labelOf = (id: string, span: Span, calendar: FiscalCalendar) =>
  id === 'all' ? t('period.all') : spanLabel(span, calendar)

function compared(span: Span, comparison: Comparison, calendar: FiscalCalendar): Period['compare'] {
  if (comparison === 'none') return null
  const other =
    comparison === 'year'
      ? { startsOn: addMonths(span.startsOn, -12), endsOn: addMonths(span.endsOn, -12) }
      : shifted(span, -1, calendar)
  return { ...other, label: spanLabel(other, calendar) }
}

/** The neighbour: the quarter or year before or after, or as many days for any other span. */
export function shifted(span: Span, by: 1 | -1, calendar: FiscalCalendar): Span {
  const beyond = by > 0 ? addDays(span.endsOn, 1) : addDays(span.startsOn, -1)
  for (const of of [12, 4] as const) {
    const here = partOf(span.startsOn, of, calendar)
    if (!isSame(partSpan(here.year, here.index, of, calendar), span)) continue
    const there = partOf(beyond, of, calendar)
    return partSpan(there.year, there.index, of, calendar)
  }
  const { year } = partOf(span.startsOn, 4, calendar)
  if (isSame(yearSpan(year, calendar), span)) return yearSpan(year + by, calendar)
  const length = daysBetween(span.startsOn, span.endsOn) + 1
  return { startsOn: addDays(span.startsOn, by * length), endsOn: addDays(span.endsOn, by * length) }
}

/** The shortest id that names the span again. */
export function idOf(span: Span, calendar: FiscalCalendar): string {
  const { year, index } = partOf(span.startsOn, 4, calendar)
  if (isSame(partSpan(year, index, 4, calendar), span)) return `${year}-Q${index + 1}`
  if (isSame(yearSpan(year, calendar), span)) return `FY${year}`
  return `${span.startsOn}..${span.endsOn}`
}
