import { expect, test } from 'vitest'
import { comparedLabel } from './useCompared.ts'

const quarter = { label: 'Q3 2026', endsOn: '2026-09-30' }

test.each([
  [null, 'Q3 2026'],
  [{ from: '2026-07-01', to: '2026-09-30' }, 'Q3 2026'],
  [{ from: '2026-07-01', to: '2026-08-24' }, 'Q3 2026, first 55 days'],
  [{ from: '2026-07-01', to: '2026-07-01' }, 'Q3 2026, first day'],
])('held against %j a figure says: %s', (counted, label) => {
  expect(comparedLabel(quarter, counted)).toBe(label)
})
