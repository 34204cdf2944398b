import { expect, test } from 'vitest'
import { evenDays, tellingDays, valueAt } from './curve.ts'

const curve = [
  { day: 0, stays: 1 },
  { day: 3, stays: 0.5 },
  { day: 10, stays: 0.2 },
]

test('a step curve keeps its value until the next step', () => {
  expect(valueAt(curve, 2)?.stays).toBe(1)
  expect(valueAt(curve, 3)?.stays).toBe(0.5)
  expect(valueAt(curve, 99)?.stays).toBe(0.2)
  expect(valueAt([], 1)).toBeNull()
})

test('days are evenly spaced and end with the last one', () => {
  expect(evenDays(3)).toEqual([0, 1, 2, 3])
  expect(evenDays(10, 5)).toEqual([0, 2, 4, 6, 8, 10])
  expect(evenDays(11, 5)).toEqual([0, 3, 6, 9, 11])
  expect(evenDays(0)).toEqual([0, 1])
})

test('a long flat end is cut', () => {
  expect(tellingDays([...curve, { day: 3000, stays: 0.199 }])).toBe(13)
  expect(tellingDays(curve)).toBe(10)
  expect(tellingDays([])).toBe(1)
})
