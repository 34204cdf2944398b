import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { type Lines, linesOf, RuleFault, type Start } from './recurrence/lines.ts'
import { mostADay, type Parts, partsOf } from './recurrence/parts.ts'
import { wordsOf } from './recurrence/words.ts'

/** When a rule comes: the moment in UTC, and what the clock of its zone shows (a day alone where the rule is of days). */
export type Occurrence = { at: string; local: string }

/** More than this on one day is no plan of work. */
export const mostOccurrencesADay = 48
const mostAtOnce = 5000
const mostSteps = 10_000
const mostYears = 100
const dayLength = 86_400_000

type Moment = { epochMilliseconds: number }
type Rule = { lines: Lines; parts: Parts; source: RRuleTemporal }

/**
 * The sentence that refuses a rule of RFC 5545 (lines DTSTART with a zone, RRULE, EXDATE, RDATE), or null: what cannot be
 * read, what comes more than 48 times a day, what never comes, what begins at a time its clock leaves out. A rule without
 * an end is followed through a hundred years.
 */
export function whyNotRule(text: string): string | null {
  try {
    ruleOf(text)
    return null
  } catch (fault) {
    if (fault instanceof RuleFault) return fault.message
    throw fault
  }
}

function ruleOf(text: string): Rule {
  const lines = linesOf(text)
  const parts = partsOf(lines.rule)
  const often = mostADay(parts)
  if (often > mostOccurrencesADay)
    throw new RuleFault(
      `It would come ${often} times a day; ${mostOccurrencesADay} are the most. Make INTERVAL greater, or end it with COUNT.`,
    )
  requireClockTime(lines)
  const rule = { lines, parts, source: sourceOf(lines, parts) }
  if (firstOf(rule) === null)
    throw new RuleFault(
      'It never comes: no day of a hundred years fits all its parts. Leave out one of them.',
    )
  return rule
}

function sourceOf({ start, rule, extra }: Lines, { until }: Parts): RRuleTemporal {
  const begins = start.isDay ? `DTSTART;VALUE=DATE:${start.text}` : inZone(start.text, start.zone)
  const lines = [begins, `RRULE:${rule}`, ...extra].join('\n')
  const end = until ? {} : { until: hundredYearsAfter(start) }
  try {
    return new RRuleTemporal({ rruleString: lines, ...end, maxIterations: mostSteps, cache: false })
  } catch (fault) {
    throw new RuleFault(`The rule cannot be followed: ${fault instanceof Error ? fault.message : fault}.`)
  }
}

/** Without an end, a rule that never matches would be looked for through ten thousand years. */
const hundredYearsAfter = ({ text, zone }: Start) =>
  Temporal.PlainDate.from({ year: Number(text.slice(0, 4)) + mostYears, month: 12, day: 31 }).toZonedDateTime(
    {
      timeZone: zone,
    },
  )

const inZone = (text: string, zone: string): string =>
  text.endsWith('Z') ? `DTSTART:${text}` : `DTSTART;TZID=${zone}:${text}`

/** A clock that is put forward leaves times out: a rule that begins at one would come at another than it says. */
function requireClockTime({ start }: Lines): void {
  if (start.isDay || start.text.endsWith('Z')) return
  const local = Temporal.PlainDateTime.from(start.text)
  const zoned = local.toZonedDateTime(start.zone)
  if (!zoned.toPlainDateTime().equals(local))
    throw new RuleFault(
      `${local.toString({ smallestUnit: 'minute' }).replace('T', ' ')} does not exist in ${start.zone}: the clock is put forward over it. Begin at another time.`,
    )
}

/** The first time it comes; null where it never does. */
function firstOf({ source }: Rule): number | null {
  try {
    return source.all((_, at) => at < 1)[0]?.epochMilliseconds ?? null
  } catch {
    // The library gives up on rules without a match after a bounded number of steps.
    return null
  }
}

/**
 * When a rule comes from a moment up to another, both included, in order; the first `most` (500 unless said, 5,000 at
 * most). Throws RangeError with the sentence of `whyNotRule`, and for a window that ends before it begins.
 */
export function occurrences(
  text: string,
  { from, to, most = 500 }: { from: Date; to: Date; most?: number },
): Occurrence[] {
  if (!(to >= from)) throw new RangeError('The time to look through ends before it begins.')
  const rule = ruleOf(text)
  const wanted = Math.min(Math.max(0, Math.floor(most)), mostAtOnce)
  return found(rule, from.getTime(), to.getTime(), wanted).map((one) => occurrenceOf(rule, one))
}

/** Where the library gives up after a bounded number of steps, so does the question. */
function followed<T>(step: () => T): T {
  try {
    return step()
  } catch (fault) {
    throw new RuleFault(
      `The rule cannot be followed that far: ${fault instanceof Error ? fault.message : fault}.`,
    )
  }
}

/** Windows that double, so that a dense rule is not followed to the end of a long one. */
function found({ source }: Rule, from: number, to: number, wanted: number): Moment[] {
  const all: Moment[] = []
  let begins = from
  for (let days = 32; begins <= to && all.length < wanted; days *= 2) {
    const ends = Math.min(to, begins + days * dayLength)
    all.push(...followed(() => source.between(new Date(begins), new Date(ends), true)))
    begins = ends + 1
  }
  return all.slice(0, wanted)
}

/** The first time a rule comes after a moment; null where it has ended. Throws RangeError with the sentence of `whyNotRule`. */
export function next(text: string, after: Date): Occurrence | null {
  const rule = ruleOf(text)
  const one = followed(() => rule.source.next(after))
  return one ? occurrenceOf(rule, one) : null
}

function occurrenceOf({ lines }: Rule, one: Moment): Occurrence {
  const at = new Date(one.epochMilliseconds).toISOString()
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(lines.start.zone).toPlainDateTime()
  return {
    at,
    local: lines.start.isDay ? local.toPlainDate().toString() : local.toString({ smallestUnit: 'second' }),
  }
}

/** A rule as one would say it. Throws RangeError with the sentence of `whyNotRule`. */
export function inWords(text: string): string {
  const { lines, parts } = ruleOf(text)
  const momentsOf = (name: string) =>
    lines.extra.filter((line) => line.startsWith(name)).reduce((sum, line) => sum + line.split(',').length, 0)
  return wordsOf(parts, lines.start, { except: momentsOf('EXDATE'), besides: momentsOf('RDATE') })
}
