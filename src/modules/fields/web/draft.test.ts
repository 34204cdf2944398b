import { expect, test } from 'vitest'
import type { Field } from '../contract.ts'
import { draftOfFields, saidOfFields } from './draft.ts'

const field = (id: string, type: Field['type']): Field => ({
  ...{ id, type, kind: 'campaign', label: 'Note', help: '', requiredFrom: 'never', options: [] },
  ...{ isRetired: false, version: 1 },
})
const fields = [field('fld_1', 'number'), field('fld_2', 'money')]

test('what is typed becomes what is said, to the minor unit', () => {
  const typed = { fld_1: '1,200.5', fld_2: { amount: '8.20', currency: 'eur' } }
  expect(saidOfFields(fields, typed)).toEqual({ fld_1: 1200.5, fld_2: { minor: 820, currency: 'EUR' } })
  const yen = { fld_2: { minor: 820, currency: 'JPY' } }
  expect(saidOfFields(fields, draftOfFields(yen))).toEqual(yen)
})

test.each(['Infinity', '1e999', '1.234,56', 'many'])('%s is no number, and takes no value away', (words) => {
  expect(() => saidOfFields(fields, { fld_1: words })).toThrow(/takes a number/)
  expect(() => saidOfFields(fields, { fld_2: { amount: words, currency: 'EUR' } })).toThrow(/is none/)
})
