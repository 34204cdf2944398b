import { expect, test } from 'vitest'
import { confidence, dated, freshness, sample, unattributed } from './rules.ts'

test.each([
  [0, 'A'],
  [7, 'A'],
  [8, 'B'],
  [32, 'C'],
  [93, 'D'],
])('a file of %i days ago is worth %s', (days, grade) => expect(freshness(days).grade).toBe(grade))

test.each([
  [400, 'A'],
  [399, 'B'],
  [30, 'C'],
  [0, 'D'],
])('%i cases are worth %s', (cases, grade) => expect(sample(cases).grade).toBe(grade))

test('a figure is as good as its weakest part, and says what would raise it', () => {
  const found = confidence([freshness(1), dated(0.9), unattributed(0.01)])
  expect(found).toMatchObject({ grade: 'C', signals: [{ raise: null }, { grade: 'C' }, { grade: 'A' }] })
  expect(found!.signals[1]!.raise).toContain('rows without it are in no period')
  expect(confidence([])).toBeNull()
})
