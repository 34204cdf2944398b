import { expect, test } from 'vitest'
import { PairNumbers } from './pair-numbers.ts'

test('a hundred thousand pairs keep their numbers and can be read back', () => {
  const pairs = new PairNumbers()
  const pair = (i: number): [number, number] => [i % 331, Math.floor(i / 331) * 7919]
  const pairsInOrder = Array.from({ length: 100_000 }, (_, i) => pair(i))
  const numbers = pairsInOrder.map(([first, second]) => pairs.numberOf(first, second))
  expect(numbers.every((number, i) => number === i)).toBe(true)
  expect(pairsInOrder.map(([first, second]) => pairs.numberOf(first, second))).toEqual(numbers)
  expect(numbers.map((i) => [pairs.firsts[i], pairs.seconds[i]])).toEqual(pairsInOrder)
  expect(pairs.size).toBe(100_000)
})
