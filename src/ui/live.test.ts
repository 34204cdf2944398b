import { setTimeout as pause } from 'node:timers/promises'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import { gathered, heard, wait } from './live.ts'

describe('live updates', () => {
  test('a change reaches the module itself and those that show it', () => {
    const news = JSON.stringify({
      module: 'imports',
      tables: ['imports_batches'],
      subjects: [],
      listeners: 3,
    })
    expect(heard(news, { imports: ['pipeline', 'metrics'] })).toEqual({
      ...{ modules: ['imports', 'pipeline', 'metrics'], listeners: 3 },
    })
  })

  test.each(['', '{', '{}'])('news that cannot be read (%j) concerns nobody', (text) => {
    expect(heard(text, {})).toEqual({ modules: [], listeners: 1 })
  })

  test('waits longer after each failure, but never more than three quarters of a minute', () => {
    expect([0, 1, 2].map((attempt) => wait(attempt, 0.5))).toEqual([1000, 2000, 4000])
    expect(wait(40, 1)).toBeLessThanOrEqual(45_000)
  })

  test('what comes while a page asks is asked once when it has its answer, and of fifty pages each waits for its turn', async () => {
    const client = new QueryClient()
    let [asked, atOnce] = [0, 0]
    const queryFn = async () => {
      asked += 1
      atOnce += 1
      expect(atOnce).toBe(1)
      await pause(30)
      atOnce -= 1
      return asked
    }
    const stopped = new QueryObserver(client, { queryKey: ['work'], queryFn }).subscribe(() => undefined)
    const asks = async (listeners: number) => {
      await pause(400)
      const before = asked
      const news = gathered(client)
      for (let round = 0; round < 60; round += 1) {
        news.add({ modules: ['work'], listeners })
        await pause(10)
      }
      await pause(300)
      news.stop()
      return asked - before
    }
    const alone = await asks(1)
    expect(alone).toBeGreaterThan(1)
    expect(alone).toBeLessThan(6)
    expect(await asks(50)).toBeLessThan(2)
    stopped()
  })

  test('what changed while a page had its first answer on its way is asked for again', async () => {
    const client = new QueryClient()
    let known = 'old'
    const queryFn = async () => {
      const answer = known
      await pause(60)
      return answer
    }
    const looked = new QueryObserver(client, { queryKey: ['work'], queryFn })
    const stopped = looked.subscribe(() => undefined)
    const news = gathered(client)
    await pause(20)
    known = 'new'
    news.add({ modules: ['work'], listeners: 1 })
    await expect.poll(() => looked.getCurrentResult().data, { timeout: 3000 }).toBe('new')
    news.stop()
    stopped()
  })
})
