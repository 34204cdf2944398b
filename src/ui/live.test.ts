import { describe, expect, test } from 'vitest'
import { concerned, wait } from './live.ts'

describe('live updates', () => {
  test('a change reaches the module itself and those that show it', () => {
    const news = JSON.stringify({ module: 'imports', tables: ['imports_batches'], subjects: [] })
    expect(concerned(news, { imports: ['pipeline', 'metrics'] })).toEqual(['imports', 'pipeline', 'metrics'])
  })

  test.each(['', '{', '{}'])('news that cannot be read (%j) concerns nobody', (text) => {
    expect(concerned(text, {})).toEqual([])
  })

  test('waits longer after each failure, but never more than three quarters of a minute', () => {
    expect([0, 1, 2].map((attempt) => wait(attempt, 0.5))).toEqual([1000, 2000, 4000])
    expect(wait(40, 1)).toBeLessThanOrEqual(45_000)
  })
})
