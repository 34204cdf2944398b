import { expect, test } from 'vitest'
import { randomFrom } from './random.ts'
import { roundedTable, roundedTogether } from './rounding.ts'

test.each([
  [[1 / 3, 1 / 3, 1 / 3], 1, [1, 0, 0]],
  [[2.6, -1.6, 0], 1, [3, -2, 0]],
  [[0.04, 0.04, 0.02], 0.1, [1, 0, 0]],
  [[0.1 + 0.2, 0], 0.1, [3, 0]],
])('%j by %d stands as %j', (values, step, steps) => {
  expect(roundedTogether(values, step)).toEqual(steps)
})

test('whatever the numbers, they sum to their rounded total and none is a whole step off', () => {
  const draw = randomFrom(11)
  for (let round = 0; round < 2000; round += 1) {
    const values = Array.from({ length: 1 + (round % 9) }, () => (draw() - 0.5) * 40)
    const steps = roundedTogether(values, 0.1)
    const total = values.reduce((sum, value) => sum + value, 0)
    expect(steps.reduce((sum, one) => sum + one, 0)).toBe(Math.round(total / 0.1))
    for (const [at, one] of steps.entries()) expect(Math.abs(one - values[at]! / 0.1)).toBeLessThan(1.0001)
  }
})

test('a table keeps both its rounded row sums and its rounded column sums', () => {
  // Two columns of a plain sum: volume in all −2, mix in all 0.
  const rows = [
    [-0.33, -0.67],
    [-0.33, -0.67],
    [-0.33, -0.67],
    [-1.01, 2.01],
  ]
  const table = roundedTable(rows, 0.1, [-10, -10, -10, 10], [-20, 0])
  expect(table.map((row) => row.reduce((sum, one) => sum + one, 0))).toEqual([-10, -10, -10, 10])
  expect([0, 1].map((column) => table.reduce((sum, row) => sum + row[column]!, 0))).toEqual([-20, 0])
})
