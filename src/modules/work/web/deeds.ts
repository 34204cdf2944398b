import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Item } from '../contract.ts'

/** What was done in this tab: shown at once, until an answer that was asked for after it has it, too. */
export type Deed = {
  id: number
  /** The items as they are now; null for those taken away. */
  after: ReadonlyMap<string, Item | null>
  /** When the server said yes; null while it has not answered. */
  settledAt: number | null
}

let deeds: readonly Deed[] = []
let count = 0
const listeners = new Set<() => void>()

function keep(next: readonly Deed[]): void {
  deeds = next
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDeeds = (): readonly Deed[] => useSyncExternalStore(listen, () => deeds)

/** Commands of one tab reach the server in the order they were given. */
let line: Promise<unknown> = Promise.resolve()

/** Shows what will be, asks the server, and takes it back where the server says no; throws its reason. */
export async function deed<T>(after: Deed['after'], ask: () => Promise<T>): Promise<T> {
  const id = ++count
  keep([...deeds, { id, after, settledAt: null }])
  const turn = line.then(ask, ask)
  line = turn
  try {
    const answer = await turn
    keep(deeds.map((one) => (one.id === id ? { ...one, settledAt: performance.now() } : one)))
    return answer
  } catch (error) {
    keep(deeds.filter((one) => one.id !== id))
    throw error
  }
}

/** Items with the deeds that an answer asked for at that moment cannot hold. */
export function applied(items: readonly Item[], all: readonly Deed[], askedAt: number): Item[] {
  const open = all.filter((one) => one.settledAt === null || askedAt < one.settledAt)
  if (open.length === 0) return items as Item[]
  const now = new Map(items.map((item) => [item.id, item]))
  for (const { after } of open)
    for (const [id, item] of after)
      if (item === null) now.delete(id)
      else now.set(id, item)
  return [...now.values()]
}

/** Deeds that an answer asked for at that moment holds are shown by it; other answers may still be on their way. */
export function forget(client: QueryClient, askedAt: number): void {
  if (client.isFetching({ queryKey: ['work'] }) > 0 || deeds.length === 0) return
  const left = deeds.filter((one) => one.settledAt === null || askedAt < one.settledAt)
  if (left.length < deeds.length) keep(left)
}
