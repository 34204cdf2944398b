import { expect, test } from 'vitest'
import {
  addPart,
  emptyMapping,
  type Mapping,
  openIn,
  questionsOf,
  removePart,
  setAnswer,
  setObject,
  setTerm,
  termWords,
  unusedIn,
  whyNotSave,
} from './mapping-edit.ts'

const leads: Mapping = {
  source: 'forms',
  title: 'Form leads',
  parts: [{ object: 'contact', attributes: { key: { column: 'Id' }, email: { column: 'Mail' } } }],
}
const column = (name: string, question?: string, example = '') => ({
  name,
  type: 'text',
  filled: 1,
  distinct: 1,
  samples: [],
  unsettled: question ? { question, example } : null,
})

test('another heading, a constant, and nothing', () => {
  const renamed = setTerm(leads, 0, 'email', { column: 'E-mail' })
  expect(renamed.parts[0]?.attributes.email).toEqual({ column: 'E-mail' })
  expect(setTerm(leads, 0, 'country', { constant: 'NO' }).parts[0]?.attributes).toHaveProperty('country')
  expect(setTerm(leads, 0, 'email', null).parts[0]?.attributes).toEqual({ key: { column: 'Id' } })
  expect(leads.parts[0]?.attributes.email).toEqual({ column: 'Mail' })
})

test('another object keeps the attributes it knows', () => {
  expect(setObject(leads, 0, 'account').parts[0]).toMatchObject({ attributes: { key: { column: 'Id' } } })
  expect(setObject(leads, 0, 'account').parts[0]?.attributes).not.toHaveProperty('email')
})

test('headings nobody reads are named, also when a filter reads one', () => {
  expect(unusedIn(leads, ['Id', 'Mail', 'Score'])).toEqual(['Score'])
  const part = { ...leads.parts[0]!, only: { column: 'Score', filled: true } }
  expect(unusedIn({ ...leads, parts: [part] }, ['Id', 'Mail', 'Score'])).toEqual([])
})

test('required attributes that are open are named with their alternatives', () => {
  expect(openIn(leads.parts[0]!)).toEqual([])
  expect(openIn({ object: 'touch', attributes: { at: { column: 'When' } } })).toEqual([
    ['contact_key', 'email', 'account_key'],
  ])
})

test('a date that could be read both ways is asked with both readings', () => {
  const dated = setTerm(leads, 0, 'created_at', { column: 'Made' })
  const [asked] = questionsOf([column('Made', 'day-or-month', '03/04/2018')], dated)
  expect(asked?.options.map((option) => option.label)).toEqual([
    'Day first: April 3, 2018',
    'Month first: March 4, 2018',
  ])
  expect(questionsOf([column('Made', 'day-or-month', '03/04/2018')], leads)).toEqual([])
  expect(setAnswer(dated, 'Made', 'day-first').answers).toEqual({ Made: 'day-first' })
})

test('a number that could be read both ways is asked with both readings', () => {
  const scored = setTerm(leads, 0, 'score', { column: 'Score' })
  const [asked] = questionsOf([column('Score', 'decimal-or-thousands', '1,234')], scored)
  expect(asked?.options.map((option) => option.label)).toEqual([
    'Comma before decimals: 1.234',
    'Comma between thousands: 1,234',
  ])
})

test('a mapping is saved only with a source, a title and something to read', () => {
  expect(whyNotSave(leads)).toBeNull()
  expect(whyNotSave(emptyMapping('leads 2018.csv'))).toBe('Name the system the file comes from.')
  expect(whyNotSave(addPart(leads, 'account'))).toBe('Choose at least one heading for account.')
  expect(whyNotSave(removePart(addPart(leads, 'account'), 1))).toBeNull()
})

test('terms read as people say them', () => {
  expect(termWords({ constant: 'true' })).toBe('always “true”')
  expect(termWords({ first: ['A', 'B'] })).toBe('A, else B')
  expect(termWords({ column: 'Cost', scale: 'micros' })).toBe('Cost ÷ 1,000,000')
})
