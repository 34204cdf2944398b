import { Temporal } from 'temporal-polyfill'
import { type Day, dayIn } from '../../methods/days.ts'
import { occurrences, whyNotRule } from '../../methods/recurrence.ts'
import { addWorkingDays, isWorkingDay } from '../../methods/working-days.ts'
import type { Assign, Terms } from './things.ts'

export { titleFor, whyNotTitle } from './rules/titles.ts'

type Clock = Pick<Terms, 'rule' | 'zone' | 'startsOn' | 'time'>

/** The lines of RFC 5545 for what was typed: its first day, time and zone stand in fields of their own. */
export function linesFor({ rule, zone, startsOn, time }: Clock): string {
  const begins = `DTSTART;TZID=${zone}:${startsOn.replaceAll('-', '')}T${time.replace(':', '')}00`
  const typed = rule.trim()
  return `${begins}\n${/^(RRULE|EXDATE|RDATE|DTSTART)\b/i.test(typed) ? typed : `RRULE:${typed}`}`
}

/** The sentence that refuses when something recurs, or null. */
export function whyNotTerms(terms: Clock & Pick<Terms, 'endsOn'>): string | null {
  if (/DTSTART/i.test(terms.rule))
    return 'The first day, the time and the zone have fields of their own: take DTSTART out of the rule.'
  if (/FREQ=(HOURLY|MINUTELY|SECONDLY)/i.test(terms.rule))
    return 'A routine comes once a day at most: choose DAILY, WEEKLY, MONTHLY or YEARLY as its FREQ.'
  if (/BY(HOUR|MINUTE|SECOND)=/i.test(terms.rule))
    return 'The time has a field of its own: take BYHOUR, BYMINUTE and BYSECOND out of the rule.'
  if (terms.endsOn && terms.endsOn < terms.startsOn)
    return `It would end on ${terms.endsOn}, before it begins on ${terms.startsOn}. Choose a later day.`
  return whyNotRule(linesFor(terms))
}

export type Exception = { occurs: string; movedTo: Day | null; reason: string }
export type Due = {
  occurs: string
  /** As the rule says, before anything moved it. */
  ruledOn: Day
  dueOn: Day
  makeAt: Date
  isSkipped: boolean
  isMoved: boolean
  says: string
}

type Around = { free: ReadonlyMap<Day, string>; exceptions: ReadonlyMap<string, Exception> }

const freeWords = (day: Day, free: ReadonlyMap<Day, string>): string =>
  free.has(day) ? `${day} is free (${free.get(day)})` : `${day} falls on a weekend`

/** The working day that a day which may be free stands for. */
function shifted(day: Day, shift: Terms['shift'], free: ReadonlyMap<Day, string>): Day {
  const days = new Set(free.keys())
  if (shift === 'keep' || isWorkingDay(day, days)) return day
  return addWorkingDays(day, shift === 'before' ? 0 : 1, days)
}

/** A clock time of a day in a zone; one that the clock leaves out comes when the clock has been put forward. */
const momentOf = (day: Day, time: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds)

/** What comes of one occurrence: the day it is due, the moment it is made, and what moved it. */
export function dueOf(occurs: string, terms: Terms, { free, exceptions }: Around): Due {
  const [ruledOn, time] = occurs.split('T') as [Day, string]
  const exception = exceptions.get(occurs)
  const dueOn = exception?.movedTo ?? shifted(ruledOn, terms.shift, free)
  const makeOn = terms.lead === 0 ? dueOn : addWorkingDays(dueOn, -terms.lead, new Set(free.keys()))
  return {
    ...{ occurs, ruledOn, dueOn, makeAt: momentOf(makeOn, time, terms.zone) },
    ...{ isSkipped: exception?.movedTo === null, isMoved: Boolean(exception?.movedTo) },
    says: saysOf(ruledOn, dueOn, exception, free),
  }
}

function saysOf(
  ruledOn: Day,
  dueOn: Day,
  exception: Exception | undefined,
  free: ReadonlyMap<Day, string>,
): string {
  const why = exception?.reason ? `: ${exception.reason}` : ''
  if (exception?.movedTo === null) return `Skipped${why}.`
  if (exception) return `Moved from ${ruledOn} to ${dueOn}${why}.`
  if (dueOn === ruledOn) return ''
  return `${freeWords(ruledOn, free)}: moved ${dueOn < ruledOn ? 'before' : 'after'} it, to ${dueOn}.`
}

type Window = { from: Date; to: Date; most: number }

/** What comes of the occurrences of a window, in the order of the rule; ends where the routine ends. */
export function dueBetween(terms: Terms, around: Around, window: Window): Due[] {
  return occurrences(linesFor(terms), window)
    .filter((one) => !terms.endsOn || one.local.slice(0, 10) <= terms.endsOn)
    .map((one) => dueOf(one.local, terms, around))
}

/** How many calendar days it is late, by the clock of its zone, from when the routine ran at all; 0 when on its day. */
export function daysLate(makeAt: Date, now: Date, { zone, since }: { zone: string; since: Day }): number {
  const [from, to] = [[dayIn(zone, makeAt), since].sort()[1]!, dayIn(zone, now)]
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
}

/** Why an occurrence that is due is not made but skipped, or null. */
export function whySkipped(
  due: Due,
  { pausedUntil, missed, late }: { pausedUntil: Day | null; missed: Terms['missed']; late: number },
): string | null {
  if (due.isSkipped) return due.says
  if (pausedUntil && due.dueOn < pausedUntil) return `Paused until ${pausedUntil}.`
  if (missed === 'skip' && late > 0)
    return `Nothing ran when it was to be made, ${late} ${late === 1 ? 'day' : 'days'} before; missed ones are skipped.`
  return null
}

/** Whose turn it is: from `turn` on the first who is there; of nobody who is there, whose turn it would be. */
export function inTurn(ids: readonly string[], turn: number, isThere: (id: string) => boolean): string[] {
  if (ids.length === 0) return []
  const inOrder = ids.map((_, at) => ids[(turn + at) % ids.length]!)
  return [inOrder.find(isThere) ?? inOrder[0]!]
}

export const peopleNamed = (assign: Assign): readonly string[] =>
  assign.kind === 'people' || assign.kind === 'rotation' ? assign.ids : []
