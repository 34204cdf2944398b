import { expect, test } from 'vitest'
import { readWhere, withCondition, writeWhere } from './where.ts'

test('a condition reads back as it was written, signs and blanks included', () => {
  const conditions = [
    { dimension: 'channel', is: 'in' as const, values: ['Paid; 100 % = all'] },
    { dimension: 'owner', is: 'in' as const, values: [null] },
  ]
  expect(readWhere(writeWhere(conditions))).toEqual(conditions)
})

test('what is no condition is passed over', () => {
  expect(readWhere('')).toEqual([])
  expect(readWhere('nonsense;CHANNEL=x;a=%E0%A4%A')).toEqual([
    { dimension: 'a', is: 'in', values: ['%E0%A4%A'] },
  ])
})

test('a dimension has one value, and undefined lifts it', () => {
  const one = withCondition([], 'channel', 'Email')
  expect(withCondition(one, 'channel', 'Event')).toEqual([
    { dimension: 'channel', is: 'in', values: ['Event'] },
  ])
  expect(withCondition(one, 'channel', undefined)).toEqual([])
})
