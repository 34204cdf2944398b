import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn, waitingIn } from './turns.ts'

test('who waits in a line goes one after another, past one that fails; other lines do not wait', async () => {
  const told: string[] = []
  const go = (name: string, what: string, ms: number) =>
    inTurn(name, async () => {
      told.push(`${what} begins`)
      await wait(ms)
      told.push(`${what} ends`)
      if (what === 'b') throw new Error('b fails')
    })
  const all = [go('work', 'a', 20), go('work', 'b', 1), go('work', 'c', 1)]
  expect(waitingIn('work')).toBe(3)
  await go('budget', 'x', 1)
  expect(told).toEqual(['a begins', 'x begins', 'x ends'])
  const ends = await Promise.allSettled(all)

  expect(ends.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(told.slice(3)).toEqual(['a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(waitingIn('work')).toBe(0)
})
