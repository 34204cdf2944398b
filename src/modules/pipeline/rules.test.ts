import { expect, test } from 'vitest'
import { overdueWords } from './rules.ts'

test.each([
  [1, 2, '1 MQL is past its 2 days', 'It entered in the last 90 days and neither went on nor was rejected.'],
  [1, 1, '1 MQL is past its day', /^It entered/],
  [1200, 1, '1,200 MQL are past their day', /^They entered in the last 90 days and neither went on nor were/],
])('%i MQL beyond %i days are told in one grammar', (overdue, slaDays, title, why) => {
  const said = overdueWords({ name: 'MQL', overdue, slaDays }, 90)
  expect(said).toEqual({ title, why: typeof why === 'string' ? why : expect.stringMatching(why) })
})
