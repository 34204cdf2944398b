import { expect, test } from 'vitest'
import { calendarOf, letterOf, nextOf, occasionOf } from './rules.ts'

const entry = {
  ...{ id: 'itm_1', from: '2027-03-28', to: '2027-03-28', url: 'https://x.example/work/items/itm_1' },
  ...{ title: 'One', words: '', changedAt: new Date('2027-01-01T00:00:00Z'), isTentative: false },
}
const calendar = (title: string, words = '') =>
  calendarOf({ name: 'Mine', timeZone: 'UTC', host: 'x.example', entries: [{ ...entry, title, words }] })

test.each([
  ['a line end', 'A\r\nEND:VEVENT\r\nBEGIN:VALARM'],
  ['a lone carriage return', 'A\rATTENDEE:mailto:x@evil.example'],
  ['line separators of Unicode', 'A\u2028BEGIN:VALARM\u2029END:VALARM\u0085X:1'],
  ['a zero and a half letter', 'A\u0000B\ud83d C'],
])('%s in words begins no line of a calendar', (_, words) => {
  const text = calendar(words, words)
  const begun = text.split('\r\n').filter((line) => /^(BEGIN|END|ATTENDEE|X:)/.test(line))
  expect(begun).toEqual(['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VEVENT', 'END:VCALENDAR'])
  for (const hidden of ['\r', '\n', '\u0000', '\u0085', '\u2028', '\u2029'])
    expect(text.replaceAll('\r\n', '').includes(hidden)).toBe(false)
})

test('a whole day ends on the day after, over the change to summer time as well', () => {
  const text = calendar('One')
  expect(text).toContain('DTSTART;VALUE=DATE:20270328')
  expect(text).toContain('DTEND;VALUE=DATE:20270329')
})

const long = new Date('2026-01-01T00:00:00Z')
const at = (rhythm: 'off' | 'daily' | 'weekly', hour: number, weekday = 1, changedAt = long) => ({
  ...{ rhythm, hour, weekday, changedAt },
})
const berlin = 'Europe/Berlin'

test.each([
  ['before its hour', at('daily', 8), '2027-01-15T06:59:00Z', null],
  ['at its hour', at('daily', 8), '2027-01-15T07:00:00Z', 'daily 2027-01-15'],
  ['hours late, after the server was down', at('daily', 8), '2027-01-15T18:00:00Z', 'daily 2027-01-15'],
  ['too late to be of use', at('daily', 8), '2027-01-15T19:01:00Z', null],
  ['late over midnight', at('daily', 22), '2027-01-16T02:00:00Z', 'daily 2027-01-15'],
  ['in summer', at('daily', 8), '2027-07-15T06:00:00Z', 'daily 2027-07-15'],
  ['in an hour that the clock jumps over', at('daily', 2), '2027-03-28T01:00:00Z', 'daily 2027-03-28'],
  ['just before the jump', at('daily', 2), '2027-03-28T00:59:00Z', null],
  ['in an hour told twice, the first time', at('daily', 2), '2027-10-31T00:30:00Z', 'daily 2027-10-31'],
  ['in an hour told twice, the second time', at('daily', 2), '2027-10-31T01:30:00Z', 'daily 2027-10-31'],
  ['on its weekday', at('weekly', 8, 5), '2027-01-15T08:00:00Z', 'weekly 2027-01-15'],
  ['on another weekday', at('weekly', 8, 4), '2027-01-15T08:00:00Z', null],
  ['never', at('off', 8), '2027-01-15T08:00:00Z', null],
  [
    'chosen after the hour of today',
    at('daily', 8, 1, new Date('2027-01-15T09:00:00Z')),
    '2027-01-15T10:00:00Z',
    null,
  ],
])('a digest %s', (_, choice, now, expected) => {
  expect(occasionOf(choice, berlin, new Date(now))).toBe(expected)
})

test('the next one is told in the hours of the zone', () => {
  const next = (now: string, choice = at('daily', 8)) => nextOf(choice, berlin, new Date(now))?.toISOString()
  expect(next('2027-03-27T08:00:00Z')).toBe('2027-03-28T06:00:00.000Z')
  expect(next('2027-01-15T08:00:00Z', at('weekly', 8, 5))).toBe('2027-01-22T07:00:00.000Z')
  expect(next('2027-01-15T08:00:00Z', at('off', 8))).toBeUndefined()
})

test('a letter is plain words, and HTML in which nothing of theirs is markup', () => {
  const lines = [{ title: '<img src=x onerror=1>\nBcc: x', note: '"a" & b', path: '/work/items/i' }]
  const around = {
    organisation: 'N & W',
    day: '2027-01-15',
    url: 'https://x.example',
    stopUrl: 'https://x.example/s',
  }
  const { subject, text, html } = letterOf([{ title: 'Late', lines, more: 2 }], around)
  expect(subject).toBe('3 late (2027-01-15)')
  expect(text).toContain('- <img src=x onerror=1> Bcc: x\n  "a" & b\n  https://x.example/work/items/i')
  expect(text).toContain('Stop it with one click: https://x.example/s')
  expect(html).not.toContain('<img')
  expect(html).toContain('&quot;a&quot; &amp; b')
})
