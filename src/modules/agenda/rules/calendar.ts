import ICAL from 'ical.js'
import { addDays, type Day } from '../../../methods/days.ts'

// The library counts a folded line without the space it begins with.
ICAL.foldLength = 74

/** Something that takes whole days; the last day is one of them. */
export type Entry = {
  /** Stays the same for as long as it is the same thing. */
  id: string
  title: string
  from: Day
  to: Day
  words: string
  url: string
  /** When it was last changed: later changes sort after earlier ones in every calendar. */
  changedAt: Date
  /** How often it was changed, where nobody knows when. */
  changes?: number
  isTentative: boolean
}
export type Calendar = { name: string; timeZone: string; host: string; entries: readonly Entry[] }

// What turns the direction of writing around or ends a line in some programs, besides what RFC 5545 escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g
const plain = (words: string): string =>
  words
    .replace(/\r\n?/g, '\n')
    .replace(unseen, ' ')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])/g, '�')
const line = (words: string): string => plain(words).replace(/\s+/g, ' ').trim()

/** Whole seconds since 2020: grows with every change, as RFC 5545 asks of a sequence, and nothing has to be counted. */
const sequenceOf = (changedAt: Date): number =>
  Math.max(0, Math.floor(changedAt.getTime() / 1000) - 1_577_836_800)

/** An iCalendar (RFC 5545) of all-day events: text escaped, lines folded, each ended by CRLF. */
export function calendarOf({ name, timeZone, host, entries }: Calendar): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Fullscore//Agenda//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  addWords(calendar, 'x-wr-calname', line(name))
  addWords(calendar, 'x-wr-timezone', timeZone)
  addWords(calendar, 'x-published-ttl', 'PT1H')
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, host))
  return `${calendar.toString()}\r\n`
}

/** Unknown properties are written as they are: their text has to be made text first. */
function addWords(component: ICAL.Component, property: string, words: string): void {
  const made = new ICAL.Property(property)
  made.resetType('text')
  made.setValue(words)
  component.addProperty(made)
}

function eventOf(entry: Entry, host: string): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', `${entry.id}@${host}`)
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(entry.changedAt, true))
  event.addPropertyWithValue('last-modified', ICAL.Time.fromJSDate(entry.changedAt, true))
  event.addPropertyWithValue('sequence', sequenceOf(entry.changedAt) + (entry.changes ?? 0))
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(entry.from))
  // The end of whole days is the first day that is not one of them.
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(entry.to, 1)))
  event.addPropertyWithValue('summary', line(entry.title))
  if (entry.words) event.addPropertyWithValue('description', plain(entry.words))
  event.addPropertyWithValue('url', entry.url)
  event.addPropertyWithValue('status', entry.isTentative ? 'TENTATIVE' : 'CONFIRMED')
  // What is due takes nobody's time away from meetings.
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  return event
}
