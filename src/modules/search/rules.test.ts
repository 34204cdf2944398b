import { expect, test } from 'vitest'
import { askedFor, stillFound } from './rules.ts'

test.each([
  ['  Summer   sale ', 'Summer sale'],
  ['PO\u0000 7\n', 'PO 7'],
  ['日本', '日本'],
  ['x', null],
  [' \t', null],
])('“%s” asks for %s', (words, asked) => {
  expect(askedFor(words)).toBe(asked)
})

test('while the answer is on its way, nothing is shown that the words do not name', () => {
  const hits = [{ title: 'PO-0004, Harrow' }, { title: 'PO-0001, Vine' }]
  expect(stillFound(hits, 'po-0001')).toEqual([{ title: 'PO-0001, Vine' }])
})
