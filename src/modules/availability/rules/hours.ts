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
  let at = 0
  return span.map(({ day, weekday }, place) => {
    while (working.weeks[at + 1] && working.weeks[at + 1]!.fromOn <= day) at += 1
    const week = working.weeks[at]!
    const outside = whyOutside(working, day)
    const scheduled = outside ? 0 : week.minutes[weekday]!
    if (scheduled === 0) return { ...nothing, day, why: outside ? [outside] : [] }
    const { absent, why } = absentOn(scheduled, working.free.get(day), away.get(place))
    return { day, scheduled, absent, ...restOf(working, week, { day, weekday, scheduled, absent }, why) }
  })
}

const nothing = { scheduled: 0, absent: 0, duties: 0, available: 0 }

function whyOutside({ startsOn, endsOn }: Working, day: Day): string | null {
  if (startsOn !== null && day < startsOn) return `Starts on ${startsOn}`
  return endsOn !== null && day > endsOn ? `Left on ${endsOn}` : null
}

function absentOn(scheduled: number, free: string | undefined, away: Away | undefined) {
  if (free !== undefined) return { absent: scheduled, why: [free] }
  if (!away) return { absent: 0, why: [] }
  const morning = Math.floor(scheduled / 2)
  const absent = (away.morning ? morning : 0) + (away.afternoon ? scheduled - morning : 0)
  const said = new Set([away.morning, away.afternoon].filter((one) => one !== undefined))
  const half = away.morning && away.afternoon ? '' : away.morning ? ', in the morning' : ', in the afternoon'
  return { absent, why: [...said].map((one) => `${one}${half}`) }
}

type OneDay = { day: Day; weekday: number; scheduled: number; absent: number }

function restOf(
  { duties }: Working,
  week: WeekFrom,
  { day, weekday, scheduled, absent }: OneDay,
  why: string[],
) {
  const present = scheduled - absent
  let taken = 0
  for (const duty of duties) {
    if (day < duty.fromOn || (duty.toOn !== null && day > duty.toOn)) continue
    const minutes = Math.round((shareOn(duty.minutes, week.minutes, weekday) * present) / scheduled)
    if (minutes > 0) why.push(`${duty.what}: ${inHours(minutes)}`)
    taken += minutes
  }
  const left = Math.max(0, present - taken)
  const available = Math.round((left * week.focusPercent) / 100)
  if (available < left)
    why.push(`Not planned, for a focus share of ${week.focusPercent} %: ${inHours(left - available)}`)
  return { duties: present - available, available, why }
}

/** A week’s minutes on one of its days, in proportion to its hours; the seven always sum to the week’s. */
function shareOn(minutes: number, week: readonly number[], weekday: number): number {
  const whole = sumOf(week)
  const until = (days: number) => Math.round((minutes * sumOf(week.slice(0, days))) / whole)
  return until(weekday + 1) - until(weekday)
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
