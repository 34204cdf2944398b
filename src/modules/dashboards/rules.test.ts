import { expect, test } from 'vitest'
import { copyName, grainFor, moved, sharedWith, whatChanged } from './rules.ts'

const tiles = ['a', 'b', 'c'].map((id) => ({ id }))
const ids = (some: { id: string }[]) => some.map((one) => one.id).join('')

test.each([
  ['a', 1, 'bac'],
  ['a', -1, 'abc'],
  ['c', -2, 'cab'],
  ['b', 9, 'acb'],
  ['x', 1, 'abc'],
])('tile %s moved by %i: %s', (id, by, after) => {
  expect(ids(moved(tiles, id, by))).toBe(after)
})

const board = { name: 'N', description: '', tiles }
test.each([
  [{ ...board, name: 'M' }, 'renamed from N'],
  [{ ...board, tiles: [...tiles, { id: 'd' }] }, 'added d'],
  [{ ...board, tiles: tiles.slice(1) }, 'removed a'],
  [{ ...board, tiles: [{ id: 'a', size: 2 }, ...tiles.slice(1)] }, 'changed a'],
  [{ ...board, tiles: moved(tiles, 'a', 1) }, 'moved tiles'],
])('what changed is said in words', (after, words) => {
  expect(whatChanged(board, after, (tile) => tile.id)).toBe(words)
})

test.each([
  ['2026-01-01', '2026-01-07', 'day'],
  ['2026-01-01', '2026-03-31', 'week'],
  ['2025-01-01', '2025-12-31', 'month'],
  [undefined, undefined, 'quarter'],
])('a trend from %s to %s goes by %s', (from, to, grain) => {
  expect(grainFor(from, to)).toBe(grain)
})

test('roles a dashboard is shared with are named in order', () => {
  expect(sharedWith({ with: 'roles' }, ['CMO', 'Finance', 'IT'])).toBe('CMO, Finance and IT')
})

test('a copy has a name of its own within 120 letters, however long the name is', () => {
  const long = 'n'.repeat(120)
  const first = copyName(long, [long])
  const second = copyName(long, [long, first])
  expect([first, second]).toEqual([`${'n'.repeat(113)} (copy)`, `${'n'.repeat(111)} (copy 2)`])
  expect([first.length, second.length]).toEqual([120, 120])
})
