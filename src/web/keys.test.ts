import { expect, test } from 'vitest'
import { modules } from './areas.ts'

const twice = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

test('no two pages of the navigation are reached by one key', () => {
  const keys = modules.flatMap((module) => (module.nav ?? []).flatMap(({ key }) => key ?? []))
  expect(keys.length).toBeGreaterThan(20)
  expect(twice(keys)).toEqual([])
})

test('no two commands are run by one key, and none by a key of the shell', () => {
  const keys = modules.flatMap((module) => (module.commands ?? []).flatMap(({ keys }) => keys ?? []))
  expect(twice([...keys, '/', 'c', '?', '[', 'mod+k'])).toEqual([])
})
