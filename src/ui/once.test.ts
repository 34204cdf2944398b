import { expect, test } from 'vitest'
import { conflict, Problem } from '../kernel/errors.ts'
import { Once } from './once.ts'

test('a second click gets the answer to the first', async () => {
  const once = new Once()
  let sent = 0
  const send = async () => {
    sent += 1
    await new Promise((resolve) => setTimeout(resolve, 5))
    return sent
  }
  expect(await Promise.all([once.send('book 7', send), once.send('book 7', send)])).toEqual([1, 1])
  expect(await Promise.all([once.send('book 7', send), once.send('book 8', send)])).toEqual([3, 3])
})

test('what broke is sent again under its key; what was answered, under a new one', async () => {
  const once = new Once()
  const keys: string[] = []
  const failing = (error: Problem) => (key: string) => {
    keys.push(key)
    return Promise.reject(error)
  }
  const broken = new Problem('broken', 'The server could not be reached.')
  for (const error of [broken, broken, conflict('Booked already.'), broken])
    await expect(once.send('book 7', failing(error))).rejects.toBe(error)
  await expect(once.send('book 8', failing(broken))).rejects.toBe(broken)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).toBe(keys[0])
  expect(new Set(keys.slice(2)).size).toBe(3)
})
