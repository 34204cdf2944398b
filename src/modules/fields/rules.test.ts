import { expect, test } from 'vitest'
import { fieldChanges, isWebAddress, optionsAfter, type Value, whyNotOptions, whyNotValue } from './rules.ts'

const people = new Set(['per_ana'])
const field = (type: string, more: object = {}) =>
  ({
    id: 'fld_1',
    label: 'Note',
    type,
    requiredFrom: 'never',
    options: [],
    isRetired: false,
    ...more,
  }) as Parameters<typeof whyNotValue>[0]

test.each([
  ['link', 'javascript:alert(1)', /takes an address that begins with https/],
  ['link', ' java\nscript:alert(1)', /takes an address/],
  ['link', 'data:text/html,x', /takes an address/],
  ['link', 'https://ana:secret@north.example', /without a name and password/],
  ['text', 'two\nlines', /one line of text/],
  ['number', 1e13, /takes a number between/],
  ['number', Number.NaN, /takes a number between/],
  ['money', { minor: -1, currency: 'EUR' }, /0 or more/],
  ['money', { minor: 0.5, currency: 'EUR' }, /minor units/],
  ['money', { minor: 1, currency: 'ZZZ' }, /not a currency/],
  ['day', '2026-02-30', /takes a day/],
  ['yesno', 'yes', /takes yes or no/],
  ['one', 'opt_other', /one of its choices/],
  ['several', ['opt_a', 'opt_a'], /each once/],
  ['person', 'per_nobody', /a person who works here/],
] as [string, Value, RegExp][])('a field of type %s does not take %j', (type, value, reason) => {
  const options = [{ id: 'opt_a', label: 'A', isRetired: false }]
  expect(whyNotValue(field(type, { options }), value, people)).toMatch(reason)
})

test.each([
  ['link', 'https://north.example/a?b=c'],
  ['text', '<script>alert(1)</script>'],
  ['money', { minor: 0, currency: 'JPY' }],
  ['day', '2028-02-29'],
  ['person', 'per_ana'],
] as [string, Value][])('a field of type %s takes %j', (type, value) => {
  expect(whyNotValue(field(type), value, people)).toBeNull()
})

test('an address is one to click only with a host', () => {
  expect(isWebAddress('https://')).toBe(false)
  expect(isWebAddress('http://north.example')).toBe(true)
})

test('a choice taken out and said again is the one it was', () => {
  const before = [{ id: 'opt_a', label: 'A', isRetired: true }]
  expect(optionsAfter(before, [{ label: 'a' }], () => 'opt_new')).toEqual([
    { id: 'opt_a', label: 'a', isRetired: false },
  ])
})

test('a choice is said once, under one name', () => {
  const before = [
    { id: 'opt_a', label: 'A', isRetired: false },
    { id: 'opt_b', label: 'B', isRetired: true },
  ]
  const twice = [
    { id: 'opt_a', label: 'A' },
    { id: 'opt_a', label: 'Z' },
  ]
  expect(whyNotOptions('one', twice, before)).toMatch(/“Z” is a choice that stands there under another name/)
  const said = [{ id: 'opt_b', label: 'C' }, { label: 'B' }]
  expect(optionsAfter(before, said, () => 'opt_new').map((one) => one.id)).toEqual([
    ...['opt_b', 'opt_new', 'opt_a'],
  ])
})

test('a change is told in the words people know', () => {
  const said = { before: {}, after: { fld_1: 'per_ana' }, nameOf: () => 'Ana Ribeiro' }
  expect(fieldChanges([field('person')], said)).toEqual(['Note: not said → Ana Ribeiro'])
})
