import { expect, test, vi } from 'vitest'
import { lookAgain } from './look-again.ts'

test('after a lost answer the page looks once, when the server is there again', async () => {
  const answers = [false, false, true, true]
  const look = vi.fn(() => expect(answers).toEqual([true]))
  await lookAgain(look, async () => answers.shift() ?? false, [0, 0, 0, 0, 0])
  expect(look).toHaveBeenCalledTimes(1)
})

test('a server that stays away is not asked for ever', async () => {
  const look = vi.fn()
  await lookAgain(look, async () => false, [0, 0])
  expect(look).not.toHaveBeenCalled()
})
