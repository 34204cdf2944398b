import { describe, expect, test, vi } from 'vitest'
import { pressed } from './press.ts'
import { find } from './useKeys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('keys', () => {
  test.each([
    [{ ...plain, key: 'k', ctrlKey: true }, 'mod+k'],
    [{ ...plain, key: 'k', metaKey: true }, 'mod+k'],
    [{ ...plain, key: 'X', shiftKey: true }, 'shift+x'],
    [{ ...plain, key: '?', shiftKey: true }, '?'],
    [{ ...plain, key: 'j' }, 'j'],
    [{ ...plain, key: 'ArrowDown', shiftKey: true }, 'shift+ArrowDown'],
  ])('%j is called %s', (event, name) => expect(pressed(event)).toBe(name))

  const layer = (keys: Record<string, () => void>) => ({ keys: () => keys, inDialogs: false })

  test('the newest layer answers first: the list before the shell', () => {
    const shell = vi.fn()
    const list = vi.fn()
    find('/', '', [layer({ '/': shell }), layer({ '/': list })])?.({} as KeyboardEvent)
    expect(list).toHaveBeenCalled()
    expect(shell).not.toHaveBeenCalled()
  })

  test('g then h goes home, h alone does not', () => {
    const home = vi.fn()
    const layers = [layer({ 'g h': home })]
    expect(find('h', '', layers)).toBeUndefined()
    expect(find('h', 'g', layers)).toBe(home)
  })

  test('a pair wins over the single key of a newer layer', () => {
    const go = vi.fn()
    const edit = vi.fn()
    expect(find('e', 'g', [layer({ 'g e': go }), layer({ e: edit })])).toBe(go)
  })
})
