import { RuleFault, requireMoment, shortened } from './lines.ts'

export const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'] as const
export type Frequency = (typeof frequencies)[number]
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** `ordinal` is 2 for the second of a month or year, −1 for the last, 0 for every one. */
export type ByDay = { weekday: Weekday; ordinal: number }

/** What an RRULE says, part by part; lists are empty where it says nothing. */
export type Parts = {
  frequency: Frequency
  interval: number
  count: number | null
  until: string | null
  weekStart: Weekday
  byDay: ByDay[]
} & Record<keyof typeof lists, number[]>

const lists = {
  byMonth: { part: 'BYMONTH', from: 1, to: 12, isSigned: false },
  byWeekNo: { part: 'BYWEEKNO', from: 1, to: 53, isSigned: true },
  byYearDay: { part: 'BYYEARDAY', from: 1, to: 366, isSigned: true },
  byMonthDay: { part: 'BYMONTHDAY', from: 1, to: 31, isSigned: true },
  byHour: { part: 'BYHOUR', from: 0, to: 23, isSigned: false },
  byMinute: { part: 'BYMINUTE', from: 0, to: 59, isSigned: false },
  bySecond: { part: 'BYSECOND', from: 0, to: 59, isSigned: false },
  bySetPos: { part: 'BYSETPOS', from: 1, to: 366, isSigned: true },
} as const

const known = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'WKST',
  'BYDAY',
  ...Object.values(lists).map((one) => one.part),
])

/** The parts of an RRULE, each within what RFC 5545 §3.3.10 allows. Throws RuleFault with a sentence. */
export function partsOf(rule: string): Parts {
  const given = new Map<string, string>()
  for (const piece of rule.split(';').filter((one) => one !== '')) {
    const [name, value] = piece.split('=') as [string, string | undefined]
    if (!known.has(name) || value === undefined || value === '')
      throw new RuleFault(
        `“${shortened(piece)}” is no part of an RRULE; write parts as in FREQ=WEEKLY;BYDAY=MO.`,
      )
    if (given.has(name)) throw new RuleFault(`The RRULE says ${name} twice; leave one.`)
    given.set(name, value)
  }
  const numbers = Object.entries(lists).map(
    ([key, list]) => [key, numbersOf(given.get(list.part), list)] as const,
  )
  const parts = { ...head(given), ...Object.fromEntries(numbers) } as Parts
  requireSense(parts)
  return parts
}

function head(given: ReadonlyMap<string, string>) {
  const frequency = given.get('FREQ') as Frequency | undefined
  if (!frequency || !frequencies.includes(frequency))
    throw new RuleFault(`FREQ says “${shortened(frequency ?? '')}”; it is one of ${frequencies.join(', ')}.`)
  const until = given.get('UNTIL') ?? null
  if (until) requireMoment('UNTIL', until)
  const count = given.has('COUNT') ? whole('COUNT', given.get('COUNT')!, 1, 10_000) : null
  if (until && count !== null)
    throw new RuleFault('A rule ends by UNTIL or by COUNT, not by both; leave one.')
  const weekStart = (given.get('WKST') ?? 'MO') as Weekday
  if (!weekdays.includes(weekStart))
    throw new RuleFault(`WKST says “${shortened(weekStart)}”; it is one of ${weekdays.join(', ')}.`)
  const interval = whole('INTERVAL', given.get('INTERVAL') ?? '1', 1, 10_000)
  return { frequency, interval, count, until, weekStart, byDay: daysOf(given.get('BYDAY')) }
}

function whole(name: string, text: string, from: number, to: number): number {
  const value = Number(text)
  if (!/^[+-]?\d{1,9}$/.test(text) || value < from || value > to)
    throw new RuleFault(`${name} says “${shortened(text)}”; it is a whole number from ${from} to ${to}.`)
  return value
}

function numbersOf(text: string | undefined, list: (typeof lists)[keyof typeof lists]): number[] {
  if (text === undefined) return []
  return text.split(',').map((one) => {
    const value = whole(list.part, one, list.isSigned ? -list.to : list.from, list.to)
    if (list.isSigned && value === 0)
      throw new RuleFault(`${list.part} says 0; count from 1, or from −1 for the last.`)
    return value
  })
}

function daysOf(text: string | undefined): ByDay[] {
  if (text === undefined) return []
  return text.split(',').map((one) => {
    const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one)
    const ordinal = Number(found?.[1] ?? 0)
    if (!found || Math.abs(ordinal) > 53 || (found[1] !== undefined && ordinal === 0))
      throw new RuleFault(`BYDAY says “${shortened(one)}”; write days as in MO, 2TU or -1FR.`)
    return { weekday: found[2] as Weekday, ordinal }
  })
}

function requireSense({ frequency, byDay, byWeekNo, byYearDay, byMonthDay, bySetPos, ...rest }: Parts): void {
  const isOrdinal = byDay.some((one) => one.ordinal !== 0)
  if (isOrdinal && frequency !== 'MONTHLY' && frequency !== 'YEARLY')
    throw new RuleFault(`BYDAY counts days, as in 2TU, in a month or a year; FREQ is ${frequency}.`)
  if (isOrdinal && byWeekNo.length > 0)
    throw new RuleFault('BYDAY cannot count days where BYWEEKNO names weeks.')
  if (byWeekNo.length > 0 && frequency !== 'YEARLY')
    throw new RuleFault('BYWEEKNO goes with FREQ=YEARLY only.')
  if (byMonthDay.length > 0 && frequency === 'WEEKLY')
    throw new RuleFault('BYMONTHDAY does not go with FREQ=WEEKLY.')
  if (byYearDay.length > 0 && ['DAILY', 'WEEKLY', 'MONTHLY'].includes(frequency))
    throw new RuleFault(`BYYEARDAY does not go with FREQ=${frequency}.`)
  const others = [
    byDay,
    byWeekNo,
    byYearDay,
    byMonthDay,
    rest.byMonth,
    rest.byHour,
    rest.byMinute,
    rest.bySecond,
  ]
  if (bySetPos.length > 0 && others.every((one) => one.length === 0))
    throw new RuleFault('BYSETPOS picks among days that another part names, as in BYDAY=MO,TU;BYSETPOS=1.')
}

const minutesADay = 1440

/** The most times a rule can come on one day. */
export function mostADay({ frequency, interval, count, byHour, byMinute, bySecond }: Parts): number {
  const share = (list: readonly number[], all: number) => (list.length > 0 ? list.length / all : 1)
  const each = (list: readonly number[]) => Math.max(1, list.length)
  const times = {
    SECONDLY: ((minutesADay * 60) / interval) * share(byHour, 24) * share(byMinute, 60) * share(bySecond, 60),
    MINUTELY: (minutesADay / interval) * share(byHour, 24) * share(byMinute, 60) * each(bySecond),
    HOURLY: (24 / interval) * share(byHour, 24) * each(byMinute) * each(bySecond),
  }
  const daily = each(byHour) * each(byMinute) * each(bySecond)
  const found = frequency in times ? times[frequency as keyof typeof times] : daily
  return Math.min(Math.ceil(found), count ?? Number.POSITIVE_INFINITY)
}
