import { expect, test } from 'vitest'
import type { ReturnRow } from '../contract.ts'
import { broughtBack, pointsFinding } from './columns.ts'

const row = (cost: number, won: number) =>
  ({
    cost: { amount: cost, currency: 'EUR' },
    wonValue: { amount: won, currency: 'EUR' },
    roi: (won - cost) / cost,
  }) as ReturnRow

test.each([
  [[], 'What was spent and what came back'],
  [[row(10, 10), row(10, 40)], 'Of 2 rows by channel each brings back its cost'],
  [[row(10, 9), row(10, 40)], '1 of 2 rows by channel brings back less than its cost'],
  [[row(10, 9), row(10, 0), row(5, 9)], '2 of 3 rows by channel bring back less than their cost'],
])('points say how many lie below break-even (%#)', (rows, says) => {
  expect(pointsFinding(rows, 'Channel')).toBe(says)
})

test('break-even is to bring back one time the cost', () => {
  expect([broughtBack(row(10, 10)), broughtBack(row(10, 44))]).toEqual(['1', '4.4'])
})
