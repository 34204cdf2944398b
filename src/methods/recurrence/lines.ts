/** A moment as a rule writes it: a day, or a day and a time, in UTC where it ends on Z. */
const moment = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/

export type Start = { text: string; zone: string; isDay: boolean }

/** The lines of a rule, taken apart; `extra` holds its EXDATE and RDATE lines as they came. */
export type Lines = { start: Start; rule: string; extra: string[] }

/** A sentence, and with it the end of reading. */
export class RuleFault extends RangeError {}

const mostCharacters = 20_000
const mostMoments = 1000
const heading = /^(DTSTART|RRULE|EXDATE|RDATE)((?:;[A-Z-]+=[^:;]+)*):(.*)$/

/**
 * The lines of RFC 5545 of which a rule is made: one DTSTART with a zone, one RRULE, and any number of EXDATE and RDATE.
 * Throws RuleFault with a sentence.
 */
export function linesOf(text: string): Lines {
  if (text.length > mostCharacters)
    throw new RuleFault(`The rule has ${text.length} characters; ${mostCharacters} are enough for any.`)
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map(lineOf)
  const start = only(lines, 'DTSTART', 'begin with DTSTART, as in DTSTART;TZID=Europe/Berlin:20260302T090000')
  const rule = only(lines, 'RRULE', 'say how it recurs, as in RRULE:FREQ=WEEKLY;BYDAY=MO')
  const begins = startOf(start.parameters, start.value)
  const extra = lines.filter((one) => one.name === 'EXDATE' || one.name === 'RDATE')
  for (const one of extra) requireMoments(one)
  return { start: begins, rule: rule.value, extra: extra.map((one) => one.text) }
}

type Line = { name: string; parameters: string; value: string; text: string }

function lineOf(given: string): Line {
  const text = given.trim()
  const found = heading.exec(text)
  if (!found)
    throw new RuleFault(
      `“${shortened(text)}” is no line of a rule; there are DTSTART, RRULE, EXDATE and RDATE.`,
    )
  return { name: found[1]!, parameters: found[2]!, value: found[3]!.trim(), text }
}

function only(lines: readonly Line[], name: string, how: string): Line {
  const found = lines.filter((one) => one.name === name)
  if (found.length === 0) throw new RuleFault(`The rule has to ${how}.`)
  if (found.length > 1) throw new RuleFault(`The rule has ${found.length} lines ${name}; leave one.`)
  return found[0]!
}

function startOf(parameters: string, value: string): Start {
  requireMoment('DTSTART', value)
  if (!value.includes('T')) return { text: value, zone: 'UTC', isDay: true }
  if (value.endsWith('Z')) return { text: value, zone: 'UTC', isDay: false }
  const zone = /;TZID=([^:;]+)/.exec(parameters)?.[1]
  if (!zone)
    throw new RuleFault('DTSTART says no zone; write one, as in DTSTART;TZID=Europe/Berlin:20260302T090000.')
  if (!isZone(zone))
    throw new RuleFault(`There is no zone “${shortened(zone)}”; write one as in Europe/Berlin.`)
  return { text: value, zone, isDay: false }
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function requireMoments({ name, parameters, value }: Line): void {
  const moments = value.split(',')
  if (moments.length > mostMoments)
    throw new RuleFault(`${name} names ${moments.length} moments; ${mostMoments} at most.`)
  const zone = /;TZID=([^:;]+)/.exec(parameters)?.[1]
  if (zone && !isZone(zone)) throw new RuleFault(`There is no zone “${shortened(zone)}” (${name}).`)
  for (const one of moments) requireMoment(name, one)
}

/** Throws RuleFault for what is no day of the calendar, or no time of it. */
export function requireMoment(name: string, text: string): void {
  const found = moment.exec(text)
  const [year, month, day, hour, minute, second] = (found ?? []).slice(1, 7).map((part) => Number(part ?? 0))
  const date = new Date(Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day))
  const isDay = date.getUTCMonth() + 1 === month && date.getUTCDate() === day && year! >= 1900 && year! < 2300
  if (!found || !isDay || hour! > 23 || minute! > 59 || second! > 59)
    throw new RuleFault(
      `${name} says “${shortened(text)}”, which is no moment from 1900 to 2299; write it as 20260302T090000.`,
    )
}

export const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
