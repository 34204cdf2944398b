import { expect, test } from 'vitest'
import { lastWith } from './last-with.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

test.each([
  [
    [
      { quarter: '2026-Q1', won: 3 },
      { quarter: '2026-Q3', won: 2 },
      { quarter: '2026-Q4', won: 0 },
    ],
    '2026-Q3',
    'Q3 2026',
  ],
  [
    [
      { quarter: 'FY2027-Q1', won: eur(5) },
      { quarter: 'FY2026-Q4', won: eur(5) },
    ],
    '2027-Q1',
    'Q1 FY2027',
  ],
])('the last quarter of %j is %s', (rows, id, label) => expect(lastWith(rows, 'won')).toEqual({ id, label }))

test('without one before, none is offered', () => {
  expect(
    lastWith(
      [
        { quarter: '2026-Q1', won: 0 },
        { quarter: null, won: 4 },
      ],
      'won',
    ),
  ).toBeNull()
})
