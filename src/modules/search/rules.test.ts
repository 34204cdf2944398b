import { expect, test } from 'vitest'
import { askedFor } from './rules.ts'

test.each([
  ['  Summer   sale ', 'Summer sale'],
  ['PO\u0000 7\n', 'PO 7'],
  ['日本', '日本'],
  ['x', null],
  [' \t', null],
])('“%s” asks for %s', (words, asked) => {
  expect(askedFor(words)).toBe(asked)
})
