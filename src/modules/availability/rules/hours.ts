import { type Day, dayNumber, dayOf } from '../../../methods/days.ts'
import { inHours, sumOf, type WeekFrom, weekdayAt } from './week.ts'

export type Absence = { fromOn: Day; toOn: Day; startsHalf: boolean; endsHalf: boolean; why: string }
export type DutyFrom = { fromOn: Day; toOn: Day | null; minutes: number; what: string }

/** All that decides on the hours of one person. Weeks are in the order of their days, the first before any asked for. */
export type Working = {
  startsOn: Day | null
  endsOn: Day | null
  weeks: readonly WeekFrom[]
  absences: readonly Absence[]
  duties: readonly DutyFrom[]
  /** Days on which nobody works where this person is, with what they are. */
  free: ReadonlyMap<Day, string>
}

/** Minutes of one day; `scheduled` is always the sum of the other three. */
export type Hours = {
  day: Day
  scheduled: number
  absent: number
  duties: number
  available: number
  why: string[]
}

export type Span = readonly { day: Day; number: number; weekday: number }[]

/** Every day from one to another, both inside: made once for many people. */
export function spanOf(from: Day, to: Day): Span {
  const first = dayNumber(from)
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, at) => {
    const number = first + at
    return { day: dayOf(number), number, weekday: weekdayAt(number) }
  })
}

type Away = { morning?: string; afternoon?: string }

/** Halves of days that leave takes, by their place in the span. */
function awayIn(absences: readonly Absence[], span: Span): Map<number, Away> {
  const away = new Map<number, Away>()
  const first = span[0]?.number ?? 0
  for (const { fromOn, toOn, startsHalf, endsHalf, why } of absences) {
    const [begins, ends] = [dayNumber(fromOn), dayNumber(toOn)]
    for (let at = Math.max(begins, first); at <= Math.min(ends, first + span.length - 1); at += 1) {
      const day = away.get(at - first) ?? {}
      if (at > begins || !startsHalf) day.morning = why
      if (at < ends || !endsHalf) day.afternoon = why
      away.set(at - first, day)
    }
  }
  return away
}

/**
 * The hours of each day of a span. Free days count before leave, so leave over a holiday takes nothing; duties are
 * spread over the week by its hours and fall away with the hours somebody is absent; of the rest the focus share is
 * available, and what it leaves out counts as duties.
 */
export function hoursOfDays(working: Working, span: Span): Hours[] {
  const away = awayIn(working.absences, span)
  const sharedIn = (week: WeekFrom): Shared[] =>
    working.duties.map((duty) => ({ ...duty, shares: sharesOf(duty.minutes, week.minutes) }))
  let at = 0
  let shared = sharedIn(working.weeks[at]!)
  return span.map(({ day, weekday }, place) => {
    while (working.weeks[at + 1] && working.weeks[at + 1]!.fromOn <= day) {
      at += 1
      shared = sharedIn(working.weeks[at]!)
    }
    const week = working.weeks[at]!
    const outside = whyOutside(working, day)
    const scheduled = outside ? 0 : week.minutes[weekday]!
    if (scheduled === 0) return { day, ...nothing, why: outside ? [outside] : [] }
    const why: string[] = []
    const absent = absentOn(scheduled, { free: working.free.get(day), away: away.get(place) }, why)
    const rest = restOf(shared, week, { day, weekday, scheduled, absent }, why)
    return { day, scheduled, absent, duties: rest.duties, available: rest.available, why }
  })
}

const nothing = { scheduled: 0, absent: 0, duties: 0, available: 0 }

function whyOutside({ startsOn, endsOn }: Working, day: Day): string | null {
  if (startsOn !== null && day < startsOn) return `Starts on ${startsOn}`
  return endsOn !== null && day > endsOn ? `Left on ${endsOn}` : null
}

type Off = { free: string | undefined; away: Away | undefined }

function absentOn(scheduled: number, { free, away }: Off, why: string[]): number {
  if (free !== undefined) {
    why.push(free)
    return scheduled
  }
  if (!away) return 0
  const { morning, afternoon } = away
  if (morning && afternoon) {
    why.push(...new Set([morning, afternoon]))
    return scheduled
  }
  why.push(morning ? `${morning}, in the morning` : `${afternoon}, in the afternoon`)
  const early = Math.floor(scheduled / 2)
  return morning ? early : scheduled - early
}

type Shared = DutyFrom & { shares: readonly number[] }
type OneDay = { day: Day; weekday: number; scheduled: number; absent: number }

function restOf(
  duties: readonly Shared[],
  { focusPercent }: WeekFrom,
  { day, weekday, scheduled, absent }: OneDay,
  why: string[],
) {
  const present = scheduled - absent
  let taken = 0
  for (const { fromOn, toOn, shares, what } of duties) {
    if (day < fromOn || (toOn !== null && day > toOn)) continue
    const minutes = Math.round((shares[weekday]! * present) / scheduled)
    if (minutes > 0) why.push(`${what}: ${inHours(minutes)}`)
    taken += minutes
  }
  const left = Math.max(0, present - taken)
  const available = Math.round((left * focusPercent) / 100)
  if (available < left)
    why.push(`Not planned, for a focus share of ${focusPercent} %: ${inHours(left - available)}`)
  return { duties: present - available, available }
}

/** A week’s minutes on each of its days, in proportion to its hours; the seven always sum to the week’s. */
function sharesOf(minutes: number, week: readonly number[]): number[] {
  const whole = sumOf(week)
  let worked = 0
  let given = 0
  return week.map((one) => {
    worked += one
    const share = Math.round((minutes * worked) / whole) - given
    given += share
    return share
  })
}

/** What many days come to. */
export function totalOf(days: readonly Hours[]) {
  const total = { ...nothing }
  for (const one of days) {
    total.scheduled += one.scheduled
    total.absent += one.absent
    total.duties += one.duties
    total.available += one.available
  }
  return total
}
