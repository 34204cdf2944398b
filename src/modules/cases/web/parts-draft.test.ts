import { expect, test } from 'vitest'
import { PartInput } from '../contract.ts'
import { readParts, toDrafts } from './parts-draft.ts'

const quarter = { metric: 'won_value', from: '2026-01-01', to: '2026-03-31' }
const parts = [
  PartInput.parse({ name: 'Faster handover', kind: 'revenue', yearly: [0, 40_050], evidence: quarter }),
  PartInput.parse({ name: 'Integration', kind: 'cost', once: 100_000, basis: 'An offer' }),
]

test('a case that is opened and saved says what it said, days of what it rests on included', () => {
  expect(readParts(toDrafts(parts, 'EUR'), 'EUR')).toEqual(parts)
})

test('another metric rests on days of its own, and an amount that is none is named with its part', () => {
  const [first] = toDrafts(parts, 'EUR')
  expect(readParts([{ ...first!, metric: 'leads' }], 'EUR')[0]!.evidence).toEqual({ metric: 'leads' })
  expect(() => readParts([{ ...first!, yearly: '1 lots' }], 'EUR')).toThrow(/“Faster handover”/)
})
