import { expect, test } from 'vitest'
import { compareOptions } from '../../methods/whiteboard.ts'
import { example, verdict, written } from './rules.ts'

const [first, second] = example
const names: [string, string] = [first.name, second.name]
const says = (a: typeof first, b: typeof second) => verdict(compareOptions(a, b), names, 'EUR')

test('the verdict says which is better and by how much', () => {
  expect(says(first, second)).toBe(
    'Those it fits is better: 10,000 against 330, 30.3 times as much, 9,670 more.',
  )
  expect(says({ ...first, unitValue: 50 }, { ...second, unitValue: 1.2 })).toBe(
    'Everybody is better: 16,500 EUR against 12,000 EUR, 1.375 times as much, 4,500 EUR more.',
  )
  expect(says(first, first)).toBe('Both come to 330.')
})

test('nothing undefined is printed as 0', () => {
  expect(says({ ...first, percent: null }, second)).toBe(
    'Say the volume and the rate of both to compare them.',
  )
  expect(says({ ...first, percent: 0 }, second)).toBe(
    'Those it fits is better: 10,000 against 0, 10,000 more.',
  )
})

test('small rates keep their digits', () => {
  expect(written(0.033)).toBe('0.033')
  expect(written(30_303_030.303)).toBe('30,303,030')
})
