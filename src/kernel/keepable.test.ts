import { expect, test } from 'vitest'
import { unkeepable } from './keepable.ts'

test('a character that no store keeps is found where it stands', () => {
  expect(unkeepable({ name: 'Zoë 👋', list: ['a', { b: 'c' }], at: new Date(), n: 1, no: null })).toBeNull()
  expect(unkeepable({ list: ['a', { b: 'c\u0000' }] })).toEqual(['list', '1', 'b'])
  expect(unkeepable({ half: '\ud83d' })).toEqual(['half'])
  expect(unkeepable(new ReadableStream())).toBeNull()
})
