import type { ForeignItem } from './draft.ts'

type Waiting = Pick<ForeignItem, 'key' | 'title' | 'waitsFor' | 'holdsUp'>
export type Waits = ReadonlyMap<string, ReadonlySet<string>>

/** By who waits, what for, all in one file; a wait that would close a circle is left out. */
export function waitsOf(items: readonly Waiting[]): Waits {
  const known = new Map(items.map((item) => [item.title, item.key]))
  for (const { key } of items) known.set(key, key)
  const found = new Map<string, Set<string>>()
  const wait = (key: string | undefined, forKey: string | undefined) => {
    if (!key || !forKey || key === forKey || reaches(found, forKey, key)) return
    found.set(key, (found.get(key) ?? new Set()).add(forKey))
  }
  for (const { key, waitsFor, holdsUp } of items) {
    for (const name of waitsFor) wait(key, known.get(name))
    for (const name of holdsUp) wait(known.get(name), key)
  }
  return found
}

export const countWaits = (waits: Waits): number =>
  [...waits.values()].reduce((sum, { size }) => sum + size, 0)

function reaches(found: Waits, from: string, to: string): boolean {
  const [seen, open] = [new Set([from]), [from]]
  for (const key of open)
    for (const next of found.get(key) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  return seen.has(to)
}
