import { expect, test } from 'vitest'
import { whyNotInOrder } from './day-order.ts'

test.each([
  [
    { from: '2026-05-01', to: '2026-04-30' },
    'The period begins on 2026-05-01 and ends before that, on 2026-04-30: turn the two days round.',
  ],
  [{ from: '2026-05-01', to: '2026-05-01' }, null],
  [{ from: '2026-05-01' }, null],
  [{ from: 'Email', to: 'Account' }, null],
  [undefined, null],
])('the period of %j is answered for: %s', (input, reason) => {
  expect(whyNotInOrder(input)).toBe(reason)
})
