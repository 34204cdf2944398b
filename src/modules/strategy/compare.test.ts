import { expect, test } from 'vitest'
import { compared } from './rules.ts'

test.each([
  [
    ['a', 'b'],
    ['a', 'c'],
    ['same a', 'removed b', 'added c'],
  ],
  [[], ['a'], ['added a']],
  [['a'], [], ['removed a']],
  [
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
    ['added c', 'same a', 'same b', 'removed c'],
  ],
])('%j and %j', (before, after, lines) => {
  expect(compared(before, after).map((one) => `${one.state} ${one.text}`)).toEqual(lines)
})

test.each([
  ['one word in a hundred changed', (at: number) => (at % 100 === 0 ? `new ${at}` : `word ${at}`)],
  ['nothing in common', (at: number) => `other ${at}`],
])('ten thousand lines, %s: every line of both is there, in order', (_, other) => {
  const before = Array.from({ length: 10_000 }, (_, at) => `word ${at}`)
  const after = before.map((_, at) => other(at))
  const lines = compared(before, after)
  const of = (state: string) => lines.filter((one) => one.state === 'same' || one.state === state)
  expect(of('removed').map((one) => one.text)).toEqual(before)
  expect(of('added').map((one) => one.text)).toEqual(after)
})
